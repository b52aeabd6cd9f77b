package tradelake.indicators;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Fields.columns;
import static tradelake.harmonise.Fields.names;
import static tradelake.harmonise.Fields.schema;
import static tradelake.harmonise.ProductFlows.FILLED;
import static tradelake.reference.Columns.FLOW_OR_BOTH;
import static tradelake.reference.Columns.NAME_EN;
import static tradelake.reference.Columns.NAME_ZH;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
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
import tradelake.reference.Economies;
import tradelake.reference.Group;
import tradelake.reference.Indices;
import tradelake.reference.Reference;

/**
 * Makes gold.trade_index: trade between some reporters and some partners, the base year being 100.
 *
 * <pre>index(t) = 100 * V(t) / V(base year)</pre>
 *
 * at least 0; V is in current USD, as the reporters that have data in the year report it, self trade left out. Groups have
 * their members on one day in every year. Null where the base year has no value. A change in reporters_present is a break.
 */
public final class TradeIndex implements Job {
    public static final Field<String> INDEX_ID =
            Field.code("index_id", Text.of("A definition in indices.csv", "指数代码，定义见 indices.csv"));
    public static final Field<Double> INDEX = Field.measure(
                    "index",
                    "base year = 100",
                    Text.of(
                            "100 * value / value in the base year, null where the base year has no value",
                            "100 × 金额 / 基年金额；基年无金额时为空"))
            .orNull();
    public static final Field<Integer> BASE_YEAR =
            Field.integer("base_year", "", Text.of("The year that is 100", "基年（= 100）"));
    public static final Field<String> REPORTERS =
            Field.code("reporters", Text.of("Group or economy whose reports are used", "所用报告方：集团或经济体"));
    public static final Field<String> PARTNERS =
            Field.code("partners", Text.of("Group or economy on the other side, WLD everyone", "对方集团或经济体，WLD 为全体"));

    public static final Table TABLE = Table.named(Layer.GOLD, "trade_index")
            .meaning(
                    "Trade of some reporters with some partners against a base year. Indices of this project's own definition, as"
                            + " reported, members on one day in every year.",
                    "若干报告方与伙伴贸易相对基年的指数。本项目自定义指数，按报告数据、固定成员。")
            .oneRowPer(INDEX_ID, YEAR, FLOW_OR_BOTH)
            .measuring(
                    VALUE_USD,
                    INDEX,
                    BASE_YEAR,
                    REPORTERS,
                    PARTNERS,
                    PRODUCT,
                    RegionalShares.PRESENT,
                    RegionalShares.EXPECTED,
                    NAME_EN,
                    NAME_ZH)
            .always("no_negative_value", "value_usd >= 0")
            .always("no_negative_index", "index IS NULL OR index >= 0")
            .always("base_year_is_100", "year <> base_year OR index IS NULL OR index = 100")
            .always("no_more_than_members", "reporters_present BETWEEN 1 AND reporters_expected")
            .from("UN Comtrade")
            .example(
                    """
                    SELECT year, index
                    FROM gold.trade_index
                    WHERE index_id = 'CHINA_ASEAN' AND flow = 'XM'
                    ORDER BY year""")
            .build();

    private static final TwoWay VALUE = new TwoWay(VALUE_USD);
    private static final Field<Boolean> IS_PARTNER =
            Field.flag("is_partner", Text.of("Partner of the index", "属于该指数的伙伴"));

    private final Reference reference;
    private final Indices indices;
    private final LocalDate fixedOn;

    /** @param fixedOn the members of a group on this day are its members in every year */
    public TradeIndex(Reference reference, Indices indices, LocalDate fixedOn) {
        this.reference = reference;
        this.indices = indices;
        this.fixedOn = fixedOn;
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
        return reference.fingerprint() + indices + fixedOn;
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        Dataset<Row> reporters = broadcast(reporters(in));
        RelationalGroupedDataset grouped =
                trade(reporters, in).unionByName(coverage(reporters, in)).groupBy(columns(INDEX_ID, YEAR));
        Dataset<Row> sums = TwoWay.sum(
                grouped, VALUE.again(), Stream.of(RegionalShares.PRESENT.as(sum(RegionalShares.PRESENT.col()))));
        return indexed(sums.join(broadcast(definitions(in)), INDEX_ID.name()));
    }

    private Dataset<Row> trade(Dataset<Row> reporters, Tables in) {
        Column counts = PARTNERS.col().equalTo(Economies.EVERYONE).or(coalesce(IS_PARTNER.col(), lit(false)));
        RelationalGroupedDataset grouped = in.read(ProductFlows.TABLE)
                .filter(not(FILLED.col()).and(REPORTER.col().notEqual(PARTNER.col())))
                .join(reporters, names(REPORTER, PRODUCT))
                .join(broadcast(partners(in)), names(INDEX_ID, PARTNER), "left")
                .filter(counts)
                .groupBy(columns(INDEX_ID, YEAR));
        return TwoWay.sum(grouped, VALUE.ofFlows(lit(true))).withColumn(RegionalShares.PRESENT.name(), lit(0));
    }

    /** A row without trade for each reporter that covers the product. */
    private Dataset<Row> coverage(Dataset<Row> reporters, Tables in) {
        return new Datasets(new EconomyKeys(reference.economies()))
                .covered(in)
                .join(reporters, names(REPORTER, PRODUCT))
                .select(
                        INDEX_ID.col(),
                        YEAR.col(),
                        VALUE.exports().as(0.0),
                        VALUE.imports().as(0.0),
                        RegionalShares.PRESENT.as(1));
    }

    private static Dataset<Row> indexed(Dataset<Row> sums) {
        Column inBaseYear = max(when(YEAR.col().equalTo(BASE_YEAR.col()), VALUE_USD.col()))
                .over(Window.partitionBy(columns(INDEX_ID, FLOW_OR_BOTH)));
        return sums.select(Fields.ALL, TwoWay.asRows(VALUE))
                .withColumn(
                        INDEX.name(), try_divide(VALUE_USD.col(), inBaseYear).multiply(100));
    }

    private Dataset<Row> reporters(Tables in) {
        return in.rows(
                schema(INDEX_ID, REPORTER, PRODUCT, PARTNERS),
                indices.all().stream()
                        .flatMap(index -> economies(index.reporters()).stream()
                                .map(economy ->
                                        RowFactory.create(index.id(), economy, index.product(), index.partners())))
                        .toList());
    }

    private Dataset<Row> partners(Tables in) {
        return in.rows(
                schema(INDEX_ID, PARTNER, IS_PARTNER),
                indices.all().stream()
                        .filter(index -> !index.partners().equals(Economies.EVERYONE))
                        .flatMap(index -> economies(index.partners()).stream()
                                .map(economy -> RowFactory.create(index.id(), economy, true)))
                        .toList());
    }

    private Dataset<Row> definitions(Tables in) {
        return in.rows(
                schema(INDEX_ID, BASE_YEAR, REPORTERS, PARTNERS, PRODUCT, RegionalShares.EXPECTED, NAME_EN, NAME_ZH),
                indices.all().stream()
                        .map(index -> RowFactory.create(
                                index.id(),
                                index.baseYear(),
                                index.reporters(),
                                index.partners(),
                                index.product(),
                                economies(index.reporters()).size(),
                                index.nameEn(),
                                index.nameZh()))
                        .toList());
    }

    private Collection<String> economies(String groupOrEconomy) {
        Optional<Group> group = reference.groups().byId(groupOrEconomy);
        return group.isPresent() ? group.get().membersOn(fixedOn) : Set.of(groupOrEconomy);
    }
}
