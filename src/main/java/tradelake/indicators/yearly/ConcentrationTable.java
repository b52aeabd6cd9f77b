package tradelake.indicators.yearly;

import static tradelake.reference.Columns.FLOW;
import static tradelake.reference.Columns.REPORTER;

import java.util.List;
import java.util.stream.Stream;
import tradelake.indicators.measures.Concentration;
import tradelake.indicators.measures.Margins;
import tradelake.lake.Field;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** gold.concentration: {@link Concentration} of each reporter's trade over chapters and over known economies. */
final class ConcentrationTable implements YearlyIndicator {
    private static final long serialVersionUID = 1;
    private static final Field<String> OVER =
            Field.code("over", Text.of("products (chapters) or markets (known economies)", "products 章；markets 已知经济体"));
    private static final List<Field<String>> KEY = List.of(REPORTER, FLOW, OVER);
    private static final List<Field<Double>> MEASURES = List.of(
            Keys.fraction("hhi", "Sum of squared shares (Herfindahl-Hirschman)", "份额平方和（赫芬达尔指数）"),
            Keys.fraction("hhi_normalised", "0 spread evenly over all there are, 1 all in one", "标准化：0 均匀分布，1 集中于一处"),
            Keys.ratio("theil", "Theil's index, 0 even, ln n all in one", "泰尔指数：0 均匀，ln n 集中于一处"),
            Keys.fraction(
                    "extensive_margin",
                    "Of products: weight of the chapters traded in the world's trade, null for markets",
                    "扩展边际：所贸易各章在世界贸易中的权重；markets 为空"),
            Keys.fraction(
                    "intensive_margin",
                    "Of products: share of the world's trade in those chapters, null for markets",
                    "集约边际：在这些章世界贸易中的份额；markets 为空"));
    static final Table TABLE = Keys.table("concentration", KEY, MEASURES)
            .meaning(
                    "How concentrated each economy's trade is on chapters and on markets, and its margins in world trade.",
                    "各经济体贸易在章与市场上的集中度，以及其在世界贸易中的扩展与集约边际。")
            .always("is_a_fraction", "hhi BETWEEN 0 AND 1 + 1e-9")
            .example(
                    """
                    SELECT reporter, hhi
                    FROM gold.concentration
                    WHERE year = 2019 AND flow = 'X' AND over = 'markets' AND basis = 'as_reported'
                    ORDER BY hhi DESC LIMIT 10""")
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
        return now.directions().flatMap(direction -> {
            OneWay way = direction.getValue();
            double[] world = way.world();
            Stream<Cells> cells = way.reporters().stream()
                    .flatMap(reporter -> Stream.of(
                            products(reporter, direction.getKey(), way.of(reporter), world),
                            markets(reporter, direction.getKey(), now.markets(way, reporter))));
            return cells.filter(Cells::hasNumbers);
        });
    }

    private static Cells products(String reporter, String flow, double[] values, double[] world) {
        Concentration concentration = new Concentration(values);
        Margins margins = new Margins(values, world);
        return new Cells(
                List.of(reporter, flow, "products"),
                concentration.hhi(),
                concentration.normalised(),
                concentration.theil(),
                margins.extensive(),
                margins.intensive());
    }

    private static Cells markets(String reporter, String flow, double[] values) {
        Concentration concentration = new Concentration(values);
        return new Cells(
                List.of(reporter, flow, "markets"),
                concentration.hhi(),
                concentration.normalised(),
                concentration.theil(),
                Double.NaN,
                Double.NaN);
    }
}
