package tradelake.rcep.exposure;

import static tradelake.harmonise.mirror.Bilateral.IMPORTER;
import static tradelake.reference.Columns.HS_EDITION;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;

/** Makes bronze.tariff_lines: the schedules that the user named, line by line, as they were read. */
public final class TariffLinesTable implements Job {
    static final Field<String> AGREEMENT = Field.code(
            "agreement",
            Text.of(
                    "Id of an agreement; MFN most favoured nation; RCEP-BASE: what a schedule's cuts start from",
                    "协定代码；MFN 为最惠国税率；RCEP-BASE 为减让表的基准税率"));
    static final Field<String> BENEFICIARY = Field.code(
            "exporter", Text.of("Economy or group whose goods have the rate, * for all", "享受该税率的经济体或集团，* 为全部"));
    static final Field<String> CODE =
            Field.code("hs_code", Text.of("National code, its first six digits of the HS", "本国税号，前六位为 HS 编码"));
    static final Field<Integer> FROM =
            Field.integer("year_from", "", Text.of("First calendar year, 0 for any", "起始年份，0 为不限"));
    static final Field<Integer> TO = Field.integer(
                    "year_to", "", Text.of("Last calendar year, null: and all after", "终止年份；空为其后各年"))
            .orNull();
    static final Field<Double> RATE = Field.fraction(
                    "rate",
                    Text.of(
                            "Ad valorem rate on 1 July, outside the agreement (U) that of the base; null for a specific or mixed duty",
                            "7 月 1 日的从价税率，协定外（U）者为基准税率；从量或复合税则为空"))
            .orNull();
    static final Field<String> PUBLISHED =
            Field.code("rate_published", Text.of("The rate as it stands in the file", "文件中的税率原文"));
    static final Field<String> FILE = Field.code("file", Text.of("Name of the file", "文件名"));

    public static final Table TABLE = Table.named(Layer.BRONZE, "tariff_lines")
            .meaning(
                    "Tariff schedules as published, a line for each national code and spell of years with one rate.",
                    "公布的关税减让表，每一税号及同一税率的年份区间一行。")
            .oneRowPer(AGREEMENT, IMPORTER, BENEFICIARY, HS_EDITION, CODE, FROM, FILE)
            .measuring(TO, RATE, PUBLISHED)
            .always("no_subsidy", "rate IS NULL OR rate >= 0")
            .always("years_in_order", "year_to IS NULL OR year_to >= year_from")
            .always("national_code", "length(hs_code) BETWEEN 6 AND 12")
            .from("RCEP Annex I", "the user's files")
            .example(
                    """
                    SELECT agreement, exporter, count(*) AS lines, avg(rate) AS mean_rate
                    FROM bronze.tariff_lines
                    WHERE importer = 'CHN'
                    GROUP BY agreement, exporter""")
            .build();

    private final PreferenceSchedules schedules;

    public TariffLinesTable(PreferenceSchedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of();
    }

    @Override
    public String dependsOn() {
        return schedules.fingerprint();
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        return in.of(
                TABLE, schedules.lines().stream().map(TariffLinesTable::row).toList());
    }

    static Row row(TariffLine line) {
        return RowFactory.create(
                line.agreement(),
                line.importer(),
                line.beneficiary(),
                line.edition().name(),
                line.code(),
                line.from(),
                line.source(),
                line.to().isPresent() ? line.to().getAsInt() : null,
                line.rate().isPresent() ? line.rate().getAsDouble() : null,
                line.published());
    }
}
