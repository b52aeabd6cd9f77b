package tradelake.harmonise.mirror;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.ProductFlows.FILLED;
import static tradelake.reference.Columns.FLOW;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.PRODUCT_LEVEL;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;
import tradelake.harmonise.EconomyKeys;
import tradelake.harmonise.Fields;
import tradelake.harmonise.ProductFlows;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.lake.Years;
import tradelake.reference.Economy;
import tradelake.reference.EconomyKind;
import tradelake.reference.ProductLevel;
import tradelake.reference.Reference;

/**
 * Makes silver.bilateral: one value for each flow of a chapter between two economies, by {@link MirrorModel}. Freight and
 * insurance are those of silver.cif_model, or one rate for all where it is empty and for pairs without a distance; reliability
 * is estimated from the flows themselves: sums of one year at a time go to the driver, never flows.
 */
public final class Bilateral implements Job {
    public static final Field<String> EXPORTER =
            Field.code("exporter", Text.of("ISO 3166-1 alpha-3 key of the exporting economy", "出口方代码"));
    public static final Field<String> IMPORTER =
            Field.code("importer", Text.of("ISO 3166-1 alpha-3 key of the importing economy", "进口方代码"));
    public static final Field<Double> EXPORT = Field.measure(
                    "export_usd",
                    "current USD, FOB",
                    Text.of("As the exporter reports, null where it does not", "出口方报告值；无报告则为空"))
            .orNull();
    public static final Field<Double> IMPORT = Field.measure(
                    "import_usd",
                    "current USD, CIF",
                    Text.of("As the importer reports, null where it does not", "进口方报告值；无报告则为空"))
            .orNull();
    public static final Field<Double> CIF_RATE =
            Field.fraction("cif_rate", Text.of("Freight and insurance on top of the FOB value", "运费与保险费占离岸价比重"));
    public static final Field<Double> IMPORT_FOB = Field.measure(
                    "import_fob_usd",
                    "current USD, FOB",
                    Text.of("import_usd / (1 + cif_rate), null where there is none", "import_usd /（1＋cif_rate）；无则为空"))
            .orNull();
    public static final Field<Double> EXPORT_WEIGHT = Field.fraction(
            "export_weight", Text.of("How much the exporter's report counts where there are both", "双方均有报告时出口方报告的权重"));
    public static final Field<Double> VALUE = VALUE_USD.named(
            VALUE_USD.name(),
            Text.of("Reconciled FOB value: the weighted mean, or the one report there is", "调和后离岸价：加权平均，或唯一一方的报告"));
    public static final Field<String> SOURCE = Field.code(
            "source", Text.of("both, exporter or importer: who reports it", "both 双方、exporter 出口方、importer 进口方"));

    public static final Table TABLE = Table.named(Layer.SILVER, "bilateral")
            .meaning(
                    "One FOB value for each flow of a chapter between two known economies: both reports, imports brought to FOB"
                            + " and weighted by how reliable each reporter is; one-sided flows are kept and marked.",
                    "两已知经济体之间各章流量的唯一离岸价：进口折为离岸价，并按双方报告可靠性加权；仅一方报告者保留并注明。")
            .oneRowPer(YEAR, EXPORTER, IMPORTER, PRODUCT)
            .measuring(EXPORT, IMPORT, CIF_RATE, IMPORT_FOB, EXPORT_WEIGHT, VALUE, SOURCE)
            .partitionedBy(YEAR)
            .always("two_economies", "exporter <> importer")
            .always("some_value", "value_usd > 0")
            .always("known_source", "source IN ('both', 'exporter', 'importer')")
            .always("weight_is_a_fraction", "export_weight BETWEEN 0 AND 1")
            .always(
                    "between_the_reports",
                    "source <> 'both' OR value_usd BETWEEN least(export_usd, import_fob_usd) * (1 - 1e-9) AND"
                            + " greatest(export_usd, import_fob_usd) * (1 + 1e-9)")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT source, count(*) AS n, sum(value_usd) AS usd
                    FROM silver.bilateral
                    WHERE year = 2019
                    GROUP BY source
                    ORDER BY usd DESC""")
            .build();

    private final Reference reference;
    private final Years years;
    private final double cifFactor;
    private final Limits limits;

    /** @param cifFactor imports (CIF) are this many times the partner's exports (FOB), above 1 */
    public Bilateral(Reference reference, Years years, double cifFactor, Limits limits) {
        this.reference = reference;
        this.years = years;
        this.cifFactor = cifFactor;
        this.limits = limits;
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ProductFlows.TABLE, GravityVariablesTable.TABLE, CifRates.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprintWithoutGroups() + years + cifFactor + limits;
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Dataset<Row> pairs = pairs(in);
        Carriage carriage = Carriage.of(in, Math.log(cifFactor));
        Reliability alike = new Reliability(0, Map.of(), Map.of(), 0);
        Reliability reliability = gaps(carriage, alike, pairs).reliability();
        Limits bounds = limits;
        return pairs.map(
                (MapFunction<Row, Row>) row -> reconciled(row, carriage, reliability, bounds),
                Encoders.row(TABLE.schema()));
    }

    /** The two reports of each flow, side by side; flows with oneself and with no known economy stay out. */
    private Dataset<Row> pairs(Tables in) {
        EconomyKeys keys = new EconomyKeys(reference.economies());
        Column exports = FLOW.col().equalTo("X");
        return in.read(ProductFlows.TABLE)
                .filter(not(FILLED.col())
                        .and(YEAR.col().between(years.from(), years.to()))
                        .and(PRODUCT_LEVEL.col().equalTo(ProductLevel.CHAPTER.label()))
                        .and(VALUE_USD.col().gt(0))
                        .and(REPORTER.col().notEqual(PARTNER.col()))
                        .and(keys.isEconomy(REPORTER.col()))
                        .and(keys.isEconomy(PARTNER.col())))
                .select(
                        YEAR.col(),
                        EXPORTER.as(when(exports, REPORTER.col()).otherwise(PARTNER.col())),
                        IMPORTER.as(when(exports, PARTNER.col()).otherwise(REPORTER.col())),
                        PRODUCT.col(),
                        EXPORT.as(when(exports, VALUE_USD.col())),
                        IMPORT.as(when(not(exports), VALUE_USD.col())))
                .groupBy(Fields.columns(YEAR, EXPORTER, IMPORTER, PRODUCT))
                .agg(EXPORT.as(max(EXPORT.col())), IMPORT.as(max(IMPORT.col())));
    }

    /** Each year is summed in the order of its key, and years in theirs: the same flows give the same digits. */
    private MirrorGaps gaps(Carriage carriage, Reliability alike, Dataset<Row> pairs) {
        List<Tuple2<Integer, MirrorGaps>> parts = new ArrayList<>(
                pairs.filter(EXPORT.col().isNotNull().and(IMPORT.col().isNotNull()))
                        .repartition(YEAR.col())
                        .sortWithinPartitions(Fields.columns(YEAR, EXPORTER, IMPORTER, PRODUCT))
                        .mapPartitions(
                                byYear(carriage, alike, limits, economies(), years),
                                Encoders.tuple(Encoders.INT(), Encoders.javaSerialization(MirrorGaps.class)))
                        .collectAsList());
        parts.sort(Comparator.comparing(Tuple2::_1));
        return parts.stream().map(Tuple2::_2).reduce(none(economies(), years), MirrorGaps::merge);
    }

    private static MapPartitionsFunction<Row, Tuple2<Integer, MirrorGaps>> byYear(
            Carriage carriage, Reliability alike, Limits limits, List<String> economies, Years years) {
        int from = years.from(), to = years.to();
        return rows -> {
            SortedMap<Integer, MirrorGaps> sums = new TreeMap<>();
            rows.forEachRemaining(row -> {
                MirrorFlow flow = flow(row, carriage);
                model(flow, carriage, alike, limits)
                        .addGap(flow, sums.computeIfAbsent(flow.year(), year -> none(economies, new Years(from, to))));
            });
            Iterator<Map.Entry<Integer, MirrorGaps>> each = sums.entrySet().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public Tuple2<Integer, MirrorGaps> next() {
                    var sum = each.next();
                    return new Tuple2<>(sum.getKey(), sum.getValue());
                }
            };
        };
    }

    private static MirrorGaps none(List<String> economies, Years years) {
        return new MirrorGaps(
                economies,
                IntStream.rangeClosed(years.from(), years.to()).boxed().toList());
    }

    private static MirrorModel model(MirrorFlow flow, Carriage carriage, Reliability reliability, Limits limits) {
        CifModel rates = carriage.model(flow.exporter(), flow.importer(), flow.product());
        return new MirrorModel(1, "", rates, reliability, limits);
    }

    private static Row reconciled(Row row, Carriage carriage, Reliability reliability, Limits limits) {
        MirrorFlow flow = flow(row, carriage);
        Reconciled value = model(flow, carriage, reliability, limits).reconcile(flow);
        Double importFob = Double.isNaN(value.importFob()) ? null : (Double) value.importFob();
        return RowFactory.create(
                YEAR.in(row),
                EXPORTER.in(row),
                IMPORTER.in(row),
                PRODUCT.in(row),
                EXPORT.in(row),
                IMPORT.in(row),
                value.cifRate(),
                importFob,
                value.exportWeight(),
                value.usd(),
                value.source().label());
    }

    private static MirrorFlow flow(Row row, Carriage carriage) {
        return new MirrorFlow(
                YEAR.in(row),
                EXPORTER.in(row),
                IMPORTER.in(row),
                PRODUCT.in(row),
                Optional.ofNullable(EXPORT.in(row)).map(usd -> new Report(usd, Double.NaN)),
                Optional.ofNullable(IMPORT.in(row)).map(usd -> new Report(usd, Double.NaN)),
                carriage.geography(EXPORTER.in(row), IMPORTER.in(row)),
                carriage.unitValue(PRODUCT.in(row)));
    }

    private List<String> economies() {
        return reference.economies().all().stream()
                .filter(economy -> economy.kind() == EconomyKind.ECONOMY)
                .map(Economy::key)
                .distinct()
                .sorted()
                .toList();
    }
}
