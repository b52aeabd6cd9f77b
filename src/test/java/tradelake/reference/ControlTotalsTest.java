package tradelake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control totals, against sums known beforehand. */
class ControlTotalsTest {
    private static final Reference REFERENCE = Reference.load();

    private final ControlTotals totals = REFERENCE.controlTotals();

    /** World Bank WDI, merchandise trade, billion US dollars. */
    @ParameterizedTest
    @CsvSource({
        "X, 2010, 4107.7",
        "X, 2019, 5481.0",
        "X, 2020, 5418.8",
        "X, 2021, 6830.2",
        "X, 2022, 7392.1",
        "X, 2023, 6959.6",
        "X, 2024, 7289.5",
        "M, 2010, 3701.2",
        "M, 2019, 4955.0",
        "M, 2020, 4687.7",
        "M, 2021, 5997.1",
        "M, 2022, 6575.0",
        "M, 2023, 6037.7",
        "M, 2024, 6176.5",
    })
    void tradeOfTheFifteenMembersOfRcep(String flow, int year, double billion) {
        double sum = REFERENCE.groups().named("RCEP").membersOn(LocalDate.of(2024, 12, 31)).stream()
                .mapToDouble(e -> totals.of(e, flow, year).orElseThrow().valueUsd())
                .sum();
        assertThat(sum / 1e9).isCloseTo(billion, within(0.05));
    }

    @Test
    void theWorld() {
        assertThat(totals.of("WLD", "X", 2024).orElseThrow().valueUsd() / 1e9).isCloseTo(24_551.1, within(0.05));
        assertThat(totals.of("WLD", "X", 2024).orElseThrow().tolerance()).isEqualTo(0.03);
        assertThat(totals.of("WLD", "M", 2024)).isEmpty();
    }

    @Test
    void everyTotalIsOfAKnownEconomyWithAFractionForTolerance() {
        assertThat(totals.all()).hasSize(704).allSatisfy(t -> {
            assertThat(REFERENCE.economies().byKey(t.economy())).isPresent();
            assertThat(t.flow()).isIn("M", "X");
            assertThat(t.year()).isBetween(2010, 2024);
            assertThat(t.tolerance()).isBetween(0.01, 0.05);
        });
    }
}
