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
    public static final Field<String> RAW =
            Field.code("raw", Text.of("First 8 KiB of the row as it stands in the file", "文件中该行原文的前 8 KiB"));
    public static final Field<Long> RAW_LENGTH =
            Field.of("raw_length", DataTypes.LongType, "bytes", Text.of("Length of the whole row", "该行全长"));
    public static final Field<String> RAW_SHA256 =
            Field.code("raw_sha256", Text.of("SHA-256 of the whole row", "该行全文的 SHA-256"));

    public static final Table TABLE = Table.named(Layer.SILVER, "quarantine")
            .meaning("Refused rows, as they stand in their file.", "被拒绝的行，保留文件原文。")
            .oneRowPer(RELEASE, LINE)
            .measuring(YEAR, REPORTER_CODE, REASON, MESSAGE, VALUE, RAW, RAW_LENGTH, RAW_SHA256)
            .from("UN Comtrade")
            .build();

    private Quarantine() {}
}
