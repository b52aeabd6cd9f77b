package tradelake.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tradelake.gravity.Frame;
import tradelake.gravity.ml.RowFrame;
import tradelake.lake.Catalog;
import tradelake.lake.Runs;
import tradelake.lake.Selection;
import tradelake.lake.Story;
import tradelake.lake.Table;
import tradelake.serve.SnapshotReader;
import tradelake.sources.synthetic.Synthetic;
import tradelake.tariffs.simulate.ResultTable;

/** The workbench of the program: the lake's pipeline on a Spark session. */
final class SparkWorkbench implements Workbench {
    private static final String COVERAGE =
            """
            SELECT reporter, min(year) AS first_year, max(year) AS last_year,
                   count_if(has_x OR has_m) AS years_with_data,
                   concat_ws(' ', sort_array(collect_list(CASE WHEN NOT has_x AND NOT has_m THEN year END))) AS years_without,
                   concat_ws(' ', array_sort(collect_set(hs_edition))) AS hs_editions,
                   round(max(abs(gap_x)), 4) AS largest_gap_x, round(max(abs(gap_m)), 4) AS largest_gap_m
            FROM gold.coverage GROUP BY reporter HAVING years_with_data > 0 ORDER BY reporter""";

    private static final String CLAIMS =
            """
            SELECT claim_id, first(published_value, true) AS published,
                   round(max(computed_value) FILTER (WHERE is_primary), 2) AS computed, first(unit, true) AS unit,
                   max(verdict) FILTER (WHERE is_primary) AS verdict,
                   concat(count_if(verdict = 'reproduced'), ' of ', count(*)) AS reproduced,
                   first(reason) FILTER (WHERE is_primary) AS reason
            FROM gold.claims GROUP BY claim_id ORDER BY claim_id""";

    @Override
    public void refresh(Setup setup, List<String> inputs, Optional<CatalogSchema> register, RowsOut out) {
        try (OpenLake lake = OpenLake.toFill(setup, inputs)) {
            Optional<CatalogViews> views = register.map(lake::views);
            HeadlineShares headline = new HeadlineShares(lake, out);
            Refresh refresh = lake.refresh(headline.after(setup.teller()));
            Refresh.Outcome outcome =
                    refresh.run(refresh.reading(inputs, setup.teller()), Selection.ALL, false, Optional.empty());
            headline.showIfNotYet(setup.teller());
            headline.explainIfNothingCounts(setup.teller());
            show(views, lake);
            lake.report().ifPresent(report -> setup.teller().note("The report is at %s".formatted(report)));
            setup.teller()
                    .note("The lake is at %s; ask it with: tradelake sql%s \"SELECT ...\""
                            .formatted(setup.lake(), setup.lakeOption()));
            outcome.requireNothingRefused();
        }
    }

    @Override
    public void ingest(Setup setup, List<String> paths) {
        try (OpenLake lake = OpenLake.toFill(setup, paths)) {
            Refresh refresh = lake.refresh(setup.teller());
            refresh.run(refresh.reading(paths, setup.teller()), TradelakeCatalog.INGEST, false, Optional.empty())
                    .requireNothingRefused();
        }
    }

    @Override
    public void forget(Setup setup, List<String> files) {
        try (OpenLake lake = OpenLake.toRead(setup)) {
            Refresh refresh = lake.refresh(setup.teller());
            refresh.run(refresh.forgetting(files, setup.teller()), TradelakeCatalog.INGEST, false, Optional.empty());
            setup.teller().note("What depended on it is made anew by the next refresh or build.");
        }
    }

    @Override
    public void build(Setup setup, BuildChoice choice, Optional<String> out, Optional<CatalogSchema> register) {
        try (OpenLake lake = OpenLake.toBuild(setup, out)) {
            Optional<CatalogViews> views = register.map(lake::views);
            lake.refresh(setup.teller()).run(unchanged -> {}, choice.selection(), choice.full(), choice.asOf());
            show(views, lake);
            out.ifPresent(workspace -> setup.teller()
                    .note("Made beside the lake; ask it with: tradelake sql --lake %s \"SELECT ...\""
                            .formatted(workspace)));
        }
    }

    private static void show(Optional<CatalogViews> views, OpenLake lake) {
        views.ifPresent(each -> lake.setup().teller().note(each.show(lake.published())));
    }

    @Override
    public void plan(Setup setup, BuildChoice choice, RowsOut out) {
        try (OpenLake lake = OpenLake.toRead(setup)) {
            List<Story.Planned> plan = lake.refresh(setup.teller()).plan(choice);
            out.write(
                    List.of(Heading.text("job"), Heading.text("stale"), Heading.text("reason"), Heading.text("tables")),
                    plan.stream()
                            .map(step -> new Object[] {
                                step.work(),
                                step.stale() ? "yes" : "no",
                                step.reason(),
                                String.join(", ", step.tables())
                            })
                            .toList());
        }
    }

    @Override
    public void tables(Setup setup, RowsOut out) {
        Listings.tables(catalog(setup), LakeRuns.published(setup), out);
    }

    @Override
    public void describe(Setup setup, String name, Language language, RowsOut out) {
        Catalog catalog = catalog(setup);
        Table table = Listings.table(catalog, name);
        Dictionary dictionary = new Dictionary(catalog, language);
        setup.teller().note(language.of(table.name() + ": ", table.name() + "：") + language.of(table.meaning()));
        dictionary.facts(table).forEach(setup.teller()::note);
        table.rules().forEach(rule -> setup.teller()
                .note(language.of("Always %s: %s", "恒满足 %s：%s").formatted(rule.name(), rule.sql())));
        Listings.columns(table, language, out);
        setup.teller().note(language.of("Ask it: ", "查询示例：") + "tradelake sql \"%s\"".formatted(table.example()));
    }

    @Override
    public void coverage(Setup setup, RowsOut out) {
        try (OpenLake lake = OpenLake.toRead(setup)) {
            lake.labels().forEach(setup.teller()::note);
            SparkAnswers.show(new SqlViews(lake).query(COVERAGE), out);
        }
    }

    @Override
    public void claims(Setup setup, RowsOut out) {
        try (OpenLake lake = OpenLake.toRead(setup)) {
            lake.labels().forEach(setup.teller()::note);
            SparkAnswers.show(new SqlViews(lake).query(CLAIMS), out);
        }
    }

    @Override
    public void sql(Setup setup, Question question) {
        try (SqlAnswers answers = SqlEngines.open(setup, question)) {
            answers.labels().forEach(setup.teller()::note);
            if (question.statement().isEmpty()) shell(answers, question.out(), setup.teller()::note);
            else if (question.parquet().isPresent())
                answers.writeParquet(
                        question.statement().get(), question.parquet().get());
            else answers.answer(question.statement().get(), question.out());
        }
    }

    @Override
    public Path report(Setup setup, Optional<Path> file) {
        try (SnapshotReader snapshot = SqlEngines.snapshot(setup)) {
            snapshot.labels().forEach(setup.teller()::note);
            file.ifPresent(snapshot::writeReport);
            return file.orElseGet(snapshot::report);
        }
    }

    private static void shell(SqlAnswers answers, RowsOut out, Consumer<String> notes) {
        SqlShell shell = new SqlShell(answers, out, notes);
        if (System.console() == null) {
            shell.run(Lines.of(System.in));
            return;
        }
        try (TypedLines lines = new TypedLines(answers.names())) {
            shell.run(lines);
        }
    }

    @Override
    public void runs(Setup setup, RowsOut out) {
        try (LakeRuns lake = LakeRuns.of(setup)) {
            Listings.runs(lake.runs().all(), lake.runs().published(), out);
        }
    }

    @Override
    public void maintain(Setup setup, int kept, RowsOut out) {
        try (OpenLake lake = OpenLake.toRead(setup)) {
            Maintenance.Outcome outcome = new Maintenance(
                            lake.lake(),
                            catalog(setup).tables(),
                            setup.settings().duration("lock.expiry"))
                    .keep(kept);
            setup.teller()
                    .note(outcome.oldest()
                            .map("Kept is what run %s and those after it stand on."::formatted)
                            .orElse("Nothing is published yet, so nothing was deleted."));
            Listings.freed(outcome.tables(), out);
        }
    }

    @Override
    public void diff(Setup setup, String before, Optional<String> after, Optional<String> table, RowsOut out) {
        Catalog catalog = catalog(setup);
        Optional<Table> chosen = table.map(name -> Listings.table(catalog, name));
        try (OpenLake lake = OpenLake.toRead(setup)) {
            Runs runs = lake.runs();
            RunDiff diff = new RunDiff(
                    lake.lake(),
                    catalog,
                    runs.named(before),
                    after.map(runs::named).orElseGet(lake::published));
            diff.labels().forEach(setup.teller()::note);
            diff.circumstances().forEach(setup.teller()::note);
            diff.releases().forEach(setup.teller()::note);
            if (chosen.isPresent()) SparkAnswers.show(diff.numbers(chosen.get()), out);
            else differences(diff.tables(), setup, out);
        } catch (Exception e) {
            throw SqlViews.refused(e);
        }
    }

    private static void differences(List<RunDiff.Difference> differences, Setup setup, RowsOut out) {
        if (differences.isEmpty()) setup.teller().note("No table that both runs have differs in any row.");
        Listings.differences(differences, out);
    }

    @Override
    public List<ResultTable> scenarios(Setup setup, List<String> names) {
        try (OpenLake lake = OpenLake.toRead(setup)) {
            lake.labels().forEach(setup.teller()::note);
            return new ScenarioRun(lake, setup.teller()::note).of(names);
        }
    }

    @Override
    public Frame columns(Setup setup, String table, Set<String> columns) {
        try (OpenLake lake = table.endsWith(".parquet") ? OpenLake.toWrite(setup) : OpenLake.toRead(setup)) {
            return RowFrame.of(
                    table.endsWith(".parquet")
                            ? lake.lake().spark().read().parquet(Home.typed(table))
                            : new SqlViews(lake).query("SELECT * FROM " + table),
                    columns);
        } catch (Exception e) {
            throw SqlViews.refused(e);
        }
    }

    @Override
    public void sample(Path folder, long rows, long seed, Consumer<String> notes) {
        notes.accept(Synthetic.write(folder, rows, seed).toString());
    }

    private static Catalog catalog(Setup setup) {
        return TradelakeCatalog.declared(setup.settings());
    }
}
