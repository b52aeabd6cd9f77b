package tradelake.rcep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import tradelake.gravity.Estimate;
import tradelake.gravity.Lanes;
import tradelake.gravity.Ppml;
import tradelake.gravity.Specification;
import tradelake.lake.Years;
import tradelake.rcep.GravityModel.Answer;
import tradelake.rcep.GravityModel.Term;
import tradelake.rcep.TradePanel.Cell;
import tradelake.reference.Agreements;
import tradelake.reference.EconomyPair;

/** Effects that were planted are found, and those that were not are found as rarely as promised. */
class GravityModelTest {
    private static final Years YEARS = new Years(2017, 2024);
    private static final Doses DOSES = new Doses(Agreements.load(), YEARS);
    private static final DrawnTrade TRADE = new DrawnTrade(DrawnTrade.ECONOMIES, YEARS, 2022);
    private static final double PLANTED = Math.log(1.15);

    private static double rcep(Cell cell) {
        return DOSES.of(Dose.rcep, cell.pair(), cell.year());
    }

    private static Answer answer(Split split, TradePanel panel) {
        try (Lanes lanes = new Lanes(1)) {
            return new GravityModel(split, 300, 2).on(panel, DOSES, lanes);
        }
    }

    private static Term term(String name, Answer answer) {
        return answer.terms().stream()
                .filter(term -> term.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static void assertWithinTwoErrors(Term term, double planted) {
        assertThat(term.estimate())
                .as("%s", term)
                .isCloseTo(planted, within(2 * term.stdError().orElseThrow()));
    }

    @Test
    void aPlantedEffectIsWithinTwoStandardErrors() {
        Answer answer = answer(Split.POOLED, TRADE.panel(cell -> PLANTED * rcep(cell)));
        assertWithinTwoErrors(term("rcep", answer), PLANTED);
        assertThat(term("rcep", answer).stdError().orElseThrow()).isBetween(0.005, 0.05);
        assertThat(answer.pairs()).hasSize(36).contains(EconomyPair.of("CHN", "JPN"));
    }

    @Test
    void withoutNoiseEachKindOfPairHasItsOwnEffectExactly() {
        TradePanel panel = new DrawnTrade(DrawnTrade.ECONOMIES, YEARS, 2022, 0)
                .panel(cell -> rcep(cell)
                        * DOSES.kind(cell.pair())
                                .map(kind -> 0.2 * kind.ordinal())
                                .orElse(0.0));
        Answer answer = answer(Split.CLASS, panel);
        assertThat(term("rcep_first_fta", answer).estimate()).isCloseTo(0, within(1e-7));
        assertThat(term("rcep_overlapping", answer).estimate()).isCloseTo(0.2, within(1e-7));
        assertThat(term("rcep_coincident", answer).estimate()).isCloseTo(0.4, within(1e-7));
        assertThat(term("fta", answer).estimate()).isCloseTo(0, within(1e-7));
        assertThat(term("rcep_first_fta", answer).pairs()).isEqualTo(2);
    }

    @Test
    void aTermOfOnePairHasNoError() {
        TradePanel one = TRADE.panel(cell -> PLANTED * rcep(cell))
                .where(cell -> !cell.pair().equals(EconomyPair.of("JPN", "KOR")));
        Term first = term("rcep_first_fta", answer(Split.CLASS, one));
        assertThat(first.pairs()).isEqualTo(1);
        assertThat(first.stdError()).isEmpty();
    }

    @Test
    void whatCannotBeEstimatedSaysWhy() {
        TradePanel panel = TRADE.panel(cell -> 0);
        Set<String> few = Set.of("CHN", "JPN", "KOR");
        assertThat(answer(
                                Split.POOLED,
                                panel.where(cell -> few.contains(cell.exporter()) && few.contains(cell.importer())))
                        .problem())
                .contains("48 positive flows of 300");
        assertThat(answer(Split.POOLED, panel.where(cell -> cell.year() < 2022)).problem())
                .contains("no pair has RCEP in force");
        assertThat(answer(Split.POOLED, panel.where(cell -> cell.year() > 2023)).problem())
                .isNotEmpty();
    }

    /**
     * A test of five per cent, 200 times on pairs of members drawn by lot, among economies as many and as unequal as those of the
     * sample. Errors are a little too small (Weidner and Zylkin 2021): 7 to 8 of a hundred are significant, more with fewer
     * economies.
     */
    @Test
    void aPlaceboIsSignificantAboutAsOftenAsPromised() {
        Random chance = new Random(5);
        List<String> economies = DrawnTrade.madeUp(30);
        int significant = 0;
        try (Lanes lanes = new Lanes(1)) {
            for (int draw = 0; draw < 200; draw++) {
                Set<String> members = drawn(12, economies, chance);
                ToDoubleFunction<Cell> dose = cell ->
                        cell.year() >= 2021 && members.contains(cell.exporter()) && members.contains(cell.importer())
                                ? 1
                                : 0;
                TradePanel panel = new DrawnTrade(economies, new Years(2018, 2023), draw).panel(cell -> 0);
                Specification model = Specification.of("trade ~ placebo | " + GravityModel.EFFECTS)
                        .clusteredBy(GravityModel.CLUSTER);
                Estimate estimate = Ppml.fit(panel.frame(Map.of("placebo", dose)), model, lanes)
                        .estimate("placebo");
                if (estimate.pValue() < 0.05) significant++;
            }
        }
        assertThat(significant).isBetween(4, 20);
    }

    private static Set<String> drawn(int members, List<String> economies, Random chance) {
        List<String> all = new ArrayList<>(economies);
        Collections.shuffle(all, chance);
        return new TreeSet<>(all.subList(0, members));
    }
}
