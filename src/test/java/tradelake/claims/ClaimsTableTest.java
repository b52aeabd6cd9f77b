package tradelake.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.harmonise.ProductFlows;
import tradelake.lake.DrawnTables;

/** A planted share is reproduced, and is not when the plant moves. */
class ClaimsTableTest {
    private static final String CLAIMS =
            """
            C1 { says = "45 % of exports stay inside", place = "p. 2", published = "45", unit = "%", measure = share
                 reporters = RCEP, partners = RCEP, flow = X, product = TOTAL, year = 2023
                 variants { filled { mirror-filled = yes } } }
            C3 { says = "nobody is a member yet", place = "p. 4", published = "45", unit = "%", measure = share
                 reporters = AFR53_CN_ZERO, partners = RCEP, flow = X, product = TOTAL, year = 2023 }
            C2 { says = "a model says so", place = "p. 3", not-computable = "is no trade" }
            """;

    @TempDir
    Path folder;

    @Test
    void aPlantedShareIsReproduced() {
        assertThat(verdicts(45, false))
                .isEqualTo(Map.of(
                        "C1 primary", "reproduced",
                        "C1 filled", "not reproduced",
                        "C2 primary", "not computable",
                        "C3 primary", "not computable"));
    }

    @Test
    void whenThePlantMovesItIsNot() {
        assertThat(verdicts(39, false)).containsEntry("C1 primary", "not reproduced");
        assertThat(verdicts(45, true)).containsEntry("C1 primary", "synthetic");
    }

    private Map<String, String> verdicts(int inside, boolean synthetic) {
        DrawnTables silver = new DrawnTables()
                .with(
                        ProductFlows.TABLE,
                        """
                        year reporter flow partner product value_usd filled
                        2023 CHN      X    JPN     TOTAL   %d        false
                        2023 CHN      X    USA     TOTAL   %d        false
                        2023 CHN      X    C899    TOTAL   5         false
                        2023 CHN      X    CHN     TOTAL   70        false
                        2023 CHN      M    JPN     TOTAL   60        false
                        2022 CHN      X    JPN     TOTAL   99        false
                        2023 CHN      X    JPN     27      33        false
                        2023 VNM      X    CHN     TOTAL   100       true
                        """
                                .formatted(inside, 95 - inside));
        return silver
                .make(new ClaimsTable(
                        new DrawnClaims(folder).of(CLAIMS),
                        DrawnClaims.REFERENCE,
                        LocalDate.of(2024, 12, 31),
                        synthetic,
                        ""))
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(
                        row -> ClaimsTable.CLAIM.in(row) + " " + ClaimsTable.VARIANT.in(row), ClaimsTable.VERDICT::in));
    }
}
