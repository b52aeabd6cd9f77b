package tradelake.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a figure is made of sums of trade, and what verdict it gets. */
class MeasureTest {
    private static final String CLAIM =
            """
            C { says = "x", place = "p. 1", %s, reporters = CHN, partners = ASEAN, flow = XM, product = TOTAL, year = 2024, %s }
            """;

    /** China with ASEAN 120 in 2024 and 60 in 2019, with everyone 600 and 400; with the USA 200, with Japan 100. */
    private static final Map<String, Double> TRADE = Map.of(
            "ASEAN 2024",
            120e9,
            "ASEAN 2019",
            60e9,
            "WLD 2024",
            600e9,
            "WLD 2019",
            400e9,
            "USA 2024",
            200e9,
            "JPN 2024",
            100e9,
            "ASEAN 2022",
            10e9,
            "ASEAN 2023",
            20e9);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value        | bn USD | 'x = 0'                     | 120",
                "share        | %      | 'x = 0'                     | 20",
                "remainder    | %      | 'x = 0'                     | 80",
                "ratio        | ratio  | 'base-year = 2019'          | 2",
                "growth       | %      | 'base-year = 2019'          | 100",
                "yearly_growth| %      | 'base-year = 2019'          | 14.86983549970351",
                "share_change | pp     | 'base-year = 2019'          | 5",
                "total        | tn USD | 'base-year = 2022'          | 0.15",
                "rank         | rank   | 'rivals = [USA, JPN]'       | 2"
            })
    void figures(String measure, String unit, String more, double expected) {
        Claim claim = claim(measure, unit, more.equals("x = 0") ? "note = \"\"" : more);
        Result result = claim.evaluate(MeasureTest::trade, false).get(0);
        assertThat(result.computed().orElseThrow()).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "45, %, 45.4, reproduced",
        "45, %, 45.5, reproduced",
        "45, %, 45.9, close",
        "45, %, 46.1, not reproduced",
        "8.9, pp, 8.94, reproduced",
        "8.9, pp, 9.6, close",
        "8.9, pp, 0.1, not reproduced",
        "982.34, bn USD, 982.344, reproduced",
        "982.34, bn USD, 965, close",
        "982.34, bn USD, 900, not reproduced",
        ">3, ratio, 3.2, reproduced",
        ">3, ratio, 2.95, close",
        ">3, ratio, 2.5, not reproduced",
        "1, rank, 1, reproduced",
        "1, rank, 2, not reproduced"
    })
    void verdicts(String published, String unit, double computed, String verdict) {
        assertThat(Published.of(published, Unit.of(unit, "test"), "test")
                        .against(computed)
                        .label())
                .isEqualTo(verdict);
    }

    @Test
    void withoutDataThereIsNoVerdict() {
        Claim claim = claim("share", "%", "base-year = 2019");
        Result result = claim.evaluate(cell -> OptionalDouble.empty(), false).get(0);
        assertThat(result.verdict()).isEqualTo(Verdict.NOT_COMPUTABLE);
        assertThat(result.reason()).contains("no such trade");
        assertThat(claim.evaluate(MeasureTest::trade, true).get(0).verdict()).isEqualTo(Verdict.SYNTHETIC);
    }

    private Claim claim(String measure, String unit, String more) {
        String published = "measure = %s, published = \"20\", unit = \"%s\"".formatted(measure, unit);
        return new DrawnClaims(folder)
                .of(CLAIM.formatted(published, more))
                .all()
                .get(0);
    }

    private static OptionalDouble trade(Cell cell) {
        assertThat(cell.reporters()).isEqualTo(new Side(List.of("CHN")));
        Double usd = TRADE.get(cell.partners() + " " + cell.year());
        return usd == null ? OptionalDouble.empty() : OptionalDouble.of(usd);
    }
}
