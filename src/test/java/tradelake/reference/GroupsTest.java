package tradelake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.lake.BadInput;

/** The built-in groups: counts, dates, statuses. */
class GroupsTest {
    private static final Reference REFERENCE = Reference.load();

    private final Groups groups = REFERENCE.groups();

    @Test
    void allGroups() {
        assertThat(groups.all())
                .extracting(Group::id)
                .containsExactly(
                        "AFR53_CN_ZERO",
                        "AGOA_2025",
                        "ASEAN",
                        "BRI",
                        "BRI65_ROUTE",
                        "BRICS",
                        "BRICS_PARTNER",
                        "BRI_GAC",
                        "CA5",
                        "CN_FTA",
                        "CPTPP",
                        "CPTPP_APPLICANT",
                        "EU",
                        "EU27_2020",
                        "G7",
                        "GCC",
                        "LDC",
                        "LDC_CN_ZERO",
                        "LMC",
                        "MSR_WORKING",
                        "RCEP",
                        "RCEP_APPLICANT",
                        "USMCA");
        assertThat(groups.all().stream().mapToInt(g -> g.memberships().size()).sum())
                .isEqualTo(649);
    }

    /** The members on a day, where a total is easily known from elsewhere. */
    @ParameterizedTest
    @CsvSource({
        "RCEP, 2024-12-31, 15",
        "RCEP, 2021-12-31, 0",
        "RCEP, 2022-01-31, 10",
        "RCEP, 2023-07-01, 15",
        "ASEAN, 2024-12-31, 10",
        "ASEAN, 2025-10-25, 10",
        "ASEAN, 2025-10-26, 11",
        "EU, 2012-07-01, 27",
        "EU, 2013-07-01, 28",
        "EU, 2020-12-31, 28",
        "EU, 2021-01-01, 27",
        "EU27_2020, 2010-07-01, 27",
        "BRICS, 2010-07-01, 4",
        "BRICS, 2011-07-01, 5",
        "BRICS, 2024-12-31, 9",
        "BRICS, 2025-07-01, 10",
        "CPTPP, 2018-12-29, 0",
        "CPTPP, 2018-12-30, 6",
        "CPTPP, 2024-12-31, 12",
        "LDC, 2010-12-31, 49",
        "LDC, 2011-01-01, 48",
        "LDC, 2024-12-12, 45",
        "LDC, 2024-12-31, 44",
        "USMCA, 2024-12-31, 3",
        "G7, 2010-07-01, 7",
        "GCC, 2010-07-01, 6",
        "LMC, 2024-12-31, 6",
        "CA5, 2010-07-01, 5",
        "AFR53_CN_ZERO, 2026-05-01, 53",
        "AFR53_CN_ZERO, 2024-12-31, 0",
        "BRI65_ROUTE, 2013-07-01, 65",
        "BRI65_ROUTE, 2023-01-01, 0",
    })
    void membersOnADay(String group, LocalDate day, int members) {
        assertThat(groups.named(group).membersOn(day)).hasSize(members);
    }

    @Test
    void rcepGrewInSteps() {
        SortedSet<String> in2022 = on("RCEP", "2022-07-01");
        assertThat(in2022)
                .containsExactly(
                        "AUS", "BRN", "CHN", "JPN", "KHM", "KOR", "LAO", "MMR", "MYS", "NZL", "SGP", "THA", "VNM");
        assertThat(on("RCEP", "2022-01-01")).doesNotContain("KOR", "MYS", "MMR", "IDN", "PHL");
        assertThat(on("RCEP", "2022-02-01")).contains("KOR");
        assertThat(on("RCEP", "2023-01-02")).contains("IDN").doesNotContain("PHL");
        assertThat(on("RCEP", "2023-06-01")).doesNotContain("PHL");
        assertThat(on("RCEP", "2023-06-02")).contains("PHL");
    }

    @Test
    void theLastDayIsInside() {
        assertThat(on("EU", "2020-12-31")).contains("GBR");
        assertThat(on("EU", "2021-01-01")).doesNotContain("GBR");
        assertThat(on("BRI", "2023-12-06")).contains("ITA");
        assertThat(on("BRI", "2023-12-07")).doesNotContain("ITA");
    }

    /** Saudi Arabia was invited to BRICS; Austria's date in the Belt and Road list was not found. */
    @Test
    void invitedAndUnconfirmedDoNotCount() {
        assertThat(on("BRICS", "2024-12-31")).doesNotContain("SAU");
        assertThat(on("BRI", "2024-12-31")).doesNotContain("AUT", "NER").contains("RUS", "COG");
        assertThat(on("BRI", "2012-07-01")).isEmpty();
    }

    @Test
    void everyMemberIsAKnownEconomy() {
        for (Group group : groups.all())
            assertThat(group.memberships()).as(group.id()).allSatisfy(m -> assertThat(
                            REFERENCE.economies().byKey(m.economy()))
                    .isPresent());
    }

    @Test
    void everyMembershipSaysWhereItIsFrom() {
        assertThat(groups.all().stream().flatMap(g -> g.memberships().stream())).allSatisfy(m -> {
            assertThat(m.source()).isNotBlank();
            assertThat(m.confidence()).isIn("high", "medium", "low");
        });
    }

    /** A partner column holds groups and economies, so that an id must be one of them. */
    @Test
    void noGroupIsCalledLikeAnEconomy() {
        assertThat(groups.all())
                .noneMatch(g -> REFERENCE.economies().byKey(g.id()).isPresent());
    }

    @Test
    void everyGroupHasNamesInBothLanguages() {
        Function<Group, Set<String>> names = g -> Set.of(g.nameEn(), g.nameZh());
        assertThat(groups.all().stream().map(names).collect(Collectors.toSet())).hasSameSizeAs(groups.all());
        assertThat(groups.named("RCEP").nameZh()).isEqualTo("区域全面经济伙伴关系协定");
    }

    @Test
    void anUnknownGroupNamesTheOthers() {
        assertThatThrownBy(() -> groups.named("ASEN"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("'ASEN'")
                .hasMessageContaining("ASEAN");
    }

    private SortedSet<String> on(String group, String day) {
        return groups.named(group).membersOn(LocalDate.parse(day));
    }
}
