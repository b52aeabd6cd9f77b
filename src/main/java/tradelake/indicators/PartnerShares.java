package tradelake.indicators;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Fields.columns;
import static tradelake.harmonise.Fields.names;
import static tradelake.harmonise.ProductFlows.FILLED;
import static tradelake.indicators.Members.SLOT;
import static tradelake.indicators.ReconciledFlows.RECONCILED;
import static tradelake.indicators.Variants.VARIANT;
import static tradelake.reference.Columns.BASIS;
import static tradelake.reference.Columns.FLOW_OR_BOTH;
import static tradelake.reference.Columns.GROUP_ID;
import static tradelake.reference.Columns.IS_HEADLINE;
import static tradelake.reference.Columns.MEMBERSHIP;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PARTNER_GROUP;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.PRODUCT_LEVEL;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.REPORTER_SET;
import static tradelake.reference.Columns.TOTAL_USD;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
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
import tradelake.reference.Economies;
import tradelake.reference.ProductKinds;
import tradelake.reference.ProductLevel;
import tradelake.reference.Reference;

/**
 * Makes gold.partner_shares: how much of a group's trade is with another group or with one economy, between 0 and 1.
 *
 * <pre>share = value / total        value = sum of V(g,p), g in the group, p in the partner group, p other than g</pre>
 *
 * in current USD; total is the same over all partners, known or not; in the basis {@code reconciled} over the economies of today. A single economy's rank is 1 + the number of single
 * economies, listed or not, with a larger value; a group's is the same number, and as no member can be larger than its group
 * it counts only economies outside it.
 */
public final class PartnerShares implements Job {
    public static final Field<Double> SHARE =
            Field.fraction("share", Text.of("value / total, self trade in neither", "value / total，均不含自我贸易"));
    public static final Field<Integer> RANK = Field.integer(
            "rank",
            "",
            Text.of(
                    "1 + the number of single economies with a larger value, listed in this table or not",
                    "1 + 金额更大的单个经济体数目（无论是否列于本表）"));

    public static final Table TABLE = Table.named(Layer.GOLD, "partner_shares")
            .meaning(
                    "Trade of a group with another group or one economy, itself included: a group with itself is trade among its"
                            + " members. Pairs without trade are left out. Rows that are not the headline are there for the total"
                            + " and the sections only.",
                    "集团与另一集团或单个经济体的贸易（与自身即成员之间的贸易）。无贸易的组合不列出。非首选口径仅列总额与各类。")
            .oneRowPer(GROUP_ID, PARTNER_GROUP, YEAR, FLOW_OR_BOTH, PRODUCT, BASIS, MEMBERSHIP, REPORTER_SET)
            .measuring(PRODUCT_LEVEL, VALUE_USD, TOTAL_USD, SHARE, RANK, IS_HEADLINE)
            .always("some_trade", "value_usd > 0 AND total_usd >= value_usd")
            .always("share_is_a_fraction", "share BETWEEN 0 AND 1")
            .always("share_of_total", "abs(share * total_usd - value_usd) <= 1e-9 * total_usd")
            .always("rank_from_one", "rank >= 1")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT rank, partner_group, share
                    FROM gold.partner_shares
                    WHERE group_id = 'ASEAN' AND year = 2019 AND flow = 'XM' AND product = 'TOTAL' AND is_headline
                      AND partner_group IN (SELECT economy FROM gold.economies)
                    ORDER BY rank LIMIT 10""")
            .build();

    private static final TwoWay VALUE = new TwoWay(VALUE_USD);

    private final Reference reference;
    private final MembershipDays days;
    private final PairList pairs;
    private final EconomyKeys keys;

    public PartnerShares(Reference reference, MembershipDays days, PairList pairs) {
        this.reference = reference;
        this.days = days;
        this.pairs = pairs.knownTo(reference);
        this.keys = new EconomyKeys(reference.economies());
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
        return reference.fingerprint() + days + pairs;
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Members members = new Members(pairs.groups(reference), List.of(MembershipRule.values()), days);
        Dataset<Row> byPartner = byPartner(members, in)
                .repartition(columns(SLOT, YEAR, PRODUCT))
                .join(broadcast(members.slotNames(in)), SLOT.name());
        Dataset<Row> ofSides = new Sides(members, keys).inPlaceOfPartners(byPartner, in);
        Dataset<Row> ranked = ranked(bySide(ofSides)).join(broadcast(members.slotNames(in)), SLOT.name());
        return Variants.named(ranked)
                .withColumn(PRODUCT_LEVEL.name(), level())
                .withColumn(SHARE.name(), VALUE_USD.col().divide(TOTAL_USD.col()));
    }

    /** The only pass over all flows: sums over the members of each group, by partner. */
    private Dataset<Row> byPartner(Members members, Tables in) {
        Datasets datasets = new Datasets(keys);
        Dataset<Row> flows = new ReconciledFlows(datasets, reference.products())
                .reportedAndReconciled(in)
                .filter(REPORTER.col().notEqual(PARTNER.col()))
                .filter(pairs.hasLevel());
        Column headline =
                not(FILLED.col().or(RECONCILED.col())).and(MEMBERSHIP.col().equalTo(MembershipRule.FIXED.label()));
        RelationalGroupedDataset grouped = new YearWindow(datasets, in)
                .markConstant(flows)
                .join(broadcast(members.each(REPORTER, in)), names(YEAR, REPORTER))
                .filter(isBroad(PRODUCT_LEVEL.col()).or(headline))
                .groupBy(columns(SLOT, YEAR, PRODUCT, PARTNER, RECONCILED, FILLED, YearWindow.IS_CONSTANT));
        return TwoWay.sum(grouped, VALUE.ofFlows(lit(true)));
    }

    /** Rows lie by what a rank compares, so that neither these sums nor the ranks move them again. */
    private Dataset<Row> bySide(Dataset<Row> ofSides) {
        RelationalGroupedDataset grouped = Variants.ofEach(ofSides)
                .filter(Variants.isReported().or(isBroad(level())))
                .groupBy(columns(SLOT, YEAR, PRODUCT, VARIANT, PARTNER_GROUP));
        return TwoWay.sum(grouped, VALUE.again()).select(Fields.ALL, TwoWay.asRows(VALUE));
    }

    /** The window in order of value comes first: its sort serves the other as well. */
    private Dataset<Row> ranked(Dataset<Row> sides) {
        WindowSpec all = Window.partitionBy(columns(SLOT, YEAR, VARIANT, PRODUCT, FLOW_OR_BOTH));
        Column everyone = PARTNER_GROUP.col().equalTo(Economies.EVERYONE);
        Column single = not(everyone.or(PARTNER_GROUP.col().isInCollection(pairs.groups())));
        Column notLarger = count_if(single).over(all.orderBy(VALUE_USD.col()));
        return sides.filter(VALUE_USD.col().gt(0))
                .withColumn(RANK.name(), notLarger)
                .withColumn(
                        TOTAL_USD.name(), max(when(everyone, VALUE_USD.col())).over(all))
                .withColumn(
                        RANK.name(),
                        count_if(single).over(all).minus(RANK.col()).plus(1))
                .filter(PARTNER_GROUP.col().isInCollection(pairs.partners()));
    }

    /** Whether a level of product stands in all variants. */
    static Column isBroad(Column level) {
        return level.isInCollection(labels(EnumSet.of(ProductLevel.TOTAL, ProductLevel.SECTION)));
    }

    private Column level() {
        return new ProductKinds(reference.products()).level(PRODUCT.col());
    }

    private static List<String> labels(Set<ProductLevel> levels) {
        return levels.stream().map(ProductLevel::label).sorted().toList();
    }
}
