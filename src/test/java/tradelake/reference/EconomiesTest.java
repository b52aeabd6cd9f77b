package tradelake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in economies: keys, preferred codes, kinds. */
class EconomiesTest {
    private final Economies economies = Reference.load().economies();

    @Test
    void allOfComtradesCodesAndOurOwn() {
        assertThat(economies.all()).hasSize(312 + 1);
        assertThat(economies.all().stream().filter(Economy::isReporter)).hasSize(255);
        assertThat(economies.all().stream().filter(Economy::isPartner)).hasSize(310);
    }

    @ParameterizedTest
    @CsvSource({
        "156, CHN", "490, TWN", "158, TWN", "729, SDN", "736, SDN", "842, USA", "840, USA", "251, FRA", "250, FRA",
        "757, CHE", "756, CHE", "579, NOR", "578, NOR", "699, IND", "516, NAM", "0, WLD", "-1, _X", "899, C899",
        "837, C837", "97, C097", "975, C975", "58, C058", "492, C492", "412, C412",
    })
    void keyOfACode(int code, String key) {
        assertThat(economies.byCode(code)).map(Economy::key).contains(key);
    }

    @ParameterizedTest
    @CsvSource({"TWN, 490", "SDN, 729", "USA, 842", "FRA, 251", "CHE, 757", "NOR, 579", "IND, 699", "_X, -1", "WLD, 0"})
    void theCodeInUseStandsForItsKey(String key, int code) {
        assertThat(economies.byKey(key)).map(Economy::code).contains(code);
    }

    @Test
    void otherAsiaHasUnsNameInBothLanguagesUnderBothCodes() {
        for (int code : List.of(490, 158)) {
            Economy economy = economies.byCode(code).orElseThrow();
            assertThat(economy.nameComtrade()).isEqualTo("Other Asia, nes");
            assertThat(economy.nameZh()).isEqualTo("其他亚洲,未另列明");
        }
    }

    @Test
    void namibiasLettersAreNoMissingValue() {
        assertThat(economies.byKey("NAM")).map(Economy::iso2).contains("NA");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 899, 837, 838, 839, 568, 577, 527, 636, 637, 473, 471, 472, 129, 221, 290, 879, 492, 697})
    void tradeWithAResidualIsUnallocated(int code) {
        assertThat(economies.byCode(code)).map(Economy::kind).contains(EconomyKind.RESIDUAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 156, 490, 158, 412, 736, 97, 975})
    void tradeWithAnEconomyIsAllocated(int code) {
        assertThat(economies.byCode(code))
                .map(Economy::kind)
                .isPresent()
                .isNotEqualTo(Optional.of(EconomyKind.RESIDUAL));
    }

    @Test
    void theEuropeanUnionAndAseanReportBesideTheirMembers() {
        assertThat(economies.all().stream().filter(e -> e.kind() == EconomyKind.GROUP))
                .extracting(Economy::code)
                .containsExactly(97, 975);
    }

    @Test
    void noNameCarriesBlanksOrIsMissing() {
        assertThat(economies.all()).allSatisfy(e -> {
            assertThat(e.nameComtrade()).isNotBlank().isEqualTo(e.nameComtrade().strip());
            assertThat(e.nameEn()).isNotBlank().isEqualTo(e.nameEn().strip());
            assertThat(e.nameZh()).isNotBlank().isEqualTo(e.nameZh().strip());
        });
    }

    /** Two codes may share a key only where one of them is a partner code alone, or an old one. */
    @Test
    void oneReporterInUsePerKey() {
        assertThat(economies.all().stream()
                        .filter(e -> e.isReporter() && e.kind() == EconomyKind.ECONOMY)
                        .map(Economy::key))
                .doesNotHaveDuplicates();
    }
}
