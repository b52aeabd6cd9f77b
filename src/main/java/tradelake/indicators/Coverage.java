package tradelake.indicators;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Fields.names;
import static tradelake.harmonise.Fields.schema;
import static tradelake.harmonise.ReporterYears.EDITION;
import static tradelake.harmonise.ReporterYears.HAS_M;
import static tradelake.harmonise.ReporterYears.HAS_X;
import static tradelake.harmonise.ReporterYears.MONTHS;
import static tradelake.harmonise.ReporterYears.PARTNERS;
import static tradelake.harmonise.ReporterYears.PRODUCTS;
import static tradelake.harmonise.ReporterYears.VALUE_M;
import static tradelake.harmonise.ReporterYears.VALUE_X;
import static tradelake.harmonise.ReporterYears.WHOLE;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.harmonise.Datasets;
import tradelake.harmonise.EconomyKeys;
import tradelake.harmonise.ReporterYears;
import tradelake.harmonise.SteadySum;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.ControlTotal;
import tradelake.reference.Membership;
import tradelake.reference.Products;
import tradelake.reference.Reference;

/**
 * Makes gold.coverage: who reported what in which year, and how far its total is from another publisher's.
 *
 * <pre>gap = value / control - 1</pre>
 *
 * a fraction from -1 on: 0.05 is five per cent above the control total. Values are current USD with self trade, as control
 * totals have it. Null where there is no control total, no such flow, or only an extract that does not cover all goods.
 */
public final class Coverage implements Job {
    public static final Field<Boolean> HAS_DATASET =
            Field.flag("has_dataset", Text.of("Some release of that year is there", "当年有发布文件"));
    public static final Field<Boolean> COVERS_TOTAL =
            Field.flag("covers_total", Text.of("The releases cover all goods", "发布文件涵盖全部货物"));
    public static final Field<Double> CONTROL_X = control("control_x_usd", "exports", "出口");
    public static final Field<Double> CONTROL_M = control("control_m_usd", "imports", "进口");
    public static final Field<Double> GAP_X = gap("gap_x", "value_x_usd / control_x_usd - 1");
    public static final Field<Double> GAP_M = gap("gap_m", "value_m_usd / control_m_usd - 1");

    public static final Table TABLE = Table.named(Layer.GOLD, "coverage")
            .meaning(
                    "Who reported in which year. A row for every economy that reported in any year or is in any group, and every"
                            + " year from the first to the last with a dataset, so that a missing report is a row with has_dataset"
                            + " = false.",
                    "各年报告情况。凡在任一年有报告或属于任一集团的经济体，在首个至最后一个有数据集的年份均有一行；缺报即 has_dataset = false。")
            .oneRowPer(REPORTER, YEAR)
            .measuring(
                    HAS_DATASET,
                    HAS_X,
                    HAS_M,
                    EDITION,
                    WHOLE,
                    MONTHS,
                    COVERS_TOTAL,
                    PARTNERS,
                    VALUE_X,
                    VALUE_M,
                    CONTROL_X,
                    CONTROL_M,
                    GAP_X,
                    GAP_M)
            .always("nothing_without_dataset", "has_dataset OR NOT (has_x OR has_m OR whole OR covers_total)")
            .always("gap_from_minus_one", "least(coalesce(gap_x, 0), coalesce(gap_m, 0)) >= -1")
            .always(
                    "gap_needs_control",
                    "(gap_x IS NULL OR control_x_usd > 0) AND (gap_m IS NULL OR control_m_usd > 0)")
            .from("UN Comtrade", "World Bank WDI", "WTO")
            .example(
                    """
                    SELECT year, string_agg(reporter, ' ' ORDER BY reporter) AS missing
                    FROM gold.coverage
                    WHERE NOT has_dataset AND reporter IN (SELECT economy FROM gold.groups WHERE group_id = 'ASEAN')
                    GROUP BY year
                    ORDER BY year""")
            .build();

    private final Reference reference;

    public Coverage(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ReporterYears.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprint();
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Datasets datasets = new Datasets(new EconomyKeys(reference.economies()));
        Dataset<Row> reports = datasets.reporterYears(in);
        return expected(reports, new YearWindow(datasets, in), in)
                .join(summed(reports), names(REPORTER, YEAR), "left")
                .join(broadcast(controls(in)), names(REPORTER, YEAR), "left")
                .select(
                        REPORTER.col(),
                        YEAR.col(),
                        orFalse(HAS_DATASET),
                        orFalse(HAS_X),
                        orFalse(HAS_M),
                        EDITION.col(),
                        orFalse(WHOLE),
                        MONTHS.as(coalesce(MONTHS.col(), lit(0))),
                        orFalse(COVERS_TOTAL),
                        PARTNERS.as(coalesce(PARTNERS.col(), lit(0))),
                        VALUE_X.col(),
                        VALUE_M.col(),
                        CONTROL_X.col(),
                        CONTROL_M.col(),
                        GAP_X.as(gap(VALUE_X, CONTROL_X)),
                        GAP_M.as(gap(VALUE_M, CONTROL_M)));
    }

    /** Every reporter-year that one could ask for. */
    private Dataset<Row> expected(Dataset<Row> reports, YearWindow window, Tables in) {
        Dataset<Row> members = in.rows(
                schema(REPORTER),
                reference.groups().all().stream()
                        .flatMap(group -> group.memberships().stream())
                        .map(Membership::economy)
                        .distinct()
                        .map(RowFactory::create)
                        .toList());
        return reports.select(REPORTER.col())
                .union(members)
                .distinct()
                .withColumn(YEAR.name(), explode(sequence(window.from(), window.to())));
    }

    /** One row a key and year, of one code or, around a change of codes, of two. */
    private static Dataset<Row> summed(Dataset<Row> reports) {
        return reports.groupBy(REPORTER.col(), YEAR.col())
                .agg(
                        HAS_DATASET.as(bool_or(lit(true))),
                        HAS_X.as(bool_or(HAS_X.col())),
                        HAS_M.as(bool_or(HAS_M.col())),
                        EDITION.as(max(EDITION.col())),
                        WHOLE.as(bool_or(WHOLE.col())),
                        MONTHS.as(max(MONTHS.col())),
                        COVERS_TOTAL.as(bool_or(array_contains(PRODUCTS.col(), Products.TOTAL.id()))),
                        PARTNERS.as(max(PARTNERS.col())),
                        VALUE_X.as(SteadySum.of(VALUE_X.col())),
                        VALUE_M.as(SteadySum.of(VALUE_M.col())));
    }

    private Dataset<Row> controls(Tables in) {
        return in.rows(
                schema(REPORTER, YEAR, CONTROL_X, CONTROL_M),
                reference.controlTotals().all().stream()
                        .map(total -> List.of(total.economy(), total.year()))
                        .distinct()
                        .map(key -> control((String) key.get(0), (int) key.get(1)))
                        .toList());
    }

    private Row control(String economy, int year) {
        return RowFactory.create(
                economy,
                year,
                value(reference.controlTotals().of(economy, TwoWay.EXPORTS, year)),
                value(reference.controlTotals().of(economy, TwoWay.IMPORTS, year)));
    }

    private static Double value(Optional<ControlTotal> total) {
        return total.map(ControlTotal::valueUsd).orElse(null);
    }

    private static Column orFalse(Field<Boolean> flag) {
        return flag.as(coalesce(flag.col(), lit(false)));
    }

    private static Column gap(Field<Double> value, Field<Double> control) {
        return when(COVERS_TOTAL.col(), try_divide(value.col(), control.col()).minus(1));
    }

    private static Field<Double> control(String name, String flow, String zh) {
        return Field.measure(
                        name,
                        "current USD",
                        Text.of(
                                "Total " + flow + " by another publisher, null where there is none",
                                "其他机构公布的" + zh + "总额；没有则为空"))
                .orNull();
    }

    private static Field<Double> gap(String name, String formula) {
        return Field.fraction(
                        name,
                        Text.of(
                                formula
                                        + "; null without the flow, without a control total, or where all goods are not covered",
                                formula + "；无该流向、无对照总额或未涵盖全部货物时为空"))
                .orNull();
    }
}
