package tradelake.tariffs.study;

import static tradelake.harmonise.mirror.Bilateral.EXPORTER;
import static tradelake.harmonise.mirror.Bilateral.IMPORTER;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.YEAR;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import tradelake.harmonise.Fields;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.lake.BadInput;
import tradelake.lake.RunningWork;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Work;
import tradelake.reference.Reference;
import tradelake.tariffs.production.Production;
import tradelake.tariffs.production.ProductionFolder;
import tradelake.tariffs.scenarios.Scenario;
import tradelake.tariffs.schedule.Schedules;
import tradelake.tariffs.simulate.ModelName;

/**
 * Makes gold.scenario_bilateral and gold.scenario_country: each model of each scenario on the lake's trade. SMART runs on
 * imports by HS6, GSIM on the reconciled matrix by chapter, the models of general equilibrium on that matrix with sales at home
 * from a {@link ProductionFolder}. The models are arithmetic on arrays, so they run where the run is led from, draws on all its cores;
 * a model that lacks an input has no rows and a finding that says what is missing.
 */
public final class ScenarioResults implements Work {
    private static final int MOST_NAMES = 5;

    private final Study study;
    private final Reference reference;
    private final boolean synthetic;
    private final Map<Integer, Production> productions = new HashMap<>();

    /**
     * The work on a study.
     *
     * @param synthetic whether any file of the lake is made up: made-up sales at home go with made-up trade alone
     */
    public ScenarioResults(Study study, Reference reference, boolean synthetic) {
        this.study = study;
        this.reference = reference;
        this.synthetic = synthetic;
    }

    @Override
    public String name() {
        return "gold.scenarios";
    }

    @Override
    public List<Table> outputs() {
        return List.of(ScenarioTables.BILATERAL, ScenarioTables.COUNTRY);
    }

    @Override
    public List<Table> inputs() {
        return List.of(AppliedTariffs.TABLE, Bilateral.TABLE);
    }

    @Override
    public String dependsOn() {
        return reference.fingerprint() + study.fingerprint() + synthetic;
    }

    @Override
    public void perform(RunningWork run) {
        ScenarioAnswers answers = answers(run);
        run.overwrite(ScenarioTables.BILATERAL, run.of(ScenarioTables.BILATERAL, answers.bilateral()));
        run.overwrite(ScenarioTables.COUNTRY, run.of(ScenarioTables.COUNTRY, answers.country()));
        answers.findings().forEach(run::note);
    }

    /** What the models say, from the applied tariffs and the reconciled matrix. */
    public ScenarioAnswers answers(Tables in) {
        ScenarioAnswers answers = new ScenarioAnswers(study.uncertainty());
        Schedules law = new Schedules(study.tariffs());
        for (Scenario scenario : study.scenarios()) answer(scenario, law, in, answers);
        return answers;
    }

    private void answer(Scenario scenario, Schedules law, Tables in, ScenarioAnswers answers) {
        List<Case> cases = Case.of(scenario, law, reference);
        Ground ground = new Ground(
                scenario, study.elasticities(), cases, Markets.of(scenario.name(), in), flows(scenario, in, answers));
        noteWhatIsUnknown(ground, law, answers);
        for (ModelName model : scenario.models()) answers.add(scenario, model, () -> trial(model, ground, answers));
    }

    private Trial trial(ModelName model, Ground ground, ScenarioAnswers answers) {
        if (ground.markets().isEmpty())
            throw new BadInput("The lake has no imports by HS6 of %s in %s: load files that do."
                    .formatted(String.join(", ", ground.scenario().importers()), ImportCells.EDITION.title()));
        if (model != ModelName.SMART && ground.flows().isEmpty())
            throw new BadInput("silver.bilateral is empty: load files that cover more than one economy.");
        return switch (model) {
            case SMART -> SmartTrial.of(ground);
            case GSIM -> GsimTrial.of(ground);
            case ONE_SECTOR, MULTI_SECTOR -> equilibrium(model, ground, answers);
        };
    }

    private Trial equilibrium(ModelName model, Ground ground, ScenarioAnswers answers) {
        Production production = production(ground.scenario().baseYear());
        UnaryOperator<String> section =
                code -> production.productOf(reference.products().sectionOf(code));
        World world = World.of(ground.flows(), production, section);
        if (world.economies().size() < 2)
            throw new BadInput("%s knows sales at home of fewer than two economies that trade: add some."
                    .formatted(study.production().folder()));
        if (world.left() > 1e-9)
            answers.note(
                    ground.scenario(),
                    "outside-the-model",
                    "%s has no sales at home for %.1f %% of the trade, which stays outside"
                            .formatted(model.label(), 100 * world.left()),
                    1);
        noteWhatItLacks(production, ground, answers);
        return model == ModelName.ONE_SECTOR
                ? OneSectorTrial.of(ground, world, production)
                : MultiSectorTrial.of(ground, world, production, section);
    }

    /** Read once for all scenarios and models of a base year: published files are large. */
    private Production production(int baseYear) {
        ProductionFolder folder = study.production();
        if (!folder.isThere())
            throw new BadInput(
                    "It needs sales at home, and there is no %s: name a folder with one in scenarios.production, see docs/data.md."
                            .formatted(folder.sales()));
        if (folder.isSynthetic() && !synthetic)
            throw new BadInput(
                    "It needs sales at home, and those in %s are synthetic while the lake's trade is not: name others in scenarios.production."
                            .formatted(folder.folder()));
        return productions.computeIfAbsent(baseYear, folder::read);
    }

    private static void noteWhatItLacks(Production production, Ground ground, ScenarioAnswers answers) {
        int baseYear = ground.scenario().baseYear();
        production.year().stream()
                .filter(year -> year != baseYear)
                .forEach(year -> answers.note(
                        ground.scenario(),
                        "another-base-year",
                        "sales at home have no %d, %d stands in".formatted(baseYear, year),
                        1));
        for (String some : production.leftOut())
            answers.note(
                    ground.scenario(), "without-sales-at-home", "sales at home are not whole, outside: " + some, 1);
    }

    /** The reconciled matrix of the base year, or of the latest there is. */
    private List<Sample.Flow> flows(Scenario scenario, Tables in, ScenarioAnswers answers) {
        SortedSet<Integer> years = in.read(Bilateral.TABLE).select(YEAR.col()).distinct().collectAsList().stream()
                .map(YEAR::in)
                .collect(Collectors.toCollection(TreeSet::new));
        if (years.isEmpty()) return List.of();
        int year = ImportCells.nearest(years, scenario.baseYear());
        if (year != scenario.baseYear())
            answers.note(
                    scenario,
                    "another-base-year",
                    "silver.bilateral has no %d, %d stands in".formatted(scenario.baseYear(), year),
                    1);
        return in
                .read(Bilateral.TABLE)
                .filter(YEAR.col().equalTo(year))
                .select(Fields.columns(
                        EXPORTER, IMPORTER, PRODUCT, Bilateral.VALUE, Bilateral.EXPORT, Bilateral.IMPORT_FOB))
                .collectAsList()
                .stream()
                .map(ScenarioResults::flow)
                .sorted(Comparator.comparing(Sample.Flow::name))
                .toList();
    }

    private static Sample.Flow flow(Row row) {
        return new Sample.Flow(
                EXPORTER.in(row),
                IMPORTER.in(row),
                PRODUCT.in(row),
                Bilateral.VALUE.in(row),
                optional(Bilateral.EXPORT.in(row)),
                optional(Bilateral.IMPORT_FOB.in(row)));
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private void noteWhatIsUnknown(Ground ground, Schedules law, ScenarioAnswers answers) {
        List<String> importers = ground.cases().stream().map(Case::importer).toList();
        note(
                ground,
                answers,
                "no-schedule",
                importers.stream().filter(importer -> !law.has(importer)).toList(),
                "conf/tariffs has no schedule of %s: base rates count as nought, so what replaces them changes nothing");
        Set<String> buyers = ground.markets().stream().map(Market::importer).collect(Collectors.toSet());
        note(
                ground,
                answers,
                "no-imports",
                importers.stream()
                        .filter(importer -> !buyers.contains(importer))
                        .toList(),
                "no imports by HS6 of %s are known, so their tariffs change nothing");
    }

    private static void note(
            Ground ground, ScenarioAnswers answers, String kind, List<String> economies, String sentence) {
        if (economies.isEmpty()) return;
        String some = economies.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        int more = economies.size() - MOST_NAMES;
        answers.note(
                ground.scenario(),
                kind,
                sentence.formatted(more > 0 ? some + " and %d more".formatted(more) : some),
                economies.size());
    }
}
