package tradelake.tariffs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tradelake.reference.Csv;
import tradelake.reference.Line;
import tradelake.tariffs.models.MultiSector;
import tradelake.tariffs.models.MultiSectorResult;

/**
 * Caliendo and Parro, Estimates of the trade and welfare effects of NAFTA, Review of Economic Studies 82 (2015): 31 countries,
 * 40 sectors, 1993; the tariffs among the three members of NAFTA go to those of 2005.
 */
class CaliendoParroTest {
    private static final int TRADED = 20;
    private static final int SECTORS = 40;
    private static final List<String> NAFTA = List.of("CAN", "MEX", "USA");

    private static Path folder;
    private static List<String> countries;
    private static MultiSectorResult result;

    @BeforeAll
    static void solve() throws IOException {
        folder = Expected.folder("caliendo_parro_1993");
        countries = Files.readAllLines(folder.resolve("countries.txt")).stream()
                .map(String::strip)
                .toList();
        double[][][] flows = flows();
        double[][][] before = tariffs("tariffs1993.txt");
        result = new MultiSector(
                        IntStream.range(0, SECTORS).mapToObj(k -> "S" + k).toList(),
                        countries,
                        flows,
                        before,
                        withNaftaOf(before, tariffs("tariffs2005.txt")),
                        theta(),
                        transposed(numbers("B.txt")),
                        inputs(),
                        MultiSector.Closure.BALANCED)
                .solve();
    }

    @Test
    void everyCountryAsTwoOtherSolvers() {
        for (Line line : Csv.ofFile(folder.resolve("expected.csv"), List.of()).lines()) {
            int n = countries.indexOf(line.text("country"));
            assertClose(result.wage(n), line, "w_hat", 1e-10);
            assertClose(result.consumerPrice(n), line, "pc_hat", 1e-10);
            assertClose(100 * (result.realWage(n) - 1), line, "real_wage_pct", 1e-9);
            assertClose(100 * (result.welfare(n) - 1), line, "welfare_exact_pct", 1e-9);
            assertClose(100 * result.termsOfTrade(n), line, "tot_cp_pct", 1e-9);
            assertClose(100 * result.volumeOfTrade(n), line, "vot_cp_pct", 1e-9);
            assertClose(result.revenue(n) / result.income(n), line, "revenue_share0", 1e-10);
            assertClose(result.revenueAfter(n) / result.incomeAfter(n), line, "revenue_share1", 1e-10);
        }
    }

    /** Their Table 2: welfare, terms of trade, volume of trade, real wages, per cent. */
    @Test
    void tableTwoToEveryPrintedDigit() {
        assertThat(printed("MEX")).containsExactly(1.31, -0.41, 1.72, 1.72);
        assertThat(printed("CAN")).containsExactly(-0.06, -0.11, 0.04, 0.32);
        assertThat(printed("USA")).containsExactly(0.08, 0.04, 0.04, 0.11);
    }

    /** The table's welfare is a first-order formula; the exact gain of Mexico is nearly nought. */
    @Test
    void exactWelfareOfMexico() {
        assertThat(100 * (result.welfare(countries.indexOf("MEX")) - 1)).isCloseTo(0.007, within(0.0005));
    }

    private static List<Double> printed(String country) {
        int n = countries.indexOf(country);
        return List.of(
                        result.termsOfTrade(n) + result.volumeOfTrade(n),
                        result.termsOfTrade(n),
                        result.volumeOfTrade(n),
                        result.realWage(n) - 1)
                .stream()
                .map(share -> Math.round(share * 1e4) / 100.0)
                .toList();
    }

    private static void assertClose(double actual, Line line, String column, double tolerance) {
        assertThat(actual)
                .as("%s of %s", column, line.text("country"))
                .isCloseTo(line.decimal(column), within(tolerance));
    }

    /** Flows of goods as they stand, sales at home from output; services are not traded. */
    private static double[][][] flows() {
        double[][][] flows = bySector(numbers("xbilat1993.txt"), 1000);
        double[][] output = numbers("GO.txt");
        for (int k = 0; k < SECTORS; k++)
            for (int i = 0; i < countries.size(); i++) {
                double exports = 0;
                for (int n = 0; n < countries.size(); n++) exports += flows[k][n][i];
                flows[k][i][i] = Math.max(output[k][i], exports) - exports;
            }
        return flows;
    }

    private static double[][][] tariffs(String file) {
        return bySector(numbers(file), 0.01);
    }

    private static double[][][] withNaftaOf(double[][][] before, double[][][] later) {
        double[][][] after = new double[SECTORS][countries.size()][];
        for (int k = 0; k < SECTORS; k++)
            for (int n = 0; n < countries.size(); n++) {
                after[k][n] = before[k][n].clone();
                for (String partner : NAFTA) {
                    int i = countries.indexOf(partner);
                    if (NAFTA.contains(countries.get(n)) && i != n) after[k][n][i] = later[k][n][i];
                }
            }
        return after;
    }

    private static double[] theta() {
        double[] theta = new double[SECTORS];
        Arrays.fill(theta, 8.22);
        double[][] estimated = numbers("T.txt");
        for (int k = 0; k < TRADED; k++) theta[k] = estimated[k][0];
        return theta;
    }

    private static double[][][] inputs() {
        double[][] rows = numbers("IO.txt");
        double[][][] inputs = new double[countries.size()][][];
        for (int n = 0; n < inputs.length; n++) inputs[n] = Arrays.copyOfRange(rows, n * SECTORS, (n + 1) * SECTORS);
        return inputs;
    }

    private static double[][][] bySector(double[][] rows, double scale) {
        int size = countries.size();
        double[][][] cube = new double[SECTORS][size][size];
        for (int k = 0; k < TRADED; k++)
            for (int n = 0; n < size; n++) for (int i = 0; i < size; i++) cube[k][n][i] = scale * rows[k * size + n][i];
        return cube;
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int r = 0; r < rows.length; r++) for (int c = 0; c < rows[0].length; c++) columns[c][r] = rows[r][c];
        return columns;
    }

    private static double[][] numbers(String file) {
        try {
            return Files.readAllLines(folder.resolve(file)).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> Arrays.stream(line.strip().split("[\\s,]+"))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
