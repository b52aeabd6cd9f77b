package tradelake.harmonise;

import static tradelake.reference.Columns.RELEASE;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.YEAR;

import java.math.BigDecimal;
import org.apache.spark.sql.types.DataTypes;
import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** The table silver.quarantine: rows that cannot be believed, kept for a person to look at. */
public final class Quarantine {
    public static final Field<Long> LINE = Field.of(
            "line", DataTypes.LongType, "", Text.of("Line of the file on which the row begins", "该行在文件中的起始行号"));
    public static final Field<String> REASON = Field.code("reason", Text.of("Why, lower_snake_case", "隔离原因"));
    public static final Field<String> MESSAGE =
            Field.code("message", Text.of("Why, in one sentence with the value concerned", "原因说明，含相关值"));
    public static final Field<BigDecimal> VALUE = Field.exactMoney(
                    "value_usd", Text.of("Value of the row, null where it cannot be read", "该行金额；无法读取则为空"))
            .orNull();
    public static final Field<String> RAW = Field.code(
            "raw",
            Text.of(
                    "First 8 KiB of the row: as it stands in the file where it could not be read, as it was read where a rule refused it",
                    "该行的前 8 KiB：无法读取者为文件原文，被规则拒绝者为读取结果"));
    public static final Field<Long> RAW_LENGTH = Field.of(
            "raw_length", DataTypes.LongType, "bytes", Text.of("Length of raw before it is cut", "raw 截断前的长度"));
    public static final Field<String> RAW_SHA256 =
            Field.code("raw_sha256", Text.of("SHA-256 of raw before it is cut", "raw 截断前的 SHA-256"));

    public static final Table TABLE = Table.named(Layer.SILVER, "quarantine")
            .meaning("Rows that cannot be believed, kept for a person to look at.", "无法采信而保留待查的行。")
            .oneRowPer(RELEASE, LINE)
            .measuring(YEAR, REPORTER_CODE, REASON, MESSAGE, VALUE, RAW, RAW_LENGTH, RAW_SHA256)
            .from("UN Comtrade")
            .example(
                    """
                    SELECT reason, count(*) AS n, min(message) AS such_as
                    FROM silver.quarantine
                    GROUP BY reason
                    ORDER BY n DESC""")
            .build();

    private Quarantine() {}
}
