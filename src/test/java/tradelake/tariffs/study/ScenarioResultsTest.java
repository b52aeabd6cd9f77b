package tradelake.tariffs.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tradelake.tariffs.study.DrawnStudy.REFERENCE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tradelake.QuestionPage;
import tradelake.lake.DrawnTables;
import tradelake.lake.Finding;
import tradelake.lake.TestSession;
import tradelake.tariffs.scenarios.Scenarios;
import tradelake.tariffs.schedule.Rate;
import tradelake.tariffs.schedule.Schedule;

/** Scenarios on a drawn lake: from published imports to the four tables of gold, and the questions asked of them. */
class ScenarioResultsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 8, 31);
    private static final String STILL = "date = 2024-12-31\nimporters = [USA, MEX]";

    @TempDir
    static Path folder;

    private static DrawnStudy drawn;
    private static DrawnTables tables;
    private static ScenarioAnswers answers;

    @BeforeAll
    static void answer() {
        drawn = new DrawnStudy(folder).withProduction().withCollectedDuties().synthetic();
        Study study = drawn.study(6, Scenarios.STANDARD, drawn.scenario("still", STILL));
        tables = DrawnStudy.rated(study);
        answers = new ScenarioResults(study, REFERENCE, true).answers(tables);
        DrawnStudy.register(tables, answers);
    }

    private static List<Row> ask(String sql) {
        return TestSession.get().sql(DrawnStudy.view(sql)).collectAsList();
    }

    private static double number(String sql) {
        return ((Number) ask(sql).get(0).get(0)).doubleValue();
    }

    /** Whom a scenario does not name, areas nes, residuals, trade with oneself and other years stay out. */
    @Test
    void importsAreThoseOfTheBaseYearInTheSchedulesEdition() {
        assertThat(number("SELECT sum(import_value_usd) FROM gold.applied_tariffs WHERE scenario <> 'still'"))
                .isCloseTo(0.96 * (100 + 50 + 30 + 40 + 60 + 200 + 80), within(1e-9));
        assertThat(ask(
                        "SELECT exporter, import_value_usd, import_source FROM gold.applied_tariffs WHERE importer = 'MEX'"
                                + " ORDER BY exporter"))
                .hasToString("[[CHN,25.0,exporters], [JPN,35.0,exporters]]");
    }

    /** The other road: the schedule asked by itself. */
    @Test
    void ratesAreTheSchedulesOwn() {
        Schedule schedule = Schedule.of(Path.of("conf/tariffs"), "USA");
        for (Row row : ask("SELECT exporter, hs6, base_rate, total_rate, rate_before FROM gold.applied_tariffs"
                + " WHERE scenario = 'us-2025-08-31'")) {
            String exporter = row.getString(0), hs6 = row.getString(1);
            Rate rate = schedule.on(exporter, DAY, DAY).on(hs6, schedule.base().of(exporter, hs6));
            assertThat(row.getDouble(2)).isEqualTo(rate.base());
            assertThat(row.getDouble(3)).isEqualTo(rate.total());
            assertThat(row.getDouble(4)).isLessThan(rate.total());
        }
    }

    /** The second road: SQL over the rates by HS6. */
    @Test
    void effectiveRatesAreWeightedMeans() {
        List<Row> differences = ask(
                """
                WITH again AS (
                  SELECT scenario, importer, exporter, product, sum(import_value_usd) AS usd,
                         sum(import_value_usd * base_rate) / sum(import_value_usd) AS base,
                         sum(import_value_usd * total_rate) / sum(import_value_usd) AS total
                  FROM (SELECT *, explode(array('TOTAL', left(hs6, 2),
                                 CASE left(hs6, 2) WHEN '85' THEN 'S16' WHEN '61' THEN 'S11' ELSE 'S17' END)) AS product
                        FROM gold.applied_tariffs)
                  GROUP BY ALL)
                SELECT * FROM again a FULL JOIN (SELECT * FROM gold.effective_tariffs WHERE exporter <> 'WLD') e
                  USING (scenario, importer, exporter, product)
                WHERE NOT coalesce(abs(a.usd - e.import_value_usd) < 1e-6 AND abs(a.base - e.base_rate) < 1e-9
                                   AND abs(a.total - e.total_rate) < 1e-9, false)""");
        assertThat(differences).isEmpty();
        assertThat(number("SELECT count(*) FROM gold.effective_tariffs")).isGreaterThan(20);
    }

    /** Statutory beside collected: by exporter, of all of them, by section and chapter; null where the file has nothing. */
    @Test
    void whatWasCollectedStandsBesideTheRates() {
        assertThat(
                        ask(
                                """
                        SELECT exporter, product, round(collected_rate, 12) AS collected FROM gold.effective_tariffs
                        WHERE scenario = 'us-2025-08-31' AND (product = 'TOTAL' OR exporter = 'CHN')
                        ORDER BY exporter, product"""))
                .hasToString("[[CAN,TOTAL,null], [CHN,61,0.1], [CHN,85,0.2], [CHN,S11,0.1], [CHN,S16,0.2],"
                        + " [CHN,TOTAL,0.15], [JPN,TOTAL,0.03], [VNM,TOTAL,null], [WLD,TOTAL,0.09]]");
        assertThat(number("SELECT count(collected_rate) FROM gold.effective_tariffs WHERE importer = 'MEX'"))
                .isZero();
    }

    @Test
    void everyLevelAddsUpToAll() {
        assertThat(
                        ask(
                                """
                        SELECT scenario, importer, max(usd) - min(usd) < 1e-6 AND max(duty) - min(duty) < 1e-6 AS same
                        FROM (SELECT scenario, importer, product_level, exporter = 'WLD' AS together,
                                     sum(import_value_usd) AS usd, sum(import_value_usd * total_rate) AS duty
                              FROM gold.effective_tariffs GROUP BY ALL)
                        GROUP BY ALL"""))
                .hasSize(3)
                .allMatch(row -> row.getBoolean(2));
    }

    @Test
    void theDefaultScenarioReachesGoldWithEveryModel() {
        assertThat(ask("SELECT DISTINCT model, closure FROM gold.scenario_country WHERE scenario = 'us-2025-08-31'"))
                .extracting(Row::toString)
                .containsExactlyInAnyOrder(
                        "[smart,td_pair]", "[gsim,levels]", "[one-sector,additive]", "[multi-sector,S_fixed]");
        assertThat(number("SELECT count(*) FROM gold.scenario_bilateral WHERE importer = 'USA' AND exporter = 'CHN'"
                        + " AND scenario = 'us-2025-08-31' AND NOT change_usd < 0"))
                .isZero();
        assertThat(
                        number(
                                "SELECT count(*) FROM gold.scenario_country WHERE scenario = 'us-2025-08-31'"
                                        + " AND model <> 'smart' AND economy = 'CHN' AND measure = 'exports_growth' AND p05 < p95 AND p95 < 0"))
                .isEqualTo(3);
    }

    @Test
    void withoutAShockNothingMoves() {
        assertThat(number("SELECT max(abs(growth)) FROM gold.scenario_bilateral WHERE scenario = 'still'"))
                .isLessThan(1e-10);
        assertThat(number("SELECT count(DISTINCT model) FROM gold.scenario_bilateral WHERE scenario = 'still'"))
                .isEqualTo(4);
        assertThat(number("SELECT max(greatest(abs(value), abs(p05), abs(p95))) FROM gold.scenario_country"
                        + " WHERE scenario = 'still' AND measure <> 'clearing'"))
                .isLessThan(1e-7);
    }

    /** The second road: SQL over the pairs. */
    @Test
    void countriesAreTheSumsOfTheirPairs() {
        assertThat(
                        ask(
                                """
                        SELECT * FROM (SELECT scenario, model, exporter AS economy, sum(change_usd) AS usd
                                       FROM gold.scenario_bilateral GROUP BY ALL) b
                        FULL JOIN (SELECT * FROM gold.scenario_country WHERE measure = 'exports_change') c
                          USING (scenario, model, economy)
                        WHERE NOT coalesce(abs(usd - value) < 1e-9, false)"""))
                .isEmpty();
    }

    @Test
    void theSameSeedDrawsTheSame() {
        Study study = drawn.study(6, Scenarios.STANDARD);
        assertThat(new ScenarioResults(study, REFERENCE, true).answers(tables).country())
                .isEqualTo(answers.country().stream()
                        .filter(row -> row.getString(0).equals(Scenarios.STANDARD))
                        .toList());
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsInvented() {
        Study study = drawn.study(0, Scenarios.STANDARD, drawn.scenario("later", STILL + "\nbase-year = 2025"));
        ScenarioAnswers real = new ScenarioResults(study, REFERENCE, false).answers(DrawnStudy.rated(study));
        assertThat(real.country()).extracting(row -> row.getString(1)).containsOnly("smart", "gsim");
        assertThat(real.country()).extracting(row -> row.get(8)).containsOnlyNulls();
        assertThat(real.findings())
                .extracting(Finding::message)
                .anySatisfy(said -> assertThat(said).contains("synthetic while the lake's trade is not"))
                .anySatisfy(said -> assertThat(said).contains("no 2025, 2024 stands in"))
                .anySatisfy(said -> assertThat(said).contains("no schedule of MEX"));
        Path nowhere = folder.resolve("nowhere");
        assertThat(new ScenarioResults(new DrawnStudy(nowhere).study(0, Scenarios.STANDARD), REFERENCE, true)
                        .answers(tables)
                        .findings())
                .extracting(Finding::message)
                .anySatisfy(said -> assertThat(said).contains("there is no " + nowhere));
        DrawnTables empty = DrawnStudy.silver().with(AppliedTariffs.TABLE, "scenario\n");
        ScenarioAnswers none = new ScenarioResults(study, REFERENCE, true).answers(empty);
        assertThat(none.country()).isEmpty();
        assertThat(none.findings()).extracting(Finding::message).anySatisfy(said -> assertThat(said)
                .contains("no imports by HS6"));
    }

    @Test
    void withoutScenariosTheTablesAreEmpty() {
        assertThat(DrawnStudy.rated(Study.none()).read(EffectiveTariffs.TABLE).isEmpty())
                .isTrue();
        assertThat(new ScenarioResults(Study.none(), REFERENCE, true)
                        .answers(tables)
                        .bilateral())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theQuestionsOfThePageHaveAnswers(String sql) {
        assertThat(ask(sql)).isNotEmpty();
    }

    static List<String> questions() {
        List<String> questions = QuestionPage.read("scenarios.md").questions().stream()
                .map(QuestionPage.Question::sql)
                .toList();
        assertThat(questions).hasSize(5);
        return questions;
    }
}
