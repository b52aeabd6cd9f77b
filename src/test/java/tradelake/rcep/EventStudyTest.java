package tradelake.rcep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tradelake.gravity.Estimate;
import tradelake.gravity.Lanes;
import tradelake.lake.Years;
import tradelake.rcep.OwnTrend.Excess;
import tradelake.rcep.TradePanel.Cell;
import tradelake.reference.Agreements;
import tradelake.reference.EconomyPair;

/** Event studies of drawn trade. */
class EventStudyTest {
    private static final Years YEARS = new Years(2014, 2024);
    private static final Agreements AGREEMENTS = Agreements.load();
    private static final Doses DOSES = new Doses(AGREEMENTS, YEARS);
    private static final Entries ENTRIES = new Entries(AGREEMENTS, DOSES);
    private static final EventStudyDesign DESIGN = new EventStudyDesign(
            new Years(2014, 2019),
            new Years(2019, 2024),
            List.of(EconomyPair.of("BRA", "JPN")),
            List.of(EconomyPair.of("BRA", "CHE")),
            3,
            Set.of("DEU", "FRA", "CHE", "ZAF"));
    private static final String COLUMNS = "outcome estimator effects cohort controls time estimate";

    private static EventStudy study(double noise, ToDoubleFunction<Cell> effect) {
        TradePanel panel = new DrawnTrade(DrawnTrade.ECONOMIES, YEARS, 3, noise).panel(effect);
        try (Lanes lanes = new Lanes(1)) {
            return new EventStudy(DESIGN, ENTRIES, DOSES, lanes).onAllGoods(panel);
        }
    }

    private static double estimate(EventStudy study, String estimator, String cohort, int time) {
        return row(study, estimator, cohort, time).getDouble(6);
    }

    private static Row row(EventStudy study, String estimator, String cohort, int time) {
        return study.rows().stream()
                .filter(row ->
                        row.getString(1).equals(estimator) && row.getString(3).equals(cohort) && row.getInt(5) == time)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + COLUMNS + " " + estimator + " " + cohort + " " + time));
    }

    /** Pairs of 2022 gain 0.1 a year since, those of 2023 0.3, for the days in force: another effect for each cohort and year. */
    private static double growing(Cell cell) {
        var entry = ENTRIES.byYear(cell);
        if (entry.eventTime() < 0) return 0;
        return entry.dose() * (entry.cohort().equals("2022") ? 0.1 * (1 + entry.eventTime()) : 0.3);
    }

    @Test
    void withoutNoiseCohortsAndTheirMeanAreExact() {
        EventStudy study = study(0, EventStudyTest::growing);
        assertThat(study.problems()).isEmpty();
        for (int time = 0; time < 3; time++)
            assertThat(estimate(study, "ppml_cohorts", "2022", time)).isCloseTo(0.1 * (1 + time), within(1e-7));
        assertThat(estimate(study, "ppml_cohorts", "2023", 1)).isCloseTo(0.3, within(1e-7));
        assertThat(estimate(study, "ppml_cohorts", "first_fta", 2)).isCloseTo(0.3, within(1e-7));
        assertThat(estimate(study, "ppml_cohorts_leads", "all", -3)).isCloseTo(0, within(1e-7));
        int early = row(study, "ppml_cohorts", "2022", 0).getInt(12);
        int late = row(study, "ppml_cohorts", "2023", 0).getInt(12);
        assertThat(early + late).as("pairs of nine members").isEqualTo(36);
        assertThat(estimate(study, "ppml_cohorts", "all", 0))
                .as("each pair counts alike")
                .isCloseTo((0.1 * early + 0.3 * late) / 36, within(1e-7));
    }

    @Test
    void placebosFindNothingWhereNothingIs() {
        EventStudy study = study(0, EventStudyTest::growing);
        for (int time = 0; time < 3; time++) {
            assertThat(estimate(study, "ppml_cohorts", "placebo_dates", time)).isCloseTo(0, within(1e-7));
            assertThat(estimate(study, "ppml_cohorts", "placebo_members", time)).isCloseTo(0, within(1e-7));
        }
    }

    @Test
    void intervalsHoldWhatWasPlanted() {
        EventStudy study = study(0.1, cell -> ENTRIES.byYear(cell).eventTime() < 0 ? 0 : 0.2 * dose(cell));
        Row row = row(study, "ppml_cohorts", "all", 1);
        assertThat(row.getDouble(6)).isCloseTo(0.2, within(2 * row.getDouble(7)));
        assertThat(row.getDouble(8)).isLessThan(0.2);
        assertThat(row.getDouble(9)).isGreaterThan(0.2);
        assertThat(row.getDouble(10)).isEqualTo(Math.expm1(row.getDouble(6)));
    }

    private static double dose(Cell cell) {
        return DOSES.of(Dose.rcep, cell.pair(), cell.year());
    }

    @Test
    void whatIsNotInTheSampleSaysSo() {
        TradePanel outside = new DrawnTrade(List.of("BRA", "CHE", "DEU", "TUR", "USA", "ZAF"), YEARS, 3).panel(c -> 0);
        try (Lanes lanes = new Lanes(1)) {
            EventStudy study = new EventStudy(DESIGN, ENTRIES, DOSES, lanes).onAllGoods(outside);
            assertThat(study.rows()).allMatch(row -> row.getString(3).equals("placebo_members"));
            assertThat(study.problems())
                    .containsOnlyKeys(
                            "ppml_cohorts/all",
                            "ppml_cohorts_leads/all",
                            "ols_two_way/all",
                            "ols_sun_abraham/all",
                            "ppml_cohorts/placebo_dates")
                    .allSatisfy((name, why) -> assertThat(why).contains("in the sample"));
        }
    }

    /** Twice as much each year: nothing is left of it; then three times as much as the trend. */
    @Test
    void aTrendIsTheFlowsOwn() {
        List<Cell> flow = YEARS.stream()
                .mapToObj(year -> new Cell("CHN", "JPN", year, Math.pow(2, year - 2014) * (year < 2022 ? 1 : 3)))
                .toList();
        List<Excess> excesses = OwnTrend.of(new TradePanel(flow), DESIGN.trend());
        assertThat(excesses).hasSize(5);
        assertThat(excesses.get(0).logPoints()).isCloseTo(0, within(1e-9));
        assertThat(excesses.get(4).logPoints()).isCloseTo(Math.log(3), within(1e-9));
    }

    /** Of four flows of two pairs the mean is 2; the flows of a pair are off by 1 together, over 4: the variance is (1/16 + 1/16) 2/(2-1). */
    @Test
    void errorsOfMeansAreClusteredByPair() {
        EconomyPair one = EconomyPair.of("CHN", "JPN");
        EconomyPair other = EconomyPair.of("JPN", "KOR");
        List<Excess> treated = List.of(
                new Excess(one, 2022, 1),
                new Excess(one, 2022, 2),
                new Excess(other, 2022, 2),
                new Excess(other, 2022, 3));
        Estimate mean = OwnTrend.mean(treated).orElseThrow();
        assertThat(mean.estimate()).isEqualTo(2);
        assertThat(mean.stdError()).isCloseTo(Math.sqrt((1 / 16.0 + 1 / 16.0) * 2), within(1e-12));
        List<Excess> controls = List.of(
                new Excess(EconomyPair.of("BRA", "JPN"), 2022, 0.5),
                new Excess(EconomyPair.of("BRA", "KOR"), 2022, 1.5),
                new Excess(EconomyPair.of("BRA", "KOR"), 2023, 9));
        OwnTrend.Difference compared = OwnTrend.lessControls(treated, controls).orElseThrow();
        assertThat(compared.flows()).as("the control of 2023 is beside nobody").isEqualTo(4 + 2);
        Estimate difference = compared.estimate();
        assertThat(difference.estimate()).isEqualTo(2 - 1);
        assertThat(difference.stdError()).isCloseTo(Math.sqrt(2 / 16.0 * 2 + 2 / 16.0 * 2), within(1e-12));
        assertThat(OwnTrend.lessControls(treated, List.of())).isEmpty();
    }
}
