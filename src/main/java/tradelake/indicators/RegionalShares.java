package tradelake.indicators;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Fields.columns;
import static tradelake.harmonise.Fields.names;
import static tradelake.harmonise.ProductFlows.FILLED;
import static tradelake.indicators.Members.MEMBERS;
import static tradelake.indicators.Members.SLOT;
import static tradelake.indicators.RelationSums.COVERED;
import static tradelake.indicators.RelationSums.WITH_ITSELF;
import static tradelake.indicators.RelationSums.WITH_KNOWN;
import static tradelake.indicators.RelationSums.WITH_UNKNOWN;
import static tradelake.indicators.Variants.VARIANT;
import static tradelake.reference.Columns.BASIS;
import static tradelake.reference.Columns.FLOW_OR_BOTH;
import static tradelake.reference.Columns.GROUP_ID;
import static tradelake.reference.Columns.IS_HEADLINE;
import static tradelake.reference.Columns.MEMBERSHIP;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.PRODUCT_LEVEL;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.REPORTER_SET;
import static tradelake.reference.Columns.TOTAL_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import tradelake.harmonise.Datasets;
import tradelake.harmonise.EconomyKeys;
import tradelake.harmonise.Fields;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.ReporterYears;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.ProductKinds;
import tradelake.reference.Reference;

/**
 * Makes gold.regional_shares: how much of a group's trade stays inside it, between 0 and 1.
 *
 * <pre>intra_share = intra / (total - self)        total = intra + extra + self + unallocated</pre>
 *
 * all in current USD, summed over the members g of the group that count as reporters: intra is V(g,p) with another member p,
 * self V(g,g), unallocated what g reports with no known economy (areas nes, bunkers, residuals), extra the rest. X is as the
 * exporters report, M as the importers do, XM adds both above and below the line. Null where total - self is 0. In the basis
 * {@code reconciled} both are silver.bilateral's one FOB value: only flows by chapter between two economies of today are in it.
 */
public final class RegionalShares implements Job {
    public static final Field<Double> INTRA =
            usd("intra_usd", Text.of("Trade of members with other members", "成员之间的贸易额"));
    public static final Field<Double> EXTRA =
            usd("extra_usd", Text.of("Trade of members with known economies outside the group", "成员与集团外已知经济体的贸易额"));
    public static final Field<Double> SELF =
            usd("self_usd", Text.of("Trade of members with themselves, such as re-imports", "成员的自我贸易额（报告方与伙伴相同，如复进口）"));
    public static final Field<Double> UNALLOCATED = usd(
            "unallocated_usd",
            Text.of(
                    "Trade of members with no known economy: areas nes, bunkers, residuals",
                    "无法归入已知经济体的贸易额：未列明地区、船用燃料、差额"));
    public static final Field<Double> INTRA_SHARE = Field.fraction(
                    "intra_share",
                    Text.of(
                            "intra / (total - self), null where nothing is known of partners",
                            "intra /（total − self）；伙伴均不明时为空"))
            .orNull();
    public static final Field<Integer> PRESENT = Field.integer(
            "reporters_present",
            "economies",
            Text.of("Members whose own data cover the product in that year", "当年自身数据涵盖该商品的成员数"));
    public static final Field<Integer> EXPECTED =
            Field.integer("reporters_expected", "economies", Text.of("All members", "全部成员数"));
    public static final Field<Integer> FILLED_REPORTERS = Field.integer(
            "reporters_filled",
            "economies",
            Text.of(
                    "Members without any dataset that year whose trade in the product is taken from partners' reports",
                    "当年无任何数据集、该商品贸易取自伙伴报告的成员数"));
    public static final Field<Integer> WINDOW_FROM = Field.integer(
                    "window_from",
                    "",
                    Text.of("First year of the constant set, null for present", "固定集合窗口首年；present 时为空"))
            .orNull();
    public static final Field<Integer> WINDOW_TO = Field.integer(
                    "window_to", "", Text.of("Last year of the constant set, null for present", "固定集合窗口末年；present 时为空"))
            .orNull();

    public static final Table TABLE = Table.named(Layer.GOLD, "regional_shares")
            .meaning(
                    "How much of a group's trade stays inside it. A row exists where at least one member covers the product,"
                            + " traded or not; constant only as_reported; reconciled without categories, self and unallocated.",
                    "集团内部贸易占其贸易的份额。至少一个成员的数据涵盖该商品即有一行（无论有无贸易）；constant 仅用于 as_reported；"
                            + "reconciled 不含商品组、自我贸易与未分配贸易。")
            .oneRowPer(GROUP_ID, YEAR, FLOW_OR_BOTH, PRODUCT, BASIS, MEMBERSHIP, REPORTER_SET)
            .measuring(
                    PRODUCT_LEVEL,
                    INTRA,
                    EXTRA,
                    SELF,
                    UNALLOCATED,
                    TOTAL_USD,
                    INTRA_SHARE,
                    PRESENT,
                    EXPECTED,
                    FILLED_REPORTERS,
                    WINDOW_FROM,
                    WINDOW_TO,
                    IS_HEADLINE)
            .always("no_negative_value", "least(intra_usd, extra_usd, self_usd, unallocated_usd) >= 0")
            .always(
                    "parts_add_up",
                    "abs(total_usd - (intra_usd + extra_usd + self_usd + unallocated_usd)) <= 1e-9 * total_usd")
            .always("share_is_a_fraction", "intra_share IS NULL OR intra_share BETWEEN 0 AND 1")
            .always("share_unless_nothing", "(intra_share IS NULL) = (intra_usd + extra_usd = 0)")
            .always(
                    "share_is_intra",
                    "intra_share IS NULL OR abs(intra_share * (total_usd - self_usd) - intra_usd) <= 1e-9 * total_usd")
            .always("no_more_than_members", "reporters_present + reporters_filled BETWEEN 1 AND reporters_expected")
            .always("filled_where_it_says", "basis <> 'as_reported' OR reporters_filled = 0")
            .always("window_for_constant", "(window_from IS NULL) = (reporter_set = 'present')")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT year, intra_share, reporters_present, reporters_expected
                    FROM gold.regional_shares
                    WHERE group_id = 'RCEP' AND flow = 'XM' AND product = 'TOTAL' AND is_headline
                    ORDER BY year""")
            .build();

    private static final TwoWay INSIDE = new TwoWay(INTRA);
    private static final TwoWay KNOWN =
            new TwoWay(usd("known_usd", Text.of("Trade with known economies", "与已知经济体的贸易额")));
    private static final TwoWay ITSELF = new TwoWay(SELF);
    private static final TwoWay UNKNOWN = new TwoWay(UNALLOCATED);

    private final Reference reference;
    private final MembershipDays days;

    public RegionalShares(Reference reference, MembershipDays days) {
        this.reference = reference;
        this.days = days;
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ProductFlows.TABLE, Bilateral.TABLE, ReporterYears.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprint() + days;
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        EconomyKeys keys = new EconomyKeys(reference.economies());
        Members members = new Members(reference.groups().all(), List.of(MembershipRule.values()), days);
        Datasets datasets = new Datasets(keys);
        YearWindow window = new YearWindow(datasets, in);
        Dataset<Row> byReporter = window.markConstant(
                new RelationSums(members, keys, new ReconciledFlows(datasets, reference.products())).compute(in));
        Dataset<Row> byGroup = byGroup(byReporter, members, in).join(broadcast(members.slotNames(in)), SLOT.name());
        return shares(Variants.named(byGroup), window);
    }

    private static Dataset<Row> byGroup(Dataset<Row> byReporter, Members members, Tables in) {
        Dataset<Row> ofMembers = byReporter
                .join(broadcast(members.each(REPORTER, in)), names(YEAR, REPORTER))
                .filter(RelationSums.concernsTheGroup());
        RelationalGroupedDataset grouped = Variants.ofEach(ofMembers).groupBy(columns(SLOT, YEAR, PRODUCT, VARIANT));
        return TwoWay.sum(
                grouped,
                INSIDE.of(RelationSums.VALUE, RelationSums.isInside()),
                KNOWN.of(RelationSums.VALUE, RelationSums.is(WITH_KNOWN)),
                ITSELF.of(RelationSums.VALUE, RelationSums.is(WITH_ITSELF)),
                UNKNOWN.of(RelationSums.VALUE, RelationSums.is(WITH_UNKNOWN)),
                Stream.of(
                        PRESENT.as(count_if(RelationSums.is(COVERED))),
                        FILLED_REPORTERS.as(count_if(FILLED.col().and(RelationSums.is(WITH_KNOWN)))),
                        EXPECTED.as(max(MEMBERS.col()))));
    }

    private Dataset<Row> shares(Dataset<Row> sums, YearWindow window) {
        Column constant = REPORTER_SET.col().equalTo(ReporterSet.CONSTANT.label());
        Column other = KNOWN.measure().col().minus(INTRA.col());
        // Files of World rows alone say how much is traded and nothing of a share.
        Column somePartnerIsKnown = INTRA.col().plus(EXTRA.col()).gt(0);
        Column withoutSelf = INTRA.col().plus(EXTRA.col()).plus(UNALLOCATED.col());
        return sums.select(Fields.ALL, TwoWay.asRows(INSIDE, KNOWN, ITSELF, UNKNOWN))
                .withColumn(EXTRA.name(), greatest(other, lit(0.0)))
                .withColumn(TOTAL_USD.name(), withoutSelf.plus(SELF.col()))
                .withColumn(INTRA_SHARE.name(), when(somePartnerIsKnown, try_divide(INTRA.col(), withoutSelf)))
                .withColumn(PRODUCT_LEVEL.name(), new ProductKinds(reference.products()).level(PRODUCT.col()))
                .withColumn(WINDOW_FROM.name(), when(constant, window.from()))
                .withColumn(WINDOW_TO.name(), when(constant, window.to()));
    }

    private static Field<Double> usd(String name, Text meaning) {
        return Field.measure(name, "current USD", meaning);
    }
}
