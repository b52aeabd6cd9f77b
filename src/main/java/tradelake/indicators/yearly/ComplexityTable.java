package tradelake.indicators.yearly;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tradelake.indicators.measures.Complexity;
import tradelake.indicators.measures.ExportTable;
import tradelake.indicators.measures.Fitness;
import tradelake.indicators.measures.ProductSpace;
import tradelake.lake.Field;
import tradelake.lake.Table;
import tradelake.lake.Text;

/** gold.complexity: {@link Complexity}, {@link Fitness} and outlook of exporters and chapters. */
final class ComplexityTable implements YearlyIndicator {
    private static final long serialVersionUID = 1;
    private static final int STEPS = 20;
    private static final Field<String> OF =
            Field.code("complexity_of", Text.of("economy or product (chapter)", "economy 经济体；product 章"));
    private static final Field<String> ID = Field.code("id", Text.of("Key of the economy, or the chapter", "经济体代码或章号"));
    private static final List<Field<String>> KEY = List.of(OF, ID);
    private static final List<Field<Double>> MEASURES = List.of(
            Keys.ratio(
                    "complexity",
                    "ECI of an economy (mean 0, standard deviation 1), PCI of a product in the units of ECI; null where not defined",
                    "经济体为 ECI（均值 0、标准差 1），商品为以 ECI 为单位的 PCI；无定义则为空"),
            Field.measure(
                            "breadth",
                            "count",
                            Text.of(
                                    "Diversity: products exported with an advantage; ubiquity: economies that do",
                                    "多样性（具优势的商品数）或普遍性（具优势的经济体数）"))
                    .orNull(),
            Keys.ratio(
                    "fitness",
                    "Fitness of an economy, complexity of a product, mean 1, after %d steps".formatted(STEPS),
                    "适应度（经济体）或复杂度（商品），均值 1，迭代 %d 次".formatted(STEPS)),
            Keys.ratio(
                    "outlook",
                    "Of an economy: complexity that it is near to and does not have; null for products",
                    "复杂度前景：邻近而尚未具备的复杂度；商品为空"));
    static final Table TABLE = Keys.table("complexity", KEY, MEASURES)
            .meaning(
                    "Economic complexity of exporters and of chapters. Chapters are coarse: compare years and economies with"
                            + " each other, not with indices of finer products.",
                    "出口方与各章的经济复杂度。章较粗，只宜在本表内比较年份与经济体，不与细分商品的指数比较。")
            .always("something_counted", "breadth >= 0")
            .always("known_kind", "complexity_of IN ('economy', 'product')")
            .example(
                    """
                    SELECT id, complexity, fitness
                    FROM gold.complexity
                    WHERE complexity_of = 'economy' AND year = 2019 AND basis = 'as_reported'
                    ORDER BY complexity DESC LIMIT 10""")
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
        SortedSet<String> economies = now.exports().reporters();
        if (economies.isEmpty()) return Stream.empty();
        boolean[][] advantage =
                ExportTable.of(now.table(now.exports(), economies)).advantage();
        Complexity complexity = Complexity.of(advantage);
        Fitness fitness = Fitness.of(advantage, STEPS);
        ProductSpace space = complexity.space();
        List<String> names = List.copyOf(economies);
        Stream<Cells> ofEconomies = IntStream.range(0, names.size())
                .mapToObj(e -> new Cells(
                        List.of("economy", names.get(e)),
                        complexity.eci()[e],
                        complexity.diversity()[e],
                        fitness.fitness()[e],
                        space.outlook(e, complexity.pci())));
        Stream<Cells> ofProducts = IntStream.range(0, now.products().size())
                .filter(k -> complexity.ubiquity()[k] > 0)
                .mapToObj(k -> new Cells(
                        List.of("product", now.products().get(k)),
                        complexity.pci()[k],
                        complexity.ubiquity()[k],
                        fitness.complexity()[k],
                        Double.NaN));
        return Stream.concat(ofEconomies, ofProducts);
    }
}
