package tradelake.indicators;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Fields.columns;
import static tradelake.harmonise.Fields.names;
import static tradelake.harmonise.ProductFlows.FILLED;
import static tradelake.indicators.Members.SLOT;
import static tradelake.indicators.Variants.VARIANT;
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
import java.util.stream.Stream;
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
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.ProductKinds;
import tradelake.reference.ProductLevel;
import tradelake.reference.Products;
import tradelake.reference.ProductsTable;
import tradelake.reference.Reference;

/**
 * Makes gold.product_composition: of what a pair's trade consists, between 0 and 1.
 *
 * <pre>share(k) = V(k) / V(TOTAL)</pre>
 *
 * V is trade of the members on one day with the partner group, self trade left out, current USD. Above and below the line
 * stand only those reports that cover all goods, so that an extract of one chapter cannot be larger than the whole; null
 * where no report does. value_usd has all reports. The shares of the sections, or of the chapters, add up to 1 less what is
 * in no section or was published without a code.
 */
public final class ProductComposition implements Job {
    public static final Field<Double> SHARE = Field.fraction(
                    "share",
                    Text.of(
                            "Share of the pair's whole trade, of the reports that cover all goods; null where none does",
                            "占该组合全部贸易的份额，仅用涵盖全部货物的报告；没有则为空"))
            .orNull();

    public static final Table TABLE = Table.named(Layer.GOLD, "product_composition")
            .meaning(
                    "Of what the trade of a group with another group, one economy or everyone (WLD) consists: members on one day in"
                            + " every year, those with data. Products without trade are left out; mirror_filled has the sections only.",
                    "集团与另一集团、单个经济体或全体伙伴（WLD）贸易的商品构成：固定成员、当年有数据者。无贸易的商品不列出；mirror_filled 仅列各类。")
            .oneRowPer(GROUP_ID, PARTNER_GROUP, YEAR, FLOW_OR_BOTH, ProductsTable.SCHEME, PRODUCT, BASIS)
            .measuring(VALUE_USD, SHARE)
            .always("some_trade", "value_usd > 0")
            .always("share_is_a_fraction", "share IS NULL OR share BETWEEN 0 AND 1")
            .always("not_the_total", "product <> 'TOTAL'")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT product, share
                    FROM gold.product_composition
                    WHERE group_id = 'ASEAN' AND partner_group = 'CHN' AND year = 2019 AND flow = 'X'
                      AND scheme = 'section' AND basis = 'as_reported'
                    ORDER BY share DESC""")
            .build();

    private static final TwoWay VALUE = new TwoWay(VALUE_USD);
    private static final TwoWay COMPARABLE = new TwoWay(
            Field.measure("comparable_usd", "current USD", Text.of("Of reports that cover all goods", "涵盖全部货物的报告")));
    private static final Field<Boolean> IS_COMPARABLE =
            Field.flag("is_comparable", Text.of("The report covers all goods", "该报告涵盖全部货物"));
    private static final Field<String> SOURCE = REPORTER.named("source", Text.of("Who reported the row", "该行的报告方"));
    private static final Field<Double> WHOLE =
            Field.measure("whole_usd", "current USD", Text.of("Trade in all goods", "全部货物贸易额"));

    private final Reference reference;
    private final MembershipDays days;
    private final PairList pairs;
    private final EconomyKeys keys;

    public ProductComposition(Reference reference, MembershipDays days, PairList pairs) {
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
        return List.of(ProductFlows.TABLE, ReporterYears.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprint() + days + pairs;
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Members members = new Members(pairs.groups(reference), List.of(MembershipRule.FIXED), days);
        Dataset<Row> byPartner = byPartner(members, in)
                .repartition(columns(SLOT, YEAR))
                .join(broadcast(members.slotNames(in)), SLOT.name());
        Dataset<Row> ofSides = new Sides(members, keys).inPlaceOfPartners(byPartner, in);
        Dataset<Row> shares =
                shares(bySide(ofSides.filter(pairs.isListed()))).join(broadcast(members.slotNames(in)), SLOT.name());
        return Variants.named(shares)
                .withColumn(ProductsTable.SCHEME.name(), new ProductKinds(reference.products()).scheme(PRODUCT.col()));
    }

    /** The only pass over all flows: sums over the members of each group, by partner. */
    private Dataset<Row> byPartner(Members members, Tables in) {
        Dataset<Row> flows = in.read(ProductFlows.TABLE)
                .filter(REPORTER.col().notEqual(PARTNER.col()))
                .filter(PRODUCT_LEVEL.col().isInCollection(levels()))
                .filter(not(FILLED.col()).or(PartnerShares.isBroad(PRODUCT_LEVEL.col())));
        RelationalGroupedDataset grouped = markComparable(flows, in)
                .join(broadcast(members.each(REPORTER, in)), names(YEAR, REPORTER))
                .groupBy(columns(SLOT, YEAR, PRODUCT, PARTNER, FILLED));
        return TwoWay.sum(grouped, VALUE.ofFlows(lit(true)), COMPARABLE.ofFlows(IS_COMPARABLE.col()));
    }

    /** True where the report that a row is taken from, its own or the partner's, covers all goods; otherwise null. */
    private Dataset<Row> markComparable(Dataset<Row> flows, Tables in) {
        Dataset<Row> whole = new Datasets(keys)
                .coveringAllGoods(reference.products(), in)
                .select(YEAR.col(), SOURCE.as(REPORTER.col()), IS_COMPARABLE.as(true));
        return flows.withColumn(SOURCE.name(), when(FILLED.col(), PARTNER.col()).otherwise(REPORTER.col()))
                .join(broadcast(whole), names(YEAR, SOURCE), "left");
    }

    /** Rows lie by group and year, so that neither these sums nor the shares move them again. */
    private Dataset<Row> bySide(Dataset<Row> ofSides) {
        Column level = new ProductKinds(reference.products()).level(PRODUCT.col());
        RelationalGroupedDataset grouped = Variants.ofPresent(ofSides)
                .filter(Variants.isReported().or(PartnerShares.isBroad(level)))
                .groupBy(columns(SLOT, YEAR, VARIANT, PARTNER_GROUP, PRODUCT));
        return TwoWay.sum(grouped, VALUE.again(), COMPARABLE.again())
                .select(Fields.ALL, TwoWay.asRows(VALUE, COMPARABLE));
    }

    private static Dataset<Row> shares(Dataset<Row> sides) {
        WindowSpec pair = Window.partitionBy(columns(SLOT, YEAR, VARIANT, PARTNER_GROUP, FLOW_OR_BOTH));
        Column isTotal = PRODUCT.col().equalTo(Products.TOTAL.id());
        return sides.withColumn(
                        WHOLE.name(),
                        max(when(isTotal, COMPARABLE.measure().col())).over(pair))
                .filter(VALUE_USD.col().gt(0).and(not(isTotal)))
                .withColumn(SHARE.name(), try_divide(COMPARABLE.measure().col(), WHOLE.col()));
    }

    private List<String> levels() {
        return Stream.concat(Stream.of(ProductLevel.TOTAL), pairs.levels().stream())
                .map(ProductLevel::label)
                .distinct()
                .toList();
    }
}
