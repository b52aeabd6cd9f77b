package tradelake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes of the editions. */
class HsEditionTest {
    @Test
    void parsesEveryEdition() {
        assertThat(HsEdition.values())
                .allSatisfy(e -> assertThat(HsEdition.parse(e.name())).contains(e));
        assertThat(HsEdition.parse("h3 ")).contains(HsEdition.H3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S1", "S4", "SS", "B4", "B5", "EB10", "HS", "H7", "H", ""})
    void otherClassificationsAreNoEditions(String code) {
        assertThat(HsEdition.parse(code)).isEmpty();
    }

    @Test
    void agreesWithTheTableOfEditions() {
        List<String> columns = List.of("edition", "name", "hs_year", "in_force_from", "source", "confidence", "note");
        assertThat(Csv.builtIn("hs-editions.csv", columns).lines())
                .extracting(l -> l.text("edition") + l.text("name") + l.text("hs_year"))
                .isEqualTo(Arrays.stream(HsEdition.values())
                        .map(e -> e.name() + e.title() + e.year())
                        .toList());
    }
}
