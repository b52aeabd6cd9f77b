package tradelake.tariffs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.reference.Csv;
import tradelake.reference.Line;
import tradelake.tariffs.models.OneSector;
import tradelake.tariffs.models.OneSector.Closure;
import tradelake.tariffs.models.OneSectorResult;

/** The one-sector model against a fixed point and a Newton solution of another program, which agree to 7e-16. */
class OneSectorExpectedTest {
    private static final List<String> COUNTRIES = List.of("USA", "CHN", "EUR", "ROW");

    @ParameterizedTest
    @CsvSource({
        "iceberg_US_CHN_+10pct_additiveD, ADDITIVE",
        "iceberg_US_CHN_+10pct_multD, MULTIPLICATIVE",
        "us_tariffs_additiveD, ADDITIVE",
        "us_tariffs_multD, MULTIPLICATIVE",
        "us_tariffs_retaliation_additiveD, ADDITIVE",
        "DEK_remove_deficits, BALANCED",
        "near_autarky_tau1e6_additiveD0, BALANCED"
    })
    void everyCase(String name, Closure closure) {
        Path folder = Expected.folder("exact_hat_onesector");
        OneSectorResult result =
                world(rows(folder, "expected_bilateral.csv", name), closure).solve();
        for (Line line : rows(folder, "expected_bilateral.csv", name))
            assertClose(result.flowAfter(at(line, "exporter"), at(line, "importer")), line.decimal("X1"), line);
        for (Line line : rows(folder, "expected_country.csv", name)) {
            int c = at(line, "country");
            assertClose(result.wage(c), line.decimal("w_hat"), line);
            assertClose(result.price(c), line.decimal("P_hat"), line);
            assertClose(result.realWage(c), line.decimal("real_wage_hat"), line);
            assertClose(result.welfare(c), line.decimal("welfare_hat"), line);
            assertClose(result.spending(c), line.decimal("E0"), line);
            assertClose(result.spendingAfter(c), line.decimal("E1"), line);
            assertClose(result.revenue(c), line.decimal("R0"), line);
            assertClose(result.revenueAfter(c), line.decimal("R1"), line);
            assertClose(result.deficit(c), line.decimal("D0"), line);
            assertClose(result.homeShare(c), line.decimal("pi_nn_0"), line);
            assertClose(result.homeShareAfter(c), line.decimal("pi_nn_1"), line);
            // Printed from a solution that differs in the last digits from country to country.
            assertThat(result.clearing(c)).isCloseTo(line.decimal("clearing_factor"), within(1e-11));
        }
    }

    private static void assertClose(double actual, double expected, Line line) {
        assertThat(actual).as("%s", line.cells()).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }

    private static List<Line> rows(Path folder, String file, String name) {
        return Csv.ofFile(folder.resolve(file), List.of()).lines().stream()
                .filter(line -> line.text("case").equals(name))
                .toList();
    }

    private static OneSector world(List<Line> lines, Closure closure) {
        return new OneSector(
                COUNTRIES,
                matrix(lines, "X0"),
                matrix(lines, "t0"),
                matrix(lines, "t1"),
                matrix(lines, "that"),
                4,
                closure);
    }

    private static double[][] matrix(List<Line> lines, String column) {
        double[][] matrix = new double[COUNTRIES.size()][COUNTRIES.size()];
        for (Line line : lines) matrix[at(line, "exporter")][at(line, "importer")] = line.decimal(column);
        return matrix;
    }

    private static int at(Line line, String column) {
        return COUNTRIES.indexOf(line.text(column));
    }
}
