package tradelake.harmonise;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Flows.NET_WEIGHT;
import static tradelake.reference.Columns.FLOW;
import static tradelake.reference.Columns.HS_CODE;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.HS_LEVEL;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PARTNER_CODE;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.PRODUCT_LEVEL;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.lake.BadInput;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.ProductKinds;
import tradelake.reference.Reference;

/**
 * Makes silver.product_flows: silver.flows by key and product, what every share is made of.
 *
 * <pre>V(t,r,f,p,k) = sum of v(t,r,f,p,c) over the HS codes c of product k, in current USD, at least 0</pre>
 *
 * where the reporter-year (t,r) covers k; "of which" flows stay out, residuals count. Where an economy e has no dataset of
 * any kind in year t, its partners' reports stand in for its own, marked {@code filled}:
 *
 * <pre>X(t,e,p,k) = M(t,p,e,k) / cif        M(t,e,p,k) = X(t,p,e,k) * cif</pre>
 */
public final class ProductFlows implements Job {
    public static final Field<Boolean> FILLED = Field.flag(
            "filled",
            Text.of(
                    "Not reported: taken from the partner's report, because the reporter has no dataset in that year",
                    "非自身报告：该报告方当年无数据集，取自伙伴报告"));
    public static final Field<Double> WEIGHT = Field.measure(
                    NET_WEIGHT.name(),
                    NET_WEIGHT.unit(),
                    Text.of(
                            "Sum of the net weights reported, null where none is; can cover less than the value",
                            "已报告净重之和；均未报告则为空；覆盖面可小于金额"))
            .orNull();

    public static final Table TABLE = Table.named(Layer.SILVER, "product_flows")
            .meaning(
                    "silver.flows summed to products, by key. Filled rows give economies without any dataset in a year what their"
                            + " partners report, imports and exports exchanged and the CIF factor taken off or put on.",
                    "silver.flows 按代码键与商品汇总。filled 行为当年无任何数据集的经济体补入伙伴报告的金额（进出口互换，并按到岸价系数折算）。")
            .oneRowPer(YEAR, REPORTER, FLOW, PARTNER, PRODUCT, FILLED)
            .measuring(PRODUCT_LEVEL, VALUE_USD, WEIGHT)
            .partitionedBy(YEAR)
            .always("imports_or_exports", "flow IN ('M', 'X')")
            .always("no_negative_value", "value_usd >= 0")
            .always("no_self_trade_filled", "NOT filled OR reporter <> partner")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT partner, sum(value_usd) AS usd
                    FROM silver.product_flows
                    WHERE reporter = 'VNM' AND flow = 'X' AND product = 'TOTAL' AND year = 2019
                    GROUP BY partner
                    ORDER BY usd DESC LIMIT 10""")
            .build();

    private final Reference reference;
    private final double cifFactor;
    private final EconomyKeys keys;

    /** @param cifFactor imports (CIF) are this many times the partner's exports (FOB) */
    public ProductFlows(Reference reference, double cifFactor) {
        if (!(cifFactor > 0 && Double.isFinite(cifFactor)))
            throw new BadInput(
                    "Cannot use mirror.cif-factor %s: it must be above 0, such as 1.05".formatted(cifFactor));
        this.reference = reference;
        this.cifFactor = cifFactor;
        this.keys = new EconomyKeys(reference.economies());
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of(Flows.TABLE, ReporterYears.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprintWithoutGroups() + " cif " + cifFactor;
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Dataset<Row> datasets = broadcast(new Datasets(keys).byYear(in));
        return withFilled(reported(in, datasets), datasets)
                .withColumn(PRODUCT_LEVEL.name(), new ProductKinds(reference.products()).level(PRODUCT.col()));
    }

    private Dataset<Row> reported(Tables in, Dataset<Row> datasets) {
        Dataset<Row> flows = in.read(Flows.TABLE)
                .filter(not(Flows.OF_WHICH.col()))
                .select(
                        YEAR.col(),
                        REPORTER_CODE.col(),
                        FLOW.col(),
                        PARTNER_CODE.col(),
                        HS_EDITION.col(),
                        HS_CODE.col(),
                        HS_LEVEL.col(),
                        VALUE_USD.col(),
                        NET_WEIGHT.col());
        Dataset<Row> keyed =
                keys.inPlaceOf(PARTNER_CODE, PARTNER, keys.inPlaceOf(REPORTER_CODE, REPORTER, flows, in), in);
        return new CodeProducts(reference.products())
                .addTo(keyed, in)
                .withColumn(PRODUCT.name(), explode(CodeProducts.PRODUCTS.col()))
                .groupBy(YEAR.col(), REPORTER.col(), FLOW.col(), PARTNER.col(), PRODUCT.col())
                .agg(VALUE_USD.as(SteadySum.of(VALUE_USD.col())), WEIGHT.as(SteadySum.of(NET_WEIGHT.col())))
                .as("flow")
                .join(datasets.as("dataset"), isCovered(), "left_semi");
    }

    private static Column isCovered() {
        return YEAR.of("flow")
                .equalTo(YEAR.of("dataset"))
                .and(REPORTER.of("flow").equalTo(REPORTER.of("dataset")))
                .and(array_contains(ReporterYears.PRODUCTS.of("dataset"), PRODUCT.of("flow")));
    }

    /** Each row as it is, and once more from the other side where the partner has no dataset. */
    private Dataset<Row> withFilled(Dataset<Row> reported, Dataset<Row> datasets) {
        Column sameYear = YEAR.of("flow").equalTo(YEAR.of("dataset"));
        Column partnerReports = PARTNER.of("flow").equalTo(REPORTER.of("dataset"));
        Column missing = REPORTER.of("dataset").isNull().and(keys.isEconomy(PARTNER.col()));
        return reported.as("flow")
                .join(datasets.as("dataset"), sameYear.and(partnerReports), "left")
                .select(
                        YEAR.of("flow"),
                        PRODUCT.of("flow"),
                        WEIGHT.of("flow"),
                        inline(when(missing, array(asReported(), fromTheOtherSide()))
                                .otherwise(array(asReported()))));
    }

    private static Column asReported() {
        return struct(
                REPORTER.as(REPORTER.of("flow")),
                FLOW.as(FLOW.col()),
                PARTNER.as(PARTNER.col()),
                VALUE_USD.as(VALUE_USD.col()),
                FILLED.as(false));
    }

    private Column fromTheOtherSide() {
        Column imports = FLOW.col().equalTo("M");
        Column fob = VALUE_USD.col().divide(lit(cifFactor));
        Column cif = VALUE_USD.col().multiply(lit(cifFactor));
        return struct(
                REPORTER.as(PARTNER.col()),
                FLOW.as(when(imports, "X").otherwise("M")),
                PARTNER.as(REPORTER.of("flow")),
                VALUE_USD.as(when(imports, fob).otherwise(cif)),
                FILLED.as(true));
    }
}
