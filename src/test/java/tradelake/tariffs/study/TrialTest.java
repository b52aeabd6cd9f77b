package tradelake.tariffs.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.lake.BadInput;
import tradelake.lake.Settings;
import tradelake.tariffs.elasticities.ElasticitySets;
import tradelake.tariffs.models.Outcome;
import tradelake.tariffs.scenarios.Scenario;
import tradelake.tariffs.scenarios.ScenarioReader;
import tradelake.tariffs.scenarios.Scenarios;
import tradelake.tariffs.schedule.Schedules;

/** The models on trade and rates, without Spark: names do not matter, draws stay in their bounds, bad files are refused. */
class TrialTest {
    private static final List<String> ECONOMIES = List.of("CHN", "JPN", "KOR", "MEX", "USA", "VNM");
    private static final Map<String, String> TURNED = Map.of("CHN", "VNM", "VNM", "CHN", "JPN", "KOR", "KOR", "JPN");
    private static final Sample CENTRAL = new Study.Uncertainty(0, 1, 0.25).sample(0);

    private static ElasticitySets sets;
    private static Scenario scenario;
    private static List<Case> cases;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        sets = ElasticitySets.of(Path.of("conf/elasticities"));
        scenario = new Scenarios(Path.of("conf/scenarios"), new ScenarioReader(DrawnStudy.REFERENCE, sets.names()))
                .named(Scenarios.STANDARD);
        cases = Case.of(scenario, new Schedules(Path.of("conf/tariffs")), DrawnStudy.REFERENCE);
    }

    private static Ground ground(UnaryOperator<String> name) {
        Random random = new Random(11);
        List<Sample.Flow> flows = new ArrayList<>();
        double[] rates =
                ECONOMIES.stream().mapToDouble(e -> random.nextDouble() / 2).toArray();
        for (String exporter : ECONOMIES)
            for (String importer : ECONOMIES)
                if (!exporter.equals(importer)) {
                    double usd = 10 + 90 * random.nextDouble();
                    flows.add(new Sample.Flow(
                            name.apply(exporter),
                            name.apply(importer),
                            "85",
                            usd,
                            OptionalDouble.of(usd * 0.8),
                            OptionalDouble.of(usd * 1.1)));
                }
        List<String> sellers = ECONOMIES.stream().filter(e -> !e.equals("USA")).toList();
        Market market = new Market(
                "USA",
                "850760",
                sellers.stream().map(name).toList(),
                sellers.stream().mapToDouble(e -> 100 + e.hashCode() % 50).toArray(),
                new double[sellers.size()],
                java.util.Arrays.copyOf(rates, sellers.size()),
                true);
        return new Ground(scenario, sets, cases, List.of(market), flows);
    }

    private static Map<String, Double> after(Trial trial, Sample sample, UnaryOperator<String> name) {
        Map<String, Double> after = new TreeMap<>();
        trial.solve(sample)
                .flatMap(outcome -> outcome.trade().stream())
                .forEach(flow -> after.put(name.apply(flow.exporter()) + name.apply(flow.importer()), flow.after()));
        return after;
    }

    private static String turned(String economy) {
        return TURNED.getOrDefault(economy, economy);
    }

    @Test
    void namesDoNotMatter() {
        for (boolean smart : new boolean[] {true, false}) {
            Ground plain = ground(name -> name), renamed = ground(TrialTest::turned);
            Map<String, Double> first =
                    after(smart ? SmartTrial.of(plain) : GsimTrial.of(plain), CENTRAL, name -> name);
            Map<String, Double> second =
                    after(smart ? SmartTrial.of(renamed) : GsimTrial.of(renamed), CENTRAL, TrialTest::turned);
            assertThat(second.keySet()).isEqualTo(first.keySet());
            first.forEach((pair, value) -> assertThat(second.get(pair)).isCloseTo(value, within(1e-9 * value)));
        }
    }

    /** Mexico's trade in the matrix has no imports beside it: its goods meet the schedule on what others sell. */
    @Test
    void aPairWithoutImportsIsRatedOnTheBasket() {
        Ground ground = ground(name -> name);
        Shock shock = ground.shock(hs6 -> "85");
        double rate = cases.get(0).after("CAN", "850760").total();
        assertThat(shock.after("CAN", "USA", "85")).isEqualTo(rate).isPositive();
        assertThat(shock.after("CHN", "USA", "85"))
                .isEqualTo(ground.markets().get(0).after()[0]);
        assertThat(shock.after("CHN", "USA", "61")).isZero();
        assertThat(shock.after("USA", "USA", "85")).isZero();
        assertThat(shock.after("CHN", "JPN", "85")).isZero();
    }

    @Test
    void drawsAreTheSameInAnyOrderAndStayBetweenTheReports() {
        Study.Uncertainty uncertainty = new Study.Uncertainty(9, 5, 0.25);
        Sample.Flow flow = ground(name -> name).flows().get(0);
        var theta = sets.table("standard", tradelake.tariffs.elasticities.Concept.THETA);
        for (int draw = 9; draw > 0; draw--) {
            Sample sample = uncertainty.sample(draw), again = uncertainty.sample(draw);
            assertThat(sample.trade(flow)).isBetween(0.8 * flow.value(), 1.1 * flow.value());
            assertThat(sample.trade(flow)).isEqualTo(again.trade(flow));
            assertThat(sample.elasticity(theta, "S01"))
                    .isPositive()
                    .isNotEqualTo(4)
                    .isEqualTo(again.elasticity(theta, "S02"));
        }
        assertThat(CENTRAL.trade(flow)).isEqualTo(flow.value());
        assertThat(CENTRAL.elasticity(theta, "S01")).isEqualTo(4);
    }

    /** Elasticities held fixed, what is left is the range between the reports: from the importer's to its partner's. */
    @Test
    void smartDrawsItsImportsBetweenTheReportsOfTheirChapter() {
        Ground ground = ground(name -> name);
        Market market = ground.markets().get(0);
        Map<String, Sample.Flow> flows = SmartTrial.of(ground).flows();
        Study.Uncertainty noErrors = new Study.Uncertainty(9, 5, 0);
        for (int draw = 1; draw <= 9; draw++) {
            Sample sample = noErrors.sample(draw);
            List<Outcome.TradeChange> trade = traded(ground, sample);
            for (int e = 0; e < trade.size(); e++) {
                double drawn = sample.trade(flows.get(market.flow(e)));
                double factor = trade.get(e).before() / market.imports()[e];
                assertThat(factor).isBetween(0.8 / 1.1, 1.0).isNotEqualTo(1);
                assertThat(factor)
                        .isCloseTo(drawn / flows.get(market.flow(e)).importerSays().getAsDouble(), within(1e-12));
            }
        }
        assertThat(traded(ground, CENTRAL).stream().mapToDouble(Outcome.TradeChange::before))
                .containsExactly(DoubleStream.of(market.imports()).boxed().toArray(Double[]::new));
    }

    private static List<Outcome.TradeChange> traded(Ground ground, Sample sample) {
        return SmartTrial.of(ground).solve(sample).findFirst().orElseThrow().trade();
    }

    /** Imports that the exporters report move from their own report towards the importer's. */
    @Test
    void aReportIsDrawnFromWhereItStands() {
        Sample.Flow flow = ground(name -> name).flows().get(0);
        Sample sample = new Study.Uncertainty(9, 5, 0).sample(3);
        assertThat(sample.factor(flow, true) * 1.1).isCloseTo(sample.factor(flow, false) * 0.8, within(1e-12));
        assertThat(sample.factor(flow, false)).isBetween(1.0, 1.1 / 0.8);
        Sample.Flow oneSided = new Sample.Flow("CHN", "MEX", "85", 7, OptionalDouble.of(7), OptionalDouble.empty());
        assertThat(sample.factor(oneSided, false)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHN,S01,0,1 | line 2: home_sales_usd '0' must be above nought",
                "CHN,S01,5,1; CHN,S01,5,1 | line 3: product 'S01' stands twice",
                "CHN,S01,5,1; USA,S02,5,1 | has no line for S02 in CHN",
            })
    void salesThatCannotBeUsedAreRefused(String lines, String sentence) throws IOException {
        Files.writeString(
                folder.resolve(Production.SALES),
                "economy,product,home_sales_usd,value_added_share\n"
                        + lines.strip().replace("; ", "\n") + "\n");
        assertThatThrownBy(() -> Production.of(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(sentence.strip());
    }

    /** What the sample carries: inputs of every section add up, and links are used. */
    @Test
    void theSamplesProductionCanBeUsed() {
        Path sample = Path.of("data-samples", "_production");
        assertThat(Production.isSynthetic(sample)).isTrue();
        Production production = Production.of(sample);
        assertThat(production.economies()).contains("USA", "CHN", "VNM");
        for (String using : production.products()) {
            assertThat(production.products().stream()
                            .mapToDouble(input -> production.input("CHN", input, using))
                            .sum())
                    .isCloseTo(1, within(1e-4));
            assertThat(production.valueAdded("CHN", using)).isBetween(0.3, 0.7);
        }
    }

    /** Run away from the project's folder, a refresh has no scenarios and says nothing of them. */
    @Test
    void withoutAFolderOfScenariosThereIsNoStudy() {
        assertThat(new StudyReader(Settings.defaults(), DrawnStudy.REFERENCE, folder)
                        .standing()
                        .scenarios())
                .isEmpty();
        assertThat(new StudyReader(
                                Settings.defaults(),
                                DrawnStudy.REFERENCE,
                                Path.of("").toAbsolutePath())
                        .standing()
                        .scenarios())
                .extracting(Scenario::name)
                .containsExactly(Scenarios.STANDARD);
    }

    @Test
    void effectsOfFractionsAreNotAddedUpOverProducts() {
        Ground ground = ground(name -> name);
        var figures = CountryEffects.of(GsimTrial.of(ground).solve(CENTRAL), true, (Outcome.TradeChange flow) -> {});
        assertThat(figures.keySet())
                .extracting(CountryEffects.Figure::measure)
                .contains("exports_growth", "welfare_change")
                .doesNotContain("price_change");
        var exports = figures.get(new CountryEffects.Figure("CHN", "exports_change", CountryEffects.MONEY));
        assertThat(exports)
                .isCloseTo(
                        after(GsimTrial.of(ground), CENTRAL, name -> name).entrySet().stream()
                                        .filter(flow -> flow.getKey().startsWith("CHN"))
                                        .mapToDouble(Map.Entry::getValue)
                                        .sum()
                                - ground.flows().stream()
                                        .filter(flow -> flow.exporter().equals("CHN"))
                                        .mapToDouble(Sample.Flow::value)
                                        .sum(),
                        within(1e-9));
    }
}
