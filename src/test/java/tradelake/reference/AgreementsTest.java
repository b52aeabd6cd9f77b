package tradelake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tradelake.lake.BadInput;

class AgreementsTest {
    private static final Agreements AGREEMENTS = Agreements.load();

    private static double rcep(String pair, int year) {
        return AGREEMENTS.dose(EconomyPair.parse(pair), year, Agreement::isRcep);
    }

    @Test
    void theDoseOfTheFirstYearIsItsDaysInForce() {
        assertThat(rcep("CHN-JPN", 2021)).isZero();
        assertThat(rcep("CHN-JPN", 2022)).isEqualTo(1);
        assertThat(rcep("JPN-KOR", 2022)).as("from 1 February").isEqualTo((365 - 31) / 365.0);
        assertThat(rcep("PHL-CHN", 2023)).as("from 2 June").isEqualTo((365 - 152) / 365.0);
        assertThat(rcep("PHL-CHN", 2024)).as("a leap year").isEqualTo(1);
        assertThat(rcep("JPN-MMR", 2024)).isZero();
    }

    @Test
    void anAgreementThatReplacesAnotherIsNoNewTreatment() {
        EconomyPair pair = EconomyPair.of("DEU", "GBR");
        for (int year = 2010; year <= 2024; year++) {
            assertThat(AGREEMENTS.dose(pair, year, agreement -> true)).isEqualTo(1);
            assertThat(AGREEMENTS.number(pair, year, agreement -> true)).isEqualTo(1);
        }
        assertThat(AGREEMENTS.changes(pair, 2019, 2024)).isTrue();
        assertThat(AGREEMENTS.changes(EconomyPair.of("CHE", "DEU"), 2019, 2024)).isFalse();
    }

    /** The counts of the list's own description. */
    @Test
    void mostPairsOfRcepHadAnAgreement() {
        Map<RcepPair.Kind, Long> kinds = AGREEMENTS.rcep().values().stream()
                .collect(Collectors.groupingBy(RcepPair::kind, Collectors.counting()));
        assertThat(kinds)
                .containsEntry(RcepPair.Kind.first_fta, 2L)
                .containsEntry(RcepPair.Kind.coincident, 8L)
                .containsEntry(RcepPair.Kind.overlapping, 89L)
                .containsEntry(RcepPair.Kind.not_in_force, 6L);
    }

    /** Two lists of one thing. */
    @Test
    void bothListsHaveRcepFromTheSameDays() {
        AGREEMENTS.rcep().values().forEach(pair -> assertThat(AGREEMENTS.between(pair.pair()).stream()
                        .filter(Agreement::isRcep)
                        .map(Agreement::from)
                        .findFirst())
                .as("%s", pair)
                .isEqualTo(pair.from()));
    }

    @Test
    void aPairIsTwoEconomies() {
        assertThat(EconomyPair.parse("JPN-CHN")).hasToString("CHN-JPN");
        assertThatThrownBy(() -> EconomyPair.parse("JPN")).isInstanceOf(BadInput.class);
    }
}
