package tradelake.harmonise.mirror;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.mirror.Bilateral.EXPORT;
import static tradelake.harmonise.mirror.Bilateral.EXPORTER;
import static tradelake.harmonise.mirror.Bilateral.IMPORT;
import static tradelake.harmonise.mirror.Bilateral.IMPORTER;
import static tradelake.reference.Columns.HS_CODE;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.HS_LEVEL;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PARTNER_CODE;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;
import tradelake.harmonise.EconomyKeys;
import tradelake.harmonise.Fields;
import tradelake.harmonise.Flows;
import tradelake.harmonise.SteadySum;
import tradelake.lake.Field;
import tradelake.lake.Finding;
import tradelake.lake.Layer;
import tradelake.lake.RunningWork;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.lake.Work;
import tradelake.lake.Years;
import tradelake.reference.Reference;

/**
 * Makes silver.cif_model: the terms of {@link CifRegression}, estimated from flows of six digits that both sides report with
 * value and weight, and the median unit value of each chapter. What was estimated stays until it is older than a setting, or
 * the file of distances is another one, or the step is built with {@code --full}, so that one republication does not change
 * the value of every flow in the world.
 */
public final class CifRates implements Work {
    static final Field<String> KIND = Field.code(
            "kind",
            Text.of("coefficient of the regression, or unit_value of a chapter", "coefficient 回归系数；unit_value 章单位价值"));
    static final Field<String> TERM = Field.code("term", Text.of("Name of the coefficient, or the chapter", "系数名或章"));
    static final Field<Double> TERM_VALUE =
            Field.measure("value", "", Text.of("Log points, or USD per tonne of a unit value", "对数点；单位价值为美元/吨"));
    static final Field<Long> OBSERVATIONS =
            Field.count("observations", Text.of("Flows that it was estimated from", "估计所用流量数"));
    static final Field<Date> ESTIMATED_ON = Field.date("estimated_on", Text.of("Day of the estimation", "估计日期"));
    static final Field<String> DISTANCES =
            Field.code("distances", Text.of("Fingerprint of the distances it rests on", "所用距离数据的指纹"));

    public static final Table TABLE = Table.named(Layer.SILVER, "cif_model")
            .meaning(
                    "What freight and insurance add to the FOB value of a flow, by distance, border, coast, unit value and year:"
                            + " rate = exp(sum of coefficients times regressors) - 1. Estimated again only when it has grown old"
                            + " (mirror.cif-model-age) or on request. Empty without distances: one rate for all, mirror.cif-factor.",
                    "运费与保险费占离岸价之比，依距离、接壤、海岸、单位价值与年份：rate = exp(系数×解释变量之和) - 1。仅在超过"
                            + " mirror.cif-model-age 或按要求时重估。无距离数据则为空，统一用 mirror.cif-factor。")
            .oneRowPer(KIND, TERM)
            .measuring(TERM_VALUE, OBSERVATIONS, ESTIMATED_ON, DISTANCES)
            .always("known_kind", "kind IN ('coefficient', 'unit_value')")
            .always("a_unit_value_is_positive", "kind = 'coefficient' OR value > 0")
            .from("UN Comtrade", "bronze.gravity_variables")
            .example("SELECT term, value, observations, estimated_on FROM silver.cif_model WHERE kind = 'coefficient'")
            .build();

    static final String COEFFICIENT = "coefficient";
    static final String UNIT_VALUE = "unit_value";
    private static final int DIGITS = 6;
    private static final double KILOS = 1000;
    private static final Field<Double> EXPORT_KG = Field.measure("export_kg", "kg", Text.of("Exporter's", "出口方"));
    private static final Field<Double> IMPORT_KG = Field.measure("import_kg", "kg", Text.of("Importer's", "进口方"));
    private static final Field<Double> MEDIAN =
            Field.measure("median_unit_value", "USD per tonne", Text.of("Of exporters' reports", "出口方报告中位数"));

    private final Reference reference;
    private final GravityVariables distances;
    private final String fingerprint;
    private final Years years;
    private final int oldAfterDays;
    private final LocalDate today;

    /** @param oldAfterDays an estimate of more days is made anew */
    public CifRates(Reference reference, GravityVariables distances, Years years, int oldAfterDays, LocalDate today) {
        this.reference = reference;
        this.distances = distances;
        this.fingerprint = distances.fingerprint();
        this.years = years;
        this.oldAfterDays = oldAfterDays;
        this.today = today;
    }

    @Override
    public String name() {
        return TABLE.name();
    }

    @Override
    public List<Table> outputs() {
        return List.of(TABLE);
    }

    @Override
    public List<Table> inputs() {
        return List.of(Flows.TABLE, GravityVariablesTable.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprintWithoutGroups() + years;
    }

    /** Of what was estimated before: steps that read it follow its versions. */
    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public void perform(RunningWork run) {
        List<Row> kept = run.remembers(TABLE) ? stillGood(run.read(TABLE).collectAsList()) : List.of();
        if (distances.isEmpty() || !kept.isEmpty()) run.overwrite(TABLE, run.of(TABLE, kept));
        else estimate(run);
    }

    /** The same rows, or none where they rest on other distances or have grown old. */
    List<Row> stillGood(List<Row> rows) {
        boolean good = rows.stream()
                .allMatch(row -> DISTANCES.in(row).equals(fingerprint)
                        && !ESTIMATED_ON
                                .in(row)
                                .toLocalDate()
                                .plusDays(oldAfterDays)
                                .isBefore(today));
        return good ? rows : List.of();
    }

    private void estimate(RunningWork run) {
        List<Row> rows = estimated(run);
        run.overwrite(TABLE, run.of(TABLE, rows));
        if (rows.isEmpty()) return;
        long flows = OBSERVATIONS.in(
                run.read(TABLE).filter(KIND.col().equalTo(COEFFICIENT)).first());
        run.note(new Finding(
                "cif-rates-estimated",
                "Rates of freight and insurance are estimated anew, from %,d flows: silver.bilateral changes throughout"
                        .formatted(flows),
                flows));
    }

    /** Rows of the table; none where no flow tells anything. */
    List<Row> estimated(Tables in) {
        Dataset<Row> reports = reports(in);
        CifModel model = regression(reports).model();
        if (model.observations() == 0) return List.of();
        List<Row> rows = new ArrayList<>();
        model.coefficients().forEach((term, value) -> rows.add(row(COEFFICIENT, term, value, model.observations())));
        rows.addAll(unitValues(reports));
        return rows;
    }

    private Row row(String kind, String term, double value, long observations) {
        return RowFactory.create(kind, term, value, observations, Date.valueOf(today), fingerprint);
    }

    /** The two reports of each flow of a six-digit code of one edition; value and weight, null where a side lacks one of them. */
    private Dataset<Row> reports(Tables in) {
        EconomyKeys keys = new EconomyKeys(reference.economies());
        Dataset<Row> rows = in.read(Flows.TABLE)
                .filter(YEAR.col()
                        .between(years.from(), years.to())
                        .and(HS_LEVEL.col().equalTo(DIGITS))
                        .and(Flows.PUBLISHED_FLOW.col().isin("X", "M"))
                        .and(not(Flows.RESIDUAL.col()))
                        .and(VALUE_USD.col().gt(0))
                        .and(Flows.NET_WEIGHT.col().gt(0)));
        Column exports = Flows.PUBLISHED_FLOW.col().equalTo("X"), imports = not(exports);
        return keys.inPlaceOf(PARTNER_CODE, PARTNER, keys.inPlaceOf(REPORTER_CODE, REPORTER, rows, in), in)
                .filter(keys.isEconomy(REPORTER.col())
                        .and(keys.isEconomy(PARTNER.col()))
                        .and(REPORTER.col().notEqual(PARTNER.col())))
                .groupBy(
                        YEAR.col(),
                        EXPORTER.as(when(exports, REPORTER.col()).otherwise(PARTNER.col())),
                        IMPORTER.as(when(exports, PARTNER.col()).otherwise(REPORTER.col())),
                        HS_EDITION.col(),
                        HS_CODE.col())
                .agg(
                        EXPORT.as(SteadySum.of(when(exports, VALUE_USD.col()))),
                        EXPORT_KG.as(SteadySum.of(when(exports, Flows.NET_WEIGHT.col()))),
                        IMPORT.as(SteadySum.of(when(imports, VALUE_USD.col()))),
                        IMPORT_KG.as(SteadySum.of(when(imports, Flows.NET_WEIGHT.col()))));
    }

    /** Each year is summed in the order of its key, and years in theirs: the same flows give the same digits. */
    private CifRegression regression(Dataset<Row> reports) {
        Dataset<Row> medians =
                reports.groupBy(Fields.columns(HS_EDITION, HS_CODE)).agg(MEDIAN.as(median(unitValue())));
        List<Tuple2<Integer, CifRegression>> parts = new ArrayList<>(
                reports.filter(EXPORT.col().isNotNull().and(IMPORT.col().isNotNull()))
                        .join(medians, Fields.names(HS_EDITION, HS_CODE))
                        .repartition(YEAR.col())
                        .sortWithinPartitions(Fields.columns(YEAR, EXPORTER, IMPORTER, HS_EDITION, HS_CODE))
                        .mapPartitions(
                                byYear(distances, years),
                                Encoders.tuple(Encoders.INT(), Encoders.javaSerialization(CifRegression.class)))
                        .collectAsList());
        parts.sort(Comparator.comparing(Tuple2::_1));
        return parts.stream().map(Tuple2::_2).reduce(none(years), CifRegression::merge);
    }

    private static CifRegression none(Years years) {
        return new CifRegression(years.stream().boxed().collect(Collectors.toCollection(TreeSet::new)));
    }

    private static MapPartitionsFunction<Row, Tuple2<Integer, CifRegression>> byYear(
            GravityVariables distances, Years years) {
        int from = years.from(), to = years.to();
        return rows -> {
            SortedMap<Integer, CifRegression> sums = new TreeMap<>();
            rows.forEachRemaining(row -> distances
                    .between(EXPORTER.in(row), IMPORTER.in(row))
                    .ifPresent(geography -> sums.computeIfAbsent(YEAR.in(row), year -> none(new Years(from, to)))
                            .add(flow(row, geography))));
            return sums.entrySet().stream()
                    .map(sum -> new Tuple2<>(sum.getKey(), sum.getValue()))
                    .iterator();
        };
    }

    private static MirrorFlow flow(Row row, PairGeography geography) {
        return new MirrorFlow(
                YEAR.in(row),
                EXPORTER.in(row),
                IMPORTER.in(row),
                HS_CODE.in(row),
                Optional.of(new Report(EXPORT.in(row), EXPORT_KG.in(row) / KILOS)),
                Optional.of(new Report(IMPORT.in(row), IMPORT_KG.in(row) / KILOS)),
                geography,
                MEDIAN.in(row));
    }

    /** Of each chapter the median over exporters' reports of six digits: flows of the chapter have rates by it. */
    private List<Row> unitValues(Dataset<Row> reports) {
        return reports
                .filter(EXPORT.col().isNotNull())
                .groupBy(PRODUCT.as(substring(HS_CODE.col(), 1, 2)))
                .agg(MEDIAN.as(median(unitValue())), OBSERVATIONS.as(count(lit(1))))
                .orderBy(PRODUCT.col())
                .collectAsList()
                .stream()
                .map(row -> row(UNIT_VALUE, PRODUCT.in(row), MEDIAN.in(row), OBSERVATIONS.in(row)))
                .toList();
    }

    private static Column unitValue() {
        return EXPORT.col().divide(EXPORT_KG.col()).multiply(KILOS);
    }
}
