package tradelake.lake;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * A column, said once: every table, job and test that means this column uses this value, so equal names mean equal things.
 *
 * @param name lower_snake_case, as in the Delta table
 * @param type Spark type
 * @param unit what a number counts, or "" where there is none
 * @param meaning one phrase; where {@code nullable}, it says when the value is null
 * @param nullable whether a row may lack it
 * @param <T> the Java type of a value
 */
public record Field<T>(String name, DataType type, String unit, Text meaning, boolean nullable) {

    public static Field<Integer> integer(String name, String unit, Text meaning) {
        return new Field<>(name, DataTypes.IntegerType, unit, meaning, false);
    }

    public static Field<Long> count(String name, Text meaning) {
        return new Field<>(name, DataTypes.LongType, "rows", meaning, false);
    }

    /** A key made of letters or digits that is no number, such as an economy or an HS code. */
    public static Field<String> code(String name, Text meaning) {
        return new Field<>(name, DataTypes.StringType, "", meaning, false);
    }

    public static Field<Double> measure(String name, String unit, Text meaning) {
        return new Field<>(name, DataTypes.DoubleType, unit, meaning, false);
    }

    /** A share, rate or growth: 0.05 is five per cent. */
    public static Field<Double> fraction(String name, Text meaning) {
        return new Field<>(name, DataTypes.DoubleType, "fraction", meaning, false);
    }

    public static Field<Boolean> flag(String name, Text meaning) {
        return new Field<>(name, DataTypes.BooleanType, "", meaning, false);
    }

    public static Field<java.sql.Date> date(String name, Text meaning) {
        return new Field<>(name, DataTypes.DateType, "", meaning, false);
    }

    /** Money to the millionth of a dollar, for ledgers: sums are exact. */
    public static Field<java.math.BigDecimal> exactMoney(String name, Text meaning) {
        return new Field<>(name, DataTypes.createDecimalType(38, 6), "current USD", meaning, false);
    }

    public static <T> Field<T> of(String name, DataType type, String unit, Text meaning) {
        return new Field<>(name, type, unit, meaning, false);
    }

    /** The same column where a row may lack it. */
    public Field<T> orNull() {
        return new Field<>(name, type, unit, meaning, true);
    }

    /** The same column under another name and meaning. */
    public Field<T> named(String other, Text meaning) {
        return new Field<>(other, type, unit, meaning, nullable);
    }

    public Column col() {
        return functions.col(name);
    }

    /** This column of one side of a join. */
    public Column of(String alias) {
        return functions.col(alias + "." + name);
    }

    /** This column, made by an expression. */
    public Column as(Column expression) {
        return expression.cast(type).as(name);
    }

    public Column as(Object literal) {
        return as(functions.lit(literal));
    }

    /** The value in a row, or null. */
    public T in(Row row) {
        return row.getAs(name);
    }

    StructField structField() {
        String comment = unit.isEmpty() ? meaning.en() : meaning.en() + " [" + unit + "]";
        Metadata metadata = new MetadataBuilder().putString("comment", comment).build();
        return new StructField(name, type, nullable, metadata);
    }

    @Override
    public String toString() {
        return name;
    }
}
