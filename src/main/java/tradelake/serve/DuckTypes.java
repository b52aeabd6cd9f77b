package tradelake.serve;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** DuckDB's names for the types that columns are declared with. A time is in UTC and without a zone: for those Python needs pytz. */
final class DuckTypes {
    private DuckTypes() {}

    static String of(DataType type) {
        if (type instanceof ArrayType array) return of(array.elementType()) + "[]";
        if (type instanceof StructType struct) return of(struct);
        if (type instanceof DecimalType decimal)
            return "DECIMAL(%d, %d)".formatted(decimal.precision(), decimal.scale());
        return switch (type.typeName()) {
            case "string" -> "VARCHAR";
            case "integer" -> "INTEGER";
            case "long" -> "BIGINT";
            case "double" -> "DOUBLE";
            case "boolean" -> "BOOLEAN";
            case "date" -> "DATE";
            case "timestamp" -> "TIMESTAMP";
            case "binary" -> "BLOB";
            default -> throw new IllegalStateException("No DuckDB type is known for " + type.sql());
        };
    }

    private static String of(StructType struct) {
        StringBuilder fields = new StringBuilder();
        for (StructField field : struct.fields())
            fields.append(fields.isEmpty() ? "" : ", ")
                    .append(Duck.name(field.name()))
                    .append(' ')
                    .append(of(field.dataType()));
        return "STRUCT(" + fields + ")";
    }
}
