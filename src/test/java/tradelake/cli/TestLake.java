package tradelake.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.claims.Claims;
import tradelake.harmonise.Ledger;
import tradelake.harmonise.concordance.FlowsHarmonised;
import tradelake.indicators.Coverage;
import tradelake.indicators.RegionalShares;
import tradelake.lake.Finding;
import tradelake.lake.Lake;
import tradelake.lake.Manifest;
import tradelake.lake.ObjectStore;
import tradelake.lake.Runs;
import tradelake.lake.Selection;
import tradelake.lake.Settings;
import tradelake.lake.Story;
import tradelake.lake.Table;
import tradelake.lake.TestSession;
import tradelake.lake.Workspace;
import tradelake.reference.Indices;
import tradelake.reference.Reference;
import tradelake.sources.ReleaseRegister;
import tradelake.tariffs.study.Study;

/** A real lake in a temporary folder, refreshed through the same code as the command line's. */
final class TestLake {
    private static final Reference REFERENCE = Reference.load();
    private static final Selection SHARES =
            new Selection(List.of("+" + RegionalShares.TABLE.name(), Ledger.TABLE.name()));

    private static final Selection COVERAGE = new Selection(List.of("+" + Coverage.TABLE.name(), Ledger.TABLE.name()));

    private final Lake lake;
    private final Settings settings;
    private final Refresh refresh;

    TestLake(Path folder, String... settings) {
        this(new org.apache.hadoop.fs.Path(folder.toUri()), settings);
    }

    /** A lake that may lie elsewhere. */
    TestLake(org.apache.hadoop.fs.Path folder, String... settings) {
        lake = new Lake(
                TestSession.get(),
                new ObjectStore(folder, TestSession.get().sparkContext().hadoopConfiguration()));
        this.settings = Settings.read(Optional.empty(), List.of(settings));
        refresh = refresh(Clock.systemUTC());
    }

    private TestLake(TestLake same, Clock clock) {
        lake = same.lake;
        settings = same.settings;
        refresh = refresh(clock);
    }

    /** The same lake, to which it is another time. */
    TestLake at(Clock clock) {
        return new TestLake(this, clock);
    }

    private Refresh refresh(Clock clock) {
        return new Refresh(
                lake,
                settings,
                REFERENCE,
                Indices.load(REFERENCE),
                new Claims(List.of()),
                Study.none(),
                Workspace.of(lake.store()),
                Story.SILENT,
                clock);
    }

    /** A workspace beside this lake. */
    TestLake beside(Path folder, String... settings) {
        Workspace.make(lake.store().at(folder.toUri().toString()), lake.store());
        return new TestLake(folder, settings);
    }

    ObjectStore store() {
        return lake.store();
    }

    Refresh.Outcome refresh(Path... inputs) {
        return run(Selection.ALL, inputs);
    }

    /** Makes the share table and the ledger, and what these need; publishes nothing. */
    Refresh.Outcome makeShares(Path... inputs) {
        return run(SHARES, inputs);
    }

    /** Makes gold.coverage and what it needs; publishes nothing. */
    Manifest makeCoverage(Path... inputs) {
        return run(COVERAGE, inputs).manifest();
    }

    /** What would be found in a run if readers saw another. */
    List<Finding> watch(Manifest made, Optional<Manifest> seen) {
        return new Watch(lake, settings, LocalDate.of(2026, 1, 1)).over(made, seen, refresh.releases());
    }

    /** Makes silver.flows and its ledger, as {@code tradelake ingest} does. */
    Refresh.Outcome ingest(Path... inputs) {
        return run(TradelakeCatalog.INGEST, inputs);
    }

    /** Makes silver.flows_harmonised and what it needs. */
    Refresh.Outcome harmonise(Path... inputs) {
        return run(new Selection(List.of("+" + FlowsHarmonised.TABLE.name())), inputs);
    }

    private Refresh.Outcome run(Selection selection, Path... inputs) {
        List<String> paths = Arrays.stream(inputs).map(Path::toString).toList();
        Consumer<ReleaseRegister> change = paths.isEmpty() ? register -> {} : refresh.reading(paths, Story.SILENT);
        return refresh.run(change, selection, false, Optional.empty());
    }

    /** What {@code tradelake plan} would say. */
    List<Story.Planned> plan() {
        return refresh.plan(new BuildChoice(Selection.ALL, false, Optional.empty()));
    }

    Refresh.Outcome forget(String file) {
        return refresh.run(register -> register.forget(file), TradelakeCatalog.INGEST, false, Optional.empty());
    }

    Manifest latest() {
        return new Runs(lake.store()).latest().orElseThrow();
    }

    /** What {@code tradelake diff} would say. */
    RunDiff diff(Manifest before, Manifest after) {
        return new RunDiff(lake, TradelakeCatalog.declared(Settings.defaults()), before, after);
    }

    static List<Table> tables() {
        return TradelakeCatalog.declared(Settings.defaults()).tables();
    }

    /** The tables that are made so far. */
    List<Table> made() {
        var versions = latest().versions();
        return tables().stream()
                .filter(table -> versions.containsKey(table.name()))
                .toList();
    }

    Dataset<Row> read(Table table) {
        return lake.read(table, latest().tables().get(table.name()));
    }
}
