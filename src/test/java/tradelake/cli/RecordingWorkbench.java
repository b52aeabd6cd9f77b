package tradelake.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tradelake.gravity.Frame;
import tradelake.tariffs.simulate.ResultTable;

/** Does nothing but note what it is asked to do, or fails as told. */
final class RecordingWorkbench implements Workbench {
    final List<String> asked = new ArrayList<>();
    Setup setup;
    private final RuntimeException failure;

    RecordingWorkbench() {
        this(null);
    }

    RecordingWorkbench(RuntimeException failure) {
        this.failure = failure;
    }

    private void note(Setup given, Object... words) {
        setup = given;
        asked.add(String.join(" ", List.of(words).stream().map(String::valueOf).toList()));
        if (failure != null) throw failure;
    }

    @Override
    public void refresh(Setup setup, List<String> inputs, Optional<CatalogSchema> register, RowsOut out) {
        note(setup, "refresh", inputs, register);
    }

    @Override
    public void ingest(Setup setup, List<String> paths) {
        note(setup, "ingest", paths);
    }

    @Override
    public void forget(Setup setup, List<String> files) {
        note(setup, "forget", files);
    }

    @Override
    public void build(Setup setup, BuildChoice choice, Optional<String> out, Optional<CatalogSchema> register) {
        note(setup, "build", choice.selection().patterns(), choice.full(), choice.asOf(), out, register);
    }

    @Override
    public void plan(Setup setup, BuildChoice choice, RowsOut out) {
        note(setup, "plan", choice.selection().patterns());
    }

    @Override
    public void tables(Setup setup, RowsOut out) {
        note(setup, "tables");
        out.write(
                List.of(Heading.text("table"), Heading.number("rows")),
                List.<Object[]>of(new Object[] {"gold.coverage", 450L}));
    }

    @Override
    public void describe(Setup setup, String table, Language language, RowsOut out) {
        note(setup, "describe", table);
    }

    @Override
    public void coverage(Setup setup, RowsOut out) {
        note(setup, "coverage");
    }

    @Override
    public void claims(Setup setup, RowsOut out) {
        note(setup, "claims");
    }

    @Override
    public void sql(Setup setup, Question question) {
        note(setup, "sql", question.engine(), question.statement(), question.parquet());
    }

    @Override
    public Path report(Setup setup, Optional<Path> file) {
        note(setup, "report", file);
        return file.orElse(Path.of("report.html"));
    }

    @Override
    public void runs(Setup setup, RowsOut out) {
        note(setup, "runs");
    }

    @Override
    public void maintain(Setup setup, int kept, RowsOut out) {
        note(setup, "maintain", kept);
    }

    @Override
    public void diff(Setup setup, String before, Optional<String> after, Optional<String> table, RowsOut out) {
        note(setup, "diff", before, after, table);
    }

    @Override
    public List<ResultTable> scenarios(Setup setup, List<String> names) {
        note(setup, "scenarios", names);
        return List.of(
                new ResultTable("scenario_country", List.of("economy"), List.<Object[]>of(new Object[] {"USA"})));
    }

    @Override
    public Frame columns(Setup setup, String table, Set<String> columns) {
        note(setup, "columns", table, columns);
        return new Frame(0, Map.of());
    }

    @Override
    public void sample(Path folder, long rows, long seed, Consumer<String> notes) {
        note(null, "sample", folder, rows, seed);
    }
}
