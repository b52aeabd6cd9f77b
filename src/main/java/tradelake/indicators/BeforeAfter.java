package tradelake.indicators;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Fields.columns;
import static tradelake.harmonise.Fields.names;
import static tradelake.harmonise.ProductFlows.FILLED;
import static tradelake.indicators.Comparisons.BASELINE;
import static tradelake.indicators.Comparisons.REPORTERS;
import static tradelake.indicators.Comparisons.SERIES_BREAK;
import static tradelake.indicators.Comparisons.SOURCE_YEAR;
import static tradelake.indicators.Comparisons.SPAN;
import static tradelake.indicators.Members.SLOT;
import static tradelake.reference.Columns.BASIS;
import static tradelake.reference.Columns.FLOW_OR_BOTH;
import static tradelake.reference.Columns.GROUP_ID;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PARTNER_GROUP;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.PRODUCT_LEVEL;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import tradelake.harmonise.Datasets;
import tradelake.harmonise.EconomyKeys;
import tradelake.harmonise.Fields;
import tradelake.harmonise.Flows;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.ReporterYears;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.lake.Years;
import tradelake.reference.Economies;
import tradelake.reference.Group;
import tradelake.reference.ProductKinds;
import tradelake.reference.Reference;

/**
 * Makes gold.rcep_before_after: trade of a group with its partners in a year beside that of a baseline.
 *
 * <pre>change = value - baseline      growth = change / baseline      multiple = value / baseline</pre>
 *
 * in current USD, self trade left out; the baseline is the mean of its years. Only reporters that {@link Comparisons} lets
 * stand on both sides count. {@link UnitValues} parts the change into unit values and quantities. A comparison of dates: it says nothing of causes.
 */
public final class BeforeAfter implements Job {
    public static final Field<Double> BASELINE_USD = Field.measure(
            "baseline_usd", "current USD", Text.of("Value in the baseline, the mean of its years", "基准期金额（多年取均值）"));
    public static final Field<Double> CHANGE =
            Field.measure("change_usd", "current USD", Text.of("value_usd - baseline_usd", "value_usd - baseline_usd"));
    public static final Field<Double> GROWTH = Field.fraction(
                    "growth", Text.of("change / baseline, null where the baseline is nought", "变动 / 基准；基准为零则为空"))
            .orNull();
    public static final Field<Double> MULTIPLE = Field.measure(
                    "multiple",
                    "times",
                    Text.of("value / baseline, null where the baseline is nought", "金额 / 基准；基准为零则为空"))
            .orNull();
    public static final Field<Double> BASELINE_SHARE = Field.fraction(
                    "baseline_share",
                    Text.of(
                            "baseline / baseline with all partners, null where that is nought",
                            "基准金额 / 与全部伙伴的基准金额；为零则为空"))
            .orNull();
    public static final Field<Double> SHARE = Field.fraction(
                    "share",
                    Text.of("value / value with all partners, null where that is nought", "金额 / 与全部伙伴的金额；为零则为空"))
            .orNull();
    public static final Field<Double> SHARE_CHANGE = Field.fraction(
                    "share_change", Text.of("share - baseline_share", "share - baseline_share"))
            .orNull();

    public static final Table TABLE = Table.named(Layer.GOLD, "rcep_before_after")
            .meaning(
                    "Trade of a group with another group, one economy or everyone (WLD) in a year beside a baseline before it:"
                            + " members on one day in every year, as reported, among those whose data cover the product in all years"
                            + " compared.",
                    "集团与另一集团、单个经济体或全部伙伴（WLD）的贸易：某年与基准期比较。各年均用同一日成员，按报告，仅计所比各年均有该商品数据的成员。")
            .oneRowPer(GROUP_ID, PARTNER_GROUP, FLOW_OR_BOTH, PRODUCT, BASELINE, YEAR, BASIS)
            .measuring(
                    PRODUCT_LEVEL,
                    BASELINE_USD,
                    VALUE_USD,
                    CHANGE,
                    GROWTH,
                    MULTIPLE,
                    BASELINE_SHARE,
                    SHARE,
                    SHARE_CHANGE,
                    UnitValues.UNIT_VALUE,
                    UnitValues.QUANTITY,
                    UnitValues.ENTRY,
                    UnitValues.EXIT,
                    UnitValues.COVERED,
                    REPORTERS,
                    Members.MEMBERS,
                    SERIES_BREAK)
            .always("some_trade", "baseline_usd > 0 OR value_usd > 0")
            .always("no_negative_value", "baseline_usd >= 0 AND value_usd >= 0")
            .always(
                    "shares_are_fractions",
                    "coalesce(share, 0) BETWEEN 0 AND 1 + 1e-9 AND coalesce(baseline_share, 0) BETWEEN 0 AND 1 + 1e-9")
            .always("covered_is_a_fraction", "coalesce(value_covered, 0) BETWEEN 0 AND 1 + 1e-9")
            .always("some_reporter", "reporters_compared BETWEEN 1 AND members")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT year, growth, share_change, reporters_compared
                    FROM gold.rcep_before_after
                    WHERE group_id = 'RCEP' AND partner_group = 'RCEP' AND flow = 'XM' AND product = 'TOTAL' AND baseline = '2019'
                    ORDER BY year""")
            .build();

    private static final TwoWay BEFORE = new TwoWay(BASELINE_USD);
    private static final TwoWay AFTER = new TwoWay(VALUE_USD);

    private final Reference reference;
    private final MembershipDays days;
    private final PairList pairs;
    private final List<Group> groups;
    private final Comparisons comparisons;
    private final EconomyKeys keys;
    private final Datasets datasets;

    /**
     * @param groups whose trade is compared, by id
     * @param pairs what can stand on the other side, and which kinds of product
     */
    public BeforeAfter(
            Reference reference,
            MembershipDays days,
            PairList pairs,
            List<String> groups,
            List<Years> baselines,
            Years after) {
        this.reference = reference;
        this.days = days;
        this.pairs = pairs.knownTo(reference);
        this.groups = groups.stream().map(reference.groups()::named).toList();
        this.comparisons = new Comparisons(baselines, after);
        this.keys = new EconomyKeys(reference.economies());
        this.datasets = new Datasets(keys);
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ProductFlows.TABLE, ReporterYears.TABLE, Flows.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprint() + days + pairs + groups + comparisons;
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Members ofSides = new Members(pairs.groups(reference), List.of(MembershipRule.FIXED), days);
        Members ofGroups = new Members(groups, List.of(MembershipRule.FIXED), days);
        Dataset<Row> compared = comparisons.compute(datasets, in);
        Dataset<Row> byPartner = byPartner(compared, ofGroups, in).join(broadcast(ofGroups.slotNames(in)), SLOT.name());
        Sides sides = new Sides(ofSides, keys);
        Dataset<Row> bySide = bySide(sides.inPlaceOfPartners(byPartner, in));
        UnitValues unitValues = new UnitValues(pairs, reference.products(), keys);
        Dataset<Row> facts = comparisons.facts(compared, datasets, ofGroups, reference.products(), in);
        return unitValues
                .addTo(beside(bySide), compared, ofGroups, sides, BASELINE_USD, in)
                .join(facts, names(SLOT, BASELINE, YEAR, PRODUCT))
                .withColumn(PRODUCT_LEVEL.name(), new ProductKinds(reference.products()).level(PRODUCT.col()))
                .withColumn(BASIS.name(), BASIS.as("as_reported"));
    }

    /** The only pass over all flows: sums over the members of each group, by partner. */
    private Dataset<Row> byPartner(Dataset<Row> compared, Members members, Tables in) {
        Column after = SOURCE_YEAR.col().equalTo(YEAR.col());
        RelationalGroupedDataset grouped = in.read(ProductFlows.TABLE)
                .filter(not(FILLED.col()).and(REPORTER.col().notEqual(PARTNER.col())))
                .filter(pairs.hasLevel())
                .withColumnRenamed(YEAR.name(), SOURCE_YEAR.name())
                .join(compared, names(SOURCE_YEAR, REPORTER, PRODUCT))
                .join(broadcast(members.each(REPORTER, in)), names(YEAR, REPORTER))
                .groupBy(columns(SLOT, Members.MEMBERS, BASELINE, SPAN, YEAR, PRODUCT, PARTNER));
        return TwoWay.sum(grouped, BEFORE.ofFlows(not(after)), AFTER.ofFlows(after));
    }

    private Dataset<Row> bySide(Dataset<Row> ofSides) {
        RelationalGroupedDataset grouped = ofSides.filter(pairs.isListed())
                .groupBy(columns(SLOT, Members.MEMBERS, GROUP_ID, BASELINE, SPAN, YEAR, PRODUCT, PARTNER_GROUP));
        return TwoWay.sum(grouped, BEFORE.again(), AFTER.again())
                .select(Fields.ALL, TwoWay.asRows(BEFORE, AFTER))
                .withColumn(BASELINE_USD.name(), BASELINE_USD.col().divide(SPAN.col()))
                .filter(BASELINE_USD.col().gt(0).or(VALUE_USD.col().gt(0)));
    }

    private static Dataset<Row> beside(Dataset<Row> bySide) {
        WindowSpec all = Window.partitionBy(columns(SLOT, BASELINE, YEAR, PRODUCT, FLOW_OR_BOTH));
        return bySide.withColumn(CHANGE.name(), VALUE_USD.col().minus(BASELINE_USD.col()))
                .withColumn(GROWTH.name(), try_divide(CHANGE.col(), BASELINE_USD.col()))
                .withColumn(MULTIPLE.name(), try_divide(VALUE_USD.col(), BASELINE_USD.col()))
                .withColumn(BASELINE_SHARE.name(), ofEveryone(BASELINE_USD, all))
                .withColumn(SHARE.name(), ofEveryone(VALUE_USD, all))
                .withColumn(SHARE_CHANGE.name(), SHARE.col().minus(BASELINE_SHARE.col()));
    }

    private static Column ofEveryone(Field<Double> value, WindowSpec all) {
        Column everyone = PARTNER_GROUP.col().equalTo(Economies.EVERYONE);
        return try_divide(value.col(), max(when(everyone, value.col())).over(all));
    }
}
