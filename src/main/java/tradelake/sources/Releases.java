package tradelake.sources;

import static tradelake.reference.Columns.RELEASE;

import java.sql.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** The table bronze.releases: what the first pass found in every file that was ever offered. */
public final class Releases {
    public static final Field<String> PATH = Field.code("path", Text.of("Where the file was found", "文件所在位置"));
    public static final Field<String> FORMAT = Field.code(
                    "format", Text.of("Published layout, null where none was recognised", "公布格式；无法识别时为空"))
            .orNull();
    public static final Field<Long> SIZE =
            Field.of("size_bytes", DataTypes.LongType, "bytes", Text.of("Size as stored", "存储大小"));
    public static final Field<Long> MODIFIED = Field.of(
            "modified_ms",
            DataTypes.LongType,
            "milliseconds since 1970",
            Text.of("When the file last changed", "文件最后修改时间"));
    public static final Field<String> KIND = Field.code(
                    "kind",
                    Text.of(
                            "whole: all rows of its datasets; tariff_lines: all rows below six digits, used where nothing"
                                    + " else holds the dataset; extract: some rows; null where the file is refused",
                            "whole 数据集全部行；tariff_lines 六位以下全部行，仅在别无该数据集时使用；extract 部分行；被拒文件为空"))
            .orNull();
    public static final Field<Date> PUBLISHED = Field.date(
                    "publication_date", Text.of("Publication date, null where the file does not say", "发布日期；文件未注明则为空"))
            .orNull();
    public static final Field<Long> RAW_ROWS = Field.count("raw_rows", Text.of("Data rows in the file", "文件数据行数"));
    public static final Field<Long> ROWS_WITHOUT_VALUE =
            Field.count("rows_without_value", Text.of("Rows whose value cannot be read", "金额无法读取的行数"));
    public static final Field<Long> ROWS_WITH_PROBLEM =
            Field.count("rows_with_problem", Text.of("Rows that cannot be used", "无法使用的行数"));
    public static final Field<java.math.BigDecimal> RAW_VALUE =
            Field.exactMoney("value_usd", Text.of("Exact sum of the values of all rows", "全部行金额的精确合计"));
    public static final Field<Boolean> SYNTHETIC = Field.flag(
            "synthetic", Text.of("Made by tradelake sample, not published by anyone", "由 tradelake sample 生成的合成数据"));
    public static final Field<String> VERDICT = Field.code(
            "verdict",
            Text.of(
                    "accepted, damaged (kept out whole), not_a_trade_file, later (than the day of build --as-of), replaced (the"
                            + " same path holds another file now) or forgotten",
                    "accepted 接受；damaged 损坏（整体排除）；not_a_trade_file 非贸易文件；later 晚于指定日期；replaced 已被同路径新文件取代；forgotten 已移除"));
    public static final Field<Integer> READ_BY =
            Field.integer("read_by", "", Text.of("Revision of the readers that examined the file", "检查该文件的读取程序版本"));
    public static final Field<String> REASON =
            Field.code("reason", Text.of("Why it is refused, lower_snake_case; empty where it is not", "被拒原因；未被拒则为空"));
    public static final Field<String> MESSAGE = Field.code("message", Text.of("The same as one sentence", "同上，一句说明"));
    public static final Field<Object> DATASETS = Field.of(
            "datasets",
            datasetType(),
            "",
            Text.of("What it holds, by reporter, year and classification", "按报告方、年份、分类列出的内容"));

    public static final Table TABLE = Table.named(Layer.BRONZE, "releases")
            .meaning("Files, as the first pass found them.", "首次扫描所见的文件。")
            .oneRowPer(RELEASE)
            .measuring(
                    PATH,
                    FORMAT,
                    SIZE,
                    MODIFIED,
                    KIND,
                    PUBLISHED,
                    RAW_ROWS,
                    ROWS_WITH_PROBLEM,
                    ROWS_WITHOUT_VALUE,
                    RAW_VALUE,
                    SYNTHETIC,
                    VERDICT,
                    REASON,
                    MESSAGE,
                    READ_BY,
                    DATASETS)
            .always("sha256", "length(release) = 64")
            .always(
                    "known_verdict",
                    "verdict IN ('accepted', 'damaged', 'not_a_trade_file', 'later', 'replaced', 'forgotten')")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT path, format, kind, raw_rows, value_usd, verdict, reason
                    FROM bronze.releases
                    ORDER BY verdict, path LIMIT 10""")
            .build();

    private Releases() {}

    private static DataType datasetType() {
        DataType texts = DataTypes.createArrayType(DataTypes.StringType);
        return DataTypes.createArrayType(
                new StructType()
                        .add("reporter", DataTypes.IntegerType, true)
                        .add("year", DataTypes.IntegerType, true)
                        .add("classification", DataTypes.StringType, true)
                        .add("rows", DataTypes.LongType, true)
                        .add("periods", texts, true)
                        .add("frequencies", texts, true)
                        .add("chapters", texts, true)
                        .add("has_total", DataTypes.BooleanType, true)
                        .add("flows", texts, true)
                        .add("original", DataTypes.BooleanType, true),
                false);
    }

    /** A release as a row of the table. */
    static Row row(Release release) {
        FileFacts facts = release.facts();
        return RowFactory.create(
                release.id(),
                facts.path(),
                facts.format().orElse(null),
                facts.bytes(),
                release.modifiedMs(),
                facts.kind().map(Format.Kind::toString).orElse(null),
                facts.published().map(Date::valueOf).orElse(null),
                facts.rows(),
                facts.rowsWithProblem(),
                facts.rowsWithoutValue(),
                facts.value(),
                facts.synthetic(),
                release.status().key(),
                facts.reason(),
                facts.message(),
                release.readBy(),
                facts.datasets().stream().map(Releases::row).toArray(Row[]::new));
    }

    private static Row row(DatasetFacts dataset) {
        return RowFactory.create(
                dataset.reporter(),
                dataset.year(),
                dataset.classification(),
                dataset.rows(),
                dataset.periods().toArray(String[]::new),
                dataset.frequencies().toArray(String[]::new),
                dataset.chapters().toArray(String[]::new),
                dataset.hasTotal(),
                dataset.flows().toArray(String[]::new),
                dataset.isOriginalClassification());
    }

    /** A release as it stands in the table. */
    public static Release read(Row row) {
        Release.Status status = Release.Status.valueOf(VERDICT.in(row).toUpperCase(Locale.ROOT));
        FileFacts facts = new FileFacts(
                PATH.in(row),
                RELEASE.in(row),
                SIZE.in(row),
                Optional.ofNullable(FORMAT.in(row)),
                Optional.ofNullable(KIND.in(row)).map(kind -> Format.Kind.valueOf(kind.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(PUBLISHED.in(row)).map(Date::toLocalDate),
                status.verdict(),
                REASON.in(row),
                MESSAGE.in(row),
                RAW_ROWS.in(row),
                ROWS_WITH_PROBLEM.in(row),
                ROWS_WITHOUT_VALUE.in(row),
                RAW_VALUE.in(row),
                SYNTHETIC.in(row),
                datasets(row));
        return new Release(facts, MODIFIED.in(row), status, readBy(row));
    }

    /** Lakes of earlier versions do not say. */
    private static int readBy(Row row) {
        return List.of(row.schema().fieldNames()).contains(READ_BY.name()) ? READ_BY.in(row) : 0;
    }

    private static List<DatasetFacts> datasets(Row row) {
        return row.<Row>getList(row.fieldIndex(DATASETS.name())).stream()
                .map(dataset -> new DatasetFacts(
                        dataset.getInt(0),
                        dataset.getInt(1),
                        dataset.getString(2),
                        dataset.getLong(3),
                        List.copyOf(dataset.getList(4)),
                        List.copyOf(dataset.getList(5)),
                        List.copyOf(dataset.getList(6)),
                        dataset.getBoolean(7),
                        List.copyOf(dataset.getList(8)),
                        dataset.getBoolean(9)))
                .toList();
    }
}
