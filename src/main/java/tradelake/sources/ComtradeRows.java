package tradelake.sources;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of {@link ComtradeSource}. Of a row with a problem the fields that can be read are there, so that its dollars
 * can be counted; the others are null.
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

    private ComtradeRows() {}

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
}
