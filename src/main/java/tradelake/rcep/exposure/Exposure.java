package tradelake.rcep.exposure;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Fields.columns;
import static tradelake.harmonise.Fields.names;
import static tradelake.harmonise.Fields.schema;
import static tradelake.harmonise.mirror.Bilateral.EXPORTER;
import static tradelake.harmonise.mirror.Bilateral.IMPORTER;
import static tradelake.rcep.exposure.TariffLinesTable.AGREEMENT;
import static tradelake.rcep.exposure.TariffLinesTable.BENEFICIARY;
import static tradelake.rcep.exposure.TariffLinesTable.CODE;
import static tradelake.rcep.exposure.TariffLinesTable.FROM;
import static tradelake.rcep.exposure.TariffLinesTable.RATE;
import static tradelake.rcep.exposure.TariffLinesTable.TO;
import static tradelake.reference.Columns.HS_CODE;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.HS_LEVEL;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PARTNER_CODE;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import java.util.SortedSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import tradelake.harmonise.EconomyKeys;
import tradelake.harmonise.Flows;
import tradelake.harmonise.SteadySum;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.lake.Years;
import tradelake.reference.Agreements;
import tradelake.reference.Reference;

/**
 * Makes gold.rcep_exposure: margin = min(MFN rate, best other preference) - RCEP rate, fractions, on each HS6 that an importer
 * with a schedule bought in the base year from an exporter between whom and itself RCEP is in force.
 *
 * <p>A rate of an HS6 is the simple mean of its national lines, as trade is not published by national line, where all of them
 * are ad valorem: means over different lines would leave margins that no good has. A line for an economy counts before one for
 * its group, and that before one for all. Where another agreement is in force between the two and none of its rates is given,
 * the margin is not known, and null; the margin over the most-favoured-nation rate stands beside it.
 */
public final class Exposure implements Job {
    static final Field<String> HS6 = Field.code("hs6", Text.of("HS code of six digits, as imported", "进口所用的 HS 六位编码"));
    static final Field<Integer> IMPORT_YEAR = Field.integer("import_year", "", Text.of("The base year", "基年"));
    static final Field<Double> IMPORT_VALUE = Field.measure(
            "import_value_usd",
            "current USD",
            Text.of("Imports of the base year as the importer reports them", "进口方报告的基年进口额"));
    static final Field<Double> MFN_RATE = rate("mfn_rate", "Most-favoured-nation rate", "最惠国税率");
    static final Field<Boolean> IS_BASE_RATE = Field.flag(
            "is_base_rate",
            Text.of(
                    "mfn_rate is the rate that RCEP's schedule starts from, as none of the year is given",
                    "未提供当年最惠国税率，以减让表基准税率代之"));
    static final Field<String> OTHER_AGREEMENTS = Field.code(
                    "other_agreements",
                    Text.of(
                            "Other agreements in force between the two on 1 July, separated by ;, null without",
                            "7 月 1 日双方间生效的其他协定，以 ; 分隔；无则为空"))
            .orNull();
    static final Field<Double> BEST_OTHER_RATE =
            rate("best_other_rate", "Lowest rate of these agreements", "其他协定的最低税率");
    static final Field<Double> RCEP_RATE = rate("rcep_rate", "RCEP's rate of the year", "当年 RCEP 税率");
    static final Field<Double> MARGIN = Field.fraction(
                    "margin",
                    Text.of(
                            "min(mfn_rate, best_other_rate) - rcep_rate; null without one of these, or where another agreement is in"
                                    + " force and its rates are not given",
                            "min(mfn_rate, best_other_rate) - rcep_rate；任一税率或其他生效协定税率未提供则为空"))
            .orNull();
    static final Field<Double> MARGIN_OVER_MFN = Field.fraction(
                    "margin_over_mfn", Text.of("mfn_rate - rcep_rate, null without both", "mfn_rate - rcep_rate；缺一则为空"))
            .orNull();

    public static final Table TABLE = Table.named(Layer.GOLD, "rcep_exposure")
            .meaning(
                    "What RCEP's tariff schedules cut beside rates that goods had anyway: each HS6 of an importer with a"
                            + " schedule (bronze.tariff_lines) and an exporter, weighted by imports of the base year. Rates are"
                            + " simple means of national lines, where all of an HS6 are ad valorem; codes are matched digit by digit, so that goods whose"
                            + " code came or went with an HS edition have no rate.",
                    "RCEP 减让表相对于货物原可享税率的降幅：列有减让表（bronze.tariff_lines）的进口方自各出口方进口的每一 HS6 商品，"
                            + "以基年进口额为权重。税率为本国税号的简单平均，须全部从价；编码逐位匹配，随 HS 版本新增或取消的编码无税率。")
            .oneRowPer(IMPORTER, EXPORTER, YEAR, HS_EDITION, HS6)
            .measuring(
                    IMPORT_YEAR,
                    IMPORT_VALUE,
                    MFN_RATE,
                    IS_BASE_RATE,
                    OTHER_AGREEMENTS,
                    BEST_OTHER_RATE,
                    RCEP_RATE,
                    MARGIN,
                    MARGIN_OVER_MFN)
            .always("two_economies", "importer <> exporter")
            .always("some_imports", "import_value_usd > 0")
            .always("a_margin_is_a_difference", "margin IS NULL OR abs(margin) <= 30")
            .always("no_margin_above_mfn", "margin IS NULL OR margin <= margin_over_mfn")
            .from("UN Comtrade", "bronze.tariff_lines", "list of agreements")
            .example(
                    """
                    SELECT importer, year,
                           sum(import_value_usd) FILTER (WHERE margin > 0) / sum(import_value_usd) AS share_with_margin,
                           sum(import_value_usd) FILTER (WHERE margin_over_mfn > 0) / sum(import_value_usd) AS share_below_mfn,
                           sum(import_value_usd) FILTER (WHERE margin IS NULL) / sum(import_value_usd) AS share_unknown
                    FROM gold.rcep_exposure
                    GROUP BY importer, year
                    ORDER BY importer, year""")
            .build();

    private static final int DIGITS = 6;
    private static final Field<List<String>> OTHERS = Field.of(
            "others",
            DataTypes.createArrayType(DataTypes.StringType, false),
            "",
            Text.of("Other agreements in force", "其他生效协定"));
    private static final Field<String> OF =
            Field.code("beneficiary", Text.of("Economy or group of a schedule", "减让表所列经济体或集团"));
    private static final Field<Double> BASE_RATE = rate("base_rate", "What the schedule starts from", "基准税率");
    private static final Field<Integer> RANK =
            Field.integer("rank", "", Text.of("Smallest for an economy's own line", "经济体自身税目最小"));
    private static final Field<List<String>> GIVEN =
            OTHERS.named("given", Text.of("Agreements of which some rate is given", "提供税率的协定"));
    private static final Field<Boolean> WITHOUT_RATE = Field.flag(
            "without_rate", Text.of("Another agreement has lines of the HS6 and no rate", "其他协定有该 HS6 税目而无从价税率"));

    private final PreferenceSchedules schedules;
    private final Reference reference;
    private final InForce inForce;
    private final int importYear;

    /**
     * For the years of a lake.
     *
     * @param importYear the base year, whose imports are the weights
     */
    public Exposure(
            PreferenceSchedules schedules, Reference reference, Agreements agreements, Years years, int importYear) {
        this.schedules = schedules;
        this.reference = reference;
        this.inForce = new InForce(agreements, years);
        this.importYear = importYear;
    }

    private static Field<Double> rate(String name, String en, String zh) {
        return Field.fraction(name, Text.of(en + ", null where none is given", zh + "；未提供则为空"))
                .orNull();
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of(TariffLinesTable.TABLE, Flows.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprint() + inForce.fingerprint() + importYear;
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        SortedSet<String> importers = schedules.importers();
        if (importers.isEmpty()) return in.of(TABLE, List.of());
        Dataset<Row> pairs = broadcast(pairs(importers, in));
        Column mfn = coalesce(MFN_RATE.col(), BASE_RATE.col());
        Column unknown = size(array_except(OTHERS.col(), GIVEN.col())).gt(0).or(WITHOUT_RATE.col());
        Dataset<Row> rates = ofExporters(in).join(pairs, names(IMPORTER, EXPORTER, YEAR));
        return imports(importers, in)
                .join(pairs, names(IMPORTER, EXPORTER))
                .join(broadcast(given(rates)), names(IMPORTER, EXPORTER, YEAR), "left")
                .join(byKind(rates), names(IMPORTER, EXPORTER, YEAR, HS6), "left")
                .select(
                        IMPORTER.col(),
                        EXPORTER.col(),
                        YEAR.col(),
                        HS_EDITION.col(),
                        HS6.col(),
                        IMPORT_YEAR.as(importYear),
                        IMPORT_VALUE.col(),
                        MFN_RATE.as(mfn),
                        IS_BASE_RATE.as(
                                MFN_RATE.col().isNull().and(BASE_RATE.col().isNotNull())),
                        OTHER_AGREEMENTS.as(when(size(OTHERS.col()).gt(0), concat_ws(";", OTHERS.col()))),
                        BEST_OTHER_RATE.col(),
                        RCEP_RATE.col(),
                        MARGIN.as(when(
                                coalesce(not(unknown), lit(false)),
                                least(mfn, coalesce(BEST_OTHER_RATE.col(), mfn)).minus(RCEP_RATE.col()))),
                        MARGIN_OVER_MFN.as(mfn.minus(RCEP_RATE.col())));
    }

    /** Importer, exporter, hs_edition, hs6 and value of the base year. */
    private Dataset<Row> imports(SortedSet<String> importers, Tables in) {
        EconomyKeys keys = new EconomyKeys(reference.economies());
        Dataset<Row> rows = in.read(Flows.TABLE)
                .filter(YEAR.col()
                        .equalTo(importYear)
                        .and(HS_LEVEL.col().equalTo(DIGITS))
                        .and(Flows.PUBLISHED_FLOW.col().equalTo("M"))
                        .and(VALUE_USD.col().gt(0)));
        return keys.inPlaceOf(PARTNER_CODE, PARTNER, keys.inPlaceOf(REPORTER_CODE, REPORTER, rows, in), in)
                .filter(REPORTER.col()
                        .isInCollection(importers)
                        .and(not(REPORTER.col().equalTo(PARTNER.col()))))
                .groupBy(
                        IMPORTER.as(REPORTER.col()),
                        EXPORTER.as(PARTNER.col()),
                        HS_EDITION.col(),
                        HS6.as(HS_CODE.col()))
                .agg(IMPORT_VALUE.as(SteadySum.of(VALUE_USD.col())));
    }

    /** Importer, exporter, year, others: where RCEP is in force. */
    private Dataset<Row> pairs(SortedSet<String> importers, Tables in) {
        return in.rows(
                schema(IMPORTER, EXPORTER, YEAR, OTHERS),
                inForce.pairs(importers).stream()
                        .map(pair -> RowFactory.create(
                                pair.importer(),
                                pair.exporter(),
                                pair.year(),
                                pair.others().toArray()))
                        .toList());
    }

    /** Importer, exporter, year and the agreements that the schedules say something of between these. */
    private static Dataset<Row> given(Dataset<Row> rates) {
        return rates.groupBy(columns(IMPORTER, EXPORTER, YEAR)).agg(GIVEN.as(collect_set(AGREEMENT.col())));
    }

    /** Importer, exporter, year, hs6 and the rates of each kind. */
    private static Dataset<Row> byKind(Dataset<Row> rates) {
        Column agreement = AGREEMENT.col();
        Column other = array_contains(OTHERS.col(), agreement);
        return rates.groupBy(columns(IMPORTER, EXPORTER, YEAR, HS6))
                .agg(
                        MFN_RATE.as(max(when(agreement.equalTo(TariffLine.MFN), RATE.col()))),
                        BASE_RATE.as(max(when(agreement.equalTo(TariffLine.BASE), RATE.col()))),
                        RCEP_RATE.as(max(when(agreement.equalTo(TariffLine.RCEP), RATE.col()))),
                        BEST_OTHER_RATE.as(min(when(other, RATE.col()))),
                        WITHOUT_RATE.as(max(other.and(RATE.col().isNull()))));
    }

    /** Rates of HS6 by agreement, importer, exporter and year; null where some line has none. */
    private Dataset<Row> ofExporters(Tables in) {
        Dataset<Row> years = in.rows(
                schema(YEAR),
                inForce.years().stream().boxed().map(RowFactory::create).toList());
        Dataset<Row> lines = in.read(TariffLinesTable.TABLE)
                .withColumnRenamed(BENEFICIARY.name(), OF.name())
                .join(
                        broadcast(years),
                        YEAR.col().geq(FROM.col()).and(YEAR.col().leq(coalesce(TO.col(), YEAR.col()))))
                .join(broadcast(members(in)), names(OF))
                .groupBy(columns(AGREEMENT, IMPORTER, EXPORTER, YEAR, HS_EDITION, CODE))
                .agg(RATE.as(min_by(RATE.col(), RANK.col())));
        return lines.groupBy(
                        AGREEMENT.col(),
                        IMPORTER.col(),
                        EXPORTER.col(),
                        YEAR.col(),
                        HS6.as(substring(CODE.col(), 1, DIGITS)))
                .agg(RATE.as(when(count(RATE.col()).equalTo(count(lit(1))), avg(RATE.col()))));
    }

    private Dataset<Row> members(Tables in) {
        return in.rows(
                schema(OF, EXPORTER, RANK),
                schedules.beneficiaries().stream()
                        .flatMap(name -> inForce.economies(name, reference).stream()
                                .map(economy -> RowFactory.create(name, economy, rank(name, economy))))
                        .toList());
    }

    private static int rank(String beneficiary, String economy) {
        if (beneficiary.equals(economy)) return 0;
        return beneficiary.equals(TariffLine.ANYONE) ? 2 : 1;
    }
}
