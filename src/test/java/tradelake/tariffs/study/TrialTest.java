package tradelake.tariffs.study;

import static org.assertj.core.api.Assertions.assertThat;
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
import tradelake.lake.Settings;
import tradelake.tariffs.elasticities.ElasticitySets;
import tradelake.tariffs.models.Outcome;
import tradelake.tariffs.production.Production;
import tradelake.tariffs.production.ProductionFolder;
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
                        .isCloseTo(
                                drawn / flows.get(market.flow(e)).importerSays().getAsDouble(), within(1e-12));
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

    /** Where industries cannot be told apart by section, several sections are one product. */
    @Test
    void productsOfPublishedTablesAreSolved() throws IOException {
        Files.writeString(folder.resolve("icio.csv"), "industry,product,sections\nC28,machines,S16 S18\n");
        Path tables = Files.createDirectories(folder.resolve("tables"));
        Files.writeString(
                tables.resolve("2022_SML.csv"),
                """
                V1,CHN_C28,USA_C28,JPN_C28,CHN_HFCE,USA_HFCE,JPN_HFCE,OUT
                CHN_C28,0.0001,0.0001,0,0.001,0,0,0.002
                USA_C28,0,0.0002,0,0,0.003,0,0.004
                JPN_C28,0,0,0.0001,0,0,0.002,0.003
                OUT,0.002,0.004,0.003,0,0,0,0
                """);
        Production production = new ProductionFolder(tables, folder).read(2024);
        UnaryOperator<String> product =
                code -> production.productOf(DrawnStudy.REFERENCE.products().sectionOf(code));
        Ground ground = ground(name -> name);
        World world = World.of(ground.flows(), production, product);
        Outcome outcome = MultiSectorTrial.of(ground, world, production, product)
                .solve(CENTRAL)
                .findFirst()
                .orElseThrow();
        assertThat(world.economies().names()).containsExactly("CHN", "JPN", "USA");
        assertThat(outcome.trade()).extracting(Outcome.TradeChange::product).containsOnly("machines");
        assertThat(outcome.trade())
                .filteredOn(
                        flow -> flow.exporter().equals("CHN") && flow.importer().equals("USA"))
                .singleElement()
                .satisfies(flow ->
                        assertThat(flow.after()).isLessThan(flow.before()).isPositive());
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
