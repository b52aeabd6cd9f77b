package tradelake.sources;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The columns of {@link ComtradeSource} and how they are filled from a cursor. Of a row with a problem the fields that
 * can be read are there, so that its dollars can be counted; the others are null.
 */
public final class ComtradeRows {
    public static final String RELEASE = "release";
    public static final String LINE = "line";
    public static final String PROBLEM = "problem";
    public static final String PROBLEM_MESSAGE = "problem_message";
    public static final String RAW = "raw";
    public static final String RAW_LENGTH = "raw_length";
    public static final String RAW_SHA256 = "raw_sha256";

    /** Release, line, the 47 API fields, and what is wrong with the row: null, all of it, where nothing is. */
    public static final StructType SCHEMA = schema();

    private final SpecificInternalRow row;
    private final Filler[] fillers;

    /** Fills one column of a row. */
    @FunctionalInterface
    private interface Filler {
        void fill(RowCursor cursor, ReleaseReading file, SpecificInternalRow row);
    }

    ComtradeRows(StructType columns) {
        row = new SpecificInternalRow(columns);
        fillers = new Filler[columns.size()];
        for (int i = 0; i < fillers.length; i++) fillers[i] = filler(columns.fieldNames()[i], i);
    }

    /** The row at hand; valid until the next call. */
    InternalRow row(ReleaseReading file) {
        RowCursor cursor = file.cursor();
        for (Filler filler : fillers) filler.fill(cursor, file, row);
        return row;
    }

    private static StructType schema() {
        StructType schema = new StructType().add(RELEASE, StringType, false).add(LINE, LongType, false);
        for (ApiField field : ApiField.values())
            schema = schema.add(field.apiName(), type(field), true, field.meaning());
        return schema.add(PROBLEM, StringType)
                .add(PROBLEM_MESSAGE, StringType)
                .add(RAW, StringType)
                .add(RAW_LENGTH, LongType)
                .add(RAW_SHA256, StringType);
    }

    private static DataType type(ApiField field) {
        return switch (field.type()) {
            case INT -> IntegerType;
            case DOUBLE -> DoubleType;
            case BOOLEAN -> BooleanType;
            case STRING -> StringType;
        };
    }

    private static Filler filler(String column, int at) {
        return switch (column) {
            case RELEASE -> (cursor, file, row) -> row.update(at, file.release());
            case LINE -> (cursor, file, row) -> row.setLong(at, file.line());
            case PROBLEM -> problem(at, Problem::reason);
            case PROBLEM_MESSAGE -> problem(at, Problem::message);
            case RAW -> problem(at, problem -> problem.raw().text());
            case RAW_SHA256 -> problem(at, problem -> problem.raw().sha256());
            case RAW_LENGTH ->
                (cursor, file, row) -> {
                    if (cursor.usable()) row.setNullAt(at);
                    else row.setLong(at, cursor.problem().orElseThrow().raw().length());
                };
            default -> field(ApiField.named(column).orElseThrow(), at);
        };
    }

    private static Filler problem(int at, Function<Problem, String> part) {
        return (cursor, file, row) -> {
            if (cursor.usable()) row.setNullAt(at);
            else
                row.update(at, UTF8String.fromString(part.apply(cursor.problem().orElseThrow())));
        };
    }

    private static Filler field(ApiField field, int at) {
        return switch (field.type()) {
            case INT ->
                (cursor, file, row) -> {
                    int number = cursor.intOf(field);
                    if (number == RowCursor.NO_INT) row.setNullAt(at);
                    else row.setInt(at, number);
                };
            case DOUBLE ->
                (cursor, file, row) -> {
                    double number = cursor.doubleOf(field);
                    if (Double.isNaN(number)) row.setNullAt(at);
                    else row.setDouble(at, number);
                };
            case BOOLEAN ->
                (cursor, file, row) -> {
                    Optional<Boolean> flag = cursor.booleanOf(field);
                    if (flag.isEmpty()) row.setNullAt(at);
                    else row.setBoolean(at, flag.get());
                };
            case STRING ->
                (cursor, file, row) -> {
                    UTF8String text = cursor.utf8Of(field);
                    if (text.numBytes() == 0) row.setNullAt(at);
                    else row.update(at, text);
                };
        };
    }
}
