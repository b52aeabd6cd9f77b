package tradelake.indicators.yearly;

import static tradelake.reference.Columns.FLOW;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.REPORTER;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tradelake.indicators.measures.ExportTable;
import tradelake.indicators.measures.RevealedAdvantage;
import tradelake.lake.Field;
import tradelake.lake.Table;

/** gold.revealed_advantage: {@link RevealedAdvantage} of each economy in each chapter that it trades, exports and imports. */
final class AdvantageTable implements YearlyIndicator {
    private static final long serialVersionUID = 1;
    private static final List<Field<String>> KEY = List.of(REPORTER, FLOW, PRODUCT);
    private static final List<Field<Double>> MEASURES = List.of(
            Keys.usd("value_of_product_usd", "Trade of the economy in the product", "该经济体该商品贸易额"),
            Keys.ratio(
                    "rca",
                    "Balassa: share in the economy over share in the world; 1 is as the world",
                    "巴拉萨指数：本国份额与世界份额之比"),
            Keys.ratio(
                    "rca_excluding_self",
                    "The same with the world less the economy, null where nobody else trades it",
                    "世界不含本国；无他国贸易则为空"),
            Keys.ratio("rca_symmetric", "(rca - 1) / (rca + 1), -1 to 1", "对称指数，-1 至 1"),
            Keys.ratio(
                    "rca_normalised", "Normalised: sums to 0 over products and over economies", "标准化指数：对商品与经济体之和均为 0"));
    static final Table TABLE = Keys.table("revealed_advantage", KEY, MEASURES)
            .meaning(
                    "How much economies are specialised in chapters, in exports and in imports; traded ones only, among"
                            + " reporters whose data cover all goods.",
                    "各经济体在各章的显示性比较优势（出口与进口），仅列有贸易者；比较范围为数据涵盖全部货物的报告方。")
            .always("some_trade", "value_of_product_usd > 0 AND rca > 0")
            .always("symmetric_is_bounded", "rca_symmetric BETWEEN -1 AND 1")
            .example(
                    """
                    SELECT product, rca
                    FROM gold.revealed_advantage
                    WHERE reporter = 'VNM' AND year = 2019 AND flow = 'X' AND basis = 'as_reported'
                    ORDER BY rca DESC LIMIT 10""")
            .build();

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public List<Field<String>> key() {
        return KEY;
    }

    @Override
    public List<Field<Double>> measures() {
        return MEASURES;
    }

    @Override
    public Stream<Cells> of(YearPanel now, YearPanel before) {
        return now.directions().flatMap(direction -> of(now, direction.getKey(), direction.getValue()));
    }

    private static Stream<Cells> of(YearPanel now, String flow, OneWay direction) {
        SortedSet<String> economies = direction.reporters();
        ExportTable table = ExportTable.of(now.table(direction, economies));
        List<String> names = List.copyOf(economies);
        return IntStream.range(0, names.size()).boxed().flatMap(e -> IntStream.range(
                        0, now.products().size())
                .filter(k -> table.values()[e][k] > 0)
                .mapToObj(k -> cells(List.of(names.get(e), flow, now.products().get(k)), table.of(e, k))));
    }

    private static Cells cells(List<String> key, RevealedAdvantage advantage) {
        boolean alone = advantage.product() == advantage.own();
        return new Cells(
                key,
                advantage.own(),
                advantage.balassa(),
                alone ? Double.NaN : advantage.excludingSelf(),
                advantage.symmetric(),
                advantage.normalised());
    }
}
