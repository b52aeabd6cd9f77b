package tradelake.tariffs.study;

import static tradelake.harmonise.mirror.Bilateral.EXPORTER;
import static tradelake.harmonise.mirror.Bilateral.IMPORTER;
import static tradelake.reference.Columns.PRODUCT;
import static tradelake.reference.Columns.YEAR;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
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
import tradelake.tariffs.scenarios.Scenario;
import tradelake.tariffs.schedule.Schedule;
import tradelake.tariffs.simulate.ModelName;

/**
 * Makes gold.scenario_bilateral and gold.scenario_country: each model of each scenario on the lake's trade. SMART runs on
 * imports by HS6, GSIM on the reconciled matrix by chapter, the models of general equilibrium on that matrix with sales at home
 * from {@link Production}. The models are arithmetic on arrays, so they run where the run is led from, draws on all its cores;
 * a model that lacks an input has no rows and a finding that says what is missing.
 */
public final class ScenarioResults implements Work {
    private final Study study;
    private final Reference reference;
    private final boolean synthetic;

    /** @param synthetic whether any file of the lake is made up: made-up sales at home go with made-up trade alone */
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
        for (Scenario scenario : study.scenarios()) answer(scenario, in, answers);
        return answers;
    }

    private void answer(Scenario scenario, Tables in, ScenarioAnswers answers) {
        List<Market> markets = Markets.of(scenario.name(), in);
        List<Sample.Flow> flows = flows(scenario, in, answers);
        noteWhatIsUnknown(scenario, markets, answers);
        for (ModelName model : scenario.models())
            answers.add(scenario, model, () -> trial(scenario, model, markets, flows, answers));
    }

    private Trial trial(
            Scenario scenario,
            ModelName model,
            List<Market> markets,
            List<Sample.Flow> flows,
            ScenarioAnswers answers) {
        if (markets.isEmpty())
            throw new BadInput("The lake has no imports by HS6 of %s in %s: load files that do."
                    .formatted(String.join(", ", scenario.importers()), ImportCells.EDITION.title()));
        if (model != ModelName.SMART && flows.isEmpty())
            throw new BadInput("silver.bilateral is empty: load files that cover more than one economy.");
        return switch (model) {
            case SMART -> SmartTrial.of(markets, study.elasticities(), scenario.elasticities());
            case GSIM -> GsimTrial.of(flows, markets, study.elasticities(), scenario.elasticities());
            case ONE_SECTOR, MULTI_SECTOR -> equilibrium(scenario, model, markets, flows, answers);
        };
    }

    private Trial equilibrium(
            Scenario scenario,
            ModelName model,
            List<Market> markets,
            List<Sample.Flow> flows,
            ScenarioAnswers answers) {
        Production production = production();
        World world = World.of(flows, production, reference.products()::sectionOf);
        if (world.economies().size() < 2)
            throw new BadInput("%s knows sales at home of fewer than two economies that trade: add some."
                    .formatted(study.production().resolve(Production.SALES)));
        if (world.left() > 1e-9)
            answers.note(
                    scenario,
                    "outside-the-model",
                    "%s has no sales at home for %.1f %% of the trade, which stays outside"
                            .formatted(model.label(), 100 * world.left()),
                    1);
        return model == ModelName.ONE_SECTOR
                ? OneSectorTrial.of(scenario, study, world, production, markets)
                : MultiSectorTrial.of(
                        scenario, study, world, production, markets, reference.products()::sectionOf);
    }

    private Production production() {
        if (!Production.isThere(study.production()))
            throw new BadInput(
                    "It needs sales at home, and there is no %s: name a folder with one in scenarios.production, see docs/data.md."
                            .formatted(study.production().resolve(Production.SALES)));
        if (Production.isSynthetic(study.production()) && !synthetic)
            throw new BadInput(
                    "It needs sales at home, and those in %s are synthetic while the lake's trade is not: name others in scenarios.production."
                            .formatted(study.production()));
        return Production.of(study.production());
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

    private void noteWhatIsUnknown(Scenario scenario, List<Market> markets, ScenarioAnswers answers) {
        SortedSet<String> importers = Case.importers(scenario, reference);
        List<String> without = importers.stream()
                .filter(importer -> !Schedule.isThere(study.tariffs(), importer))
                .toList();
        if (!without.isEmpty())
            answers.note(
                    scenario,
                    "no-schedule",
                    "conf/tariffs has no schedule of %s: base rates count as nought, so what replaces them changes nothing"
                            .formatted(String.join(", ", without)),
                    without.size());
        importers.removeAll(markets.stream().map(Market::importer).collect(Collectors.toSet()));
        if (!importers.isEmpty())
            answers.note(
                    scenario,
                    "no-imports",
                    "no imports by HS6 of %s are known, so their tariffs change nothing"
                            .formatted(String.join(", ", importers)),
                    importers.size());
    }
}
