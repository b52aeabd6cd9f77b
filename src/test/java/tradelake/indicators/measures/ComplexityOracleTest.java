package tradelake.indicators.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tradelake.OracleFile;

/** Complexity of a drawn 6 x 8 table and of world trade 1998-2000 (226 economies, 785 products), against py-ecomplexity. */
class ComplexityOracleTest {
    private static final double RELATIVE = 1e-9;

    @Test
    void drawnTable() {
        Trade trade = Trade.of("complexity/tiny_input.csv");
        Complexity complexity = Complexity.of(trade.advantage());
        agree("complexity/tiny_expected_country.csv", "country", "eci", trade.economies, complexity.eci());
        agree("complexity/tiny_expected_product.csv", "product", "pci", trade.products, complexity.pci());
        agree(
                "complexity/tiny_expected_product.csv",
                "product",
                "pci_own_z",
                trade.products,
                complexity.pciStandardised());
        ProductSpace space = complexity.space();
        for (int k = 0; k < trade.products.size(); k++) {
            String product = trade.products.get(k);
            agree("complexity/tiny_expected_proximity.csv", "product", product, trade.products, space.proximity()[k]);
        }
        for (Map<String, String> line : OracleFile.lines("complexity/tiny_expected_density.csv")) {
            double[] density = space.density(trade.economies.indexOf(line.get("country")));
            for (int k = 0; k < density.length; k++)
                near(density[k], OracleFile.number(line, trade.products.get(k)), line.toString());
        }
        agreesFitness(trade, 20, "complexity/tiny_expected_country.csv", "fitness20", "tiny_expected_product", "q20");
    }

    @Test
    void worldTrade() {
        Trade trade = Trade.of("complexity/world_trade_avg_1998_2000.csv");
        assertThat(trade.economies).hasSize(226);
        assertThat(trade.products).hasSize(785);
        Complexity complexity = Complexity.of(trade.advantage());
        String economies = "complexity/expected_country.csv", products = "complexity/expected_product.csv";
        agree(economies, "country", "eci_ddof0", trade.economies, complexity.eci());
        agree(economies, "country", "diversity", trade.economies, numbers(complexity.diversity()));
        agree(products, "product", "pci_ecinorm_ddof0", trade.products, complexity.pci());
        agree(products, "product", "pci_own_z", trade.products, complexity.pciStandardised());
        agree(products, "product", "ubiquity", trade.products, numbers(complexity.ubiquity()));
        agreesFitness(trade, 19, economies, "fitness19", "expected_product", "fitness19_complexity");
        agreesFitness(trade, 20, economies, "fitness20", "expected_product", "fitness20_complexity");
    }

    /** The mean PCI of what an economy exports with an advantage is its ECI. */
    @Test
    void complexityOfAnEconomyIsTheMeanOfItsProducts() {
        boolean[][] advantage = {
            {true, true, false, false},
            {true, false, true, false},
            {false, true, true, true},
            {true, false, false, false}
        };
        Complexity complexity = Complexity.of(advantage);
        for (int e = 0; e < advantage.length; e++) {
            double sum = 0;
            for (int k = 0; k < 4; k++) if (advantage[e][k]) sum += complexity.pci()[k];
            near(complexity.eci()[e], sum / complexity.diversity()[e], "economy " + e);
        }
    }

    @Test
    void whoExportsNothingHasNoComplexity() {
        Complexity complexity = Complexity.of(new boolean[][] {
            {true, true, false, false},
            {false, false, false, false},
            {true, false, true, false},
            {true, true, true, false}
        });
        assertThat(complexity.eci()[1]).isNaN();
        assertThat(complexity.pci()[3]).isNaN();
        assertThat(complexity.eci()[0]).isFinite();
        assertThat(complexity.space().density(0)[3]).isNaN();
    }

    private static void agreesFitness(
            Trade trade, int steps, String economies, String fitness, String products, String complexity) {
        Fitness actual = Fitness.of(trade.advantage(), steps);
        agree(economies, "country", fitness, trade.economies, actual.fitness());
        agree("complexity/" + products + ".csv", "product", complexity, trade.products, actual.complexity());
    }

    private static void agree(String file, String key, String column, List<String> keys, double[] actual) {
        List<Map<String, String>> lines = OracleFile.lines(file);
        assertThat(lines).hasSameSizeAs(keys);
        for (Map<String, String> line : lines)
            near(actual[keys.indexOf(line.get(key))], OracleFile.number(line, column), file + " " + column + line);
    }

    private static void near(double actual, double expected, String what) {
        assertThat(actual).as(what).isCloseTo(expected, within(RELATIVE * Math.max(Math.abs(expected), 1e-3)));
    }

    private static double[] numbers(int[] counts) {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    /** Exports by economy and product, both sorted. */
    private record Trade(List<String> economies, List<String> products, double[][] values) {
        static Trade of(String file) {
            List<Map<String, String>> lines = OracleFile.lines(file);
            List<String> economies = keys(lines, "country"), products = keys(lines, "product");
            double[][] values = new double[economies.size()][products.size()];
            for (Map<String, String> line : lines)
                values[economies.indexOf(line.get("country"))][products.indexOf(line.get("product"))] =
                        OracleFile.number(line, "value");
            return new Trade(economies, products, values);
        }

        boolean[][] advantage() {
            return ExportTable.of(values).advantage();
        }

        private static List<String> keys(List<Map<String, String>> lines, String column) {
            return List.copyOf(
                    new TreeSet<>(lines.stream().map(line -> line.get(column)).toList()));
        }
    }
}
