package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("gold.coverage", "gold.regional_shares", "mirror.cif-factor");

    @ParameterizedTest
    @CsvSource({
        "gold.regional_share, ' Did you mean gold.regional_shares?'",
        "regional_shares, ' Did you mean gold.regional_shares?'",
        "COVERAGE, ' Did you mean gold.coverage?'",
        "mirror, ' Did you mean mirror.cif-factor?'",
        "factor, ' Did you mean mirror.cif-factor?'",
        "xyz, ''"
    })
    void theHintNamesTheNearestKnownWord(String given, String hint) {
        assertThat(Nearest.hint(given, KNOWN)).isEqualTo(hint);
    }
}
