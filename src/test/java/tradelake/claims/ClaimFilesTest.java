package tradelake.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.OracleFile;
import tradelake.lake.BadInput;

/** The claims that the project carries, and what a file of claims must be. */
class ClaimFilesTest {
    private static final String GOOD =
            "says = x, place = y, measure = value, reporters = CHN, partners = [RCEP, -JPN], flow = X, product = TOTAL, year = 2024";

    @TempDir
    Path folder;

    @Test
    void theClaimsOfTheProjectAreRead() {
        Claims claims = ClaimFiles.in(Path.of("conf", "claims"), DrawnClaims.REFERENCE);
        Map<Boolean, Long> computable = claims.all().stream()
                .collect(Collectors.partitioningBy(claim -> claim.reason().isEmpty(), Collectors.counting()));
        assertThat(computable).isEqualTo(Map.of(true, 32L, false, 42L));
        assertThat(claims.all()).allSatisfy(claim -> {
            assertThat(claim.definitions().isEmpty()).isEqualTo(!claim.reason().isEmpty());
            assertThat(claim.says()).isNotBlank();
        });
    }

    /** Every figure of the compiled list stands in some file, whole or in parts. */
    @Test
    void noFigureIsPassedOver() {
        Set<String> carried = ClaimFiles.in(Path.of("conf", "claims"), DrawnClaims.REFERENCE).all().stream()
                .map(Claim::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = OracleFile.linesOf(OracleFile.shared("domain", "claims.csv")).stream()
                .map(line -> line.get("id"))
                .filter(id -> !id.startsWith("NOTE"))
                .filter(id -> carried.stream().noneMatch(claim -> claim.equals(id) || claim.startsWith(id + ".")))
                .collect(Collectors.toSet());
        assertThat(missing).isEmpty();
    }

    @Test
    void variantsChangeThePrimaryDefinition() {
        Claim claim = new DrawnClaims(folder)
                .of("C { " + GOOD
                        + ", variants { filled { mirror-filled = yes }, imports { flow = M, year = 2023 } } }")
                .all()
                .get(0);
        assertThat(claim.definitions().keySet()).containsExactly("primary", "filled", "imports");
        assertThat(claim.definitions().get("imports").toString())
                .isEqualTo("value: M 2023 of CHN with RCEP-JPN in TOTAL");
        assertThat(claim.definitions().get("filled").toString()).endsWith("in TOTAL, mirror filled");
        assertThat(claim.source()).isEqualTo("A report, y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yeer = 2024                        | unknown key 'yeer'",
                "flow = Z                           | flow 'Z' is unknown: use X, M or XM",
                "measure = median                   | measure 'median' is unknown",
                "reporters = ATLANTIS               | no group or economy 'ATLANTIS'",
                "product = CHEESE                   | product 'CHEESE' is unknown",
                "measure = growth                   | base-year is missing",
                "measure = ratio, base-year = 2025  | base-year 2025 is after year 2024",
                "published = many, unit = ratio     | published 'many' is no number",
                "published = 5, unit = parsecs      | unit 'parsecs' is unknown",
                "year = soon                        | year = soon is of the wrong kind",
                "variants { a { place = z } }       | unknown key 'place'",
                "of { year = 3 }                    | of: unknown key 'year'"
            })
    void whatCannotBeUsedIsRefusedInASentence(String change, String message) {
        assertThatThrownBy(() -> new DrawnClaims(folder).of("C { " + GOOD + "\n" + change + " }"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("claim C")
                .hasMessageContaining(message);
    }
}
