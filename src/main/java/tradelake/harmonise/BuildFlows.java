package tradelake.harmonise;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.lake.CheckFailed;
import tradelake.lake.RunningWork;
import tradelake.lake.Table;
import tradelake.lake.Work;
import tradelake.reference.Columns;
import tradelake.reference.HsEdition;
import tradelake.reference.Products;
import tradelake.sources.ComtradeSource;
import tradelake.sources.Originals;
import tradelake.sources.Release;
import tradelake.sources.Releases;
import tradelake.sources.SourceFile;

/**
 * Makes the silver tables of those reporter-years whose releases or rules changed since they were last made: their rows are
 * read through the formats, brought into the order that {@link AdditiveFlows} wants, and streamed through it, one
 * reporter-year after another. The other reporter-years are left as they are.
 */
public final class BuildFlows implements Work {
    private final ReleaseIndex index;
    private final Originals originals;
    private final AdditiveSettings settings;
    private final CoveredProducts coverage;
    private final String rules;
    private final String products;

    /**
     * @param rules the settings that decide what becomes of a row, as text; when they change every reporter-year is made anew
     * @param productsFingerprint of the codes of product groups, which decide what a reporter-year covers
     */
    public BuildFlows(
            List<Release> releases,
            Originals originals,
            AdditiveSettings settings,
            Products products,
            String rules,
            String productsFingerprint) {
        this.index = new ReleaseIndex(releases);
        this.originals = originals;
        this.settings = settings;
        this.coverage = new CoveredProducts(products, settings.chaptersOfATotal());
        this.rules = rules + " revision " + revision();
        this.products = productsFingerprint;
    }

    @Override
    public String name() {
        return "silver.flows";
    }

    @Override
    public List<Table> outputs() {
        return List.of(Flows.TABLE, PublishedTotals.TABLE, SetAside.TABLE, Quarantine.TABLE, ReporterYears.TABLE);
    }

    @Override
    public List<Table> inputs() {
        return List.of(Releases.TABLE);
    }

    @Override
    public String dependsOn() {
        return rules + products;
    }

    @Override
    public void perform(RunningWork run) {
        SortedMap<ReporterYear, String> wanted = index.fingerprints(rules + products);
        SortedMap<ReporterYear, String> made = made(run);
        SortedSet<ReporterYear> changed = new TreeSet<>();
        wanted.forEach((place, fingerprint) -> {
            if (!fingerprint.equals(made.get(place))) changed.add(place);
        });
        SortedSet<ReporterYear> touched = new TreeSet<>(made.keySet());
        touched.removeAll(wanted.keySet());
        touched.addAll(changed);
        run.sharing(classified(run, changed), rows -> {
            List<Verdicts.Year> years = Verdicts.years(rows);
            requireAll(changed, years);
            commit(run, rows, years, touched, wanted);
        });
    }

    /** The fingerprint with which each reporter-year was last made; none where a table must be made anew. */
    private SortedMap<ReporterYear, String> made(RunningWork run) {
        SortedMap<ReporterYear, String> made = new TreeMap<>();
        if (anew(run)) return made;
        for (Row row : run.read(ReporterYears.TABLE).collectAsList())
            made.put(
                    new ReporterYear(Columns.YEAR.in(row), Columns.REPORTER_CODE.in(row)),
                    ReporterYears.FINGERPRINT.in(row));
        return made;
    }

    /** Whether all outputs must be made from nothing: they belong together, so one that must takes the others with it. */
    private boolean anew(RunningWork run) {
        return !outputs().stream().allMatch(run::canBuildUpon);
    }

    private Dataset<Row> classified(RunningWork run, SortedSet<ReporterYear> changed) {
        if (changed.isEmpty()) return run.rows(Verdicts.SCHEMA, List.of());
        Dataset<Row> published = run.load(ComtradeSource.class.getName(), files(index.releasesOf(changed)))
                .filter(PublishedRows.ofPlaces(changed))
                .select(PublishedRows.columns());
        Column[] place = {
            col(PublishedRows.PLACE.fieldNames()[0]), col(PublishedRows.PLACE.fieldNames()[1])
        };
        return published
                .repartition(place)
                .sortWithinPartitions(PublishedRows.ORDER)
                .mapPartitions(new StreamReporterYears(settings, releasesOf(changed)), Encoders.row(Verdicts.SCHEMA));
    }

    private Map<String, String> files(List<Release> releases) {
        return Map.of(
                ComtradeSource.FILES,
                SourceFile.toJson(releases.stream().map(originals::file).toList()));
    }

    private Map<ReporterYear, List<ReleaseFacts>> releasesOf(SortedSet<ReporterYear> places) {
        Map<ReporterYear, List<ReleaseFacts>> releases = new TreeMap<>(index.touching());
        releases.keySet().retainAll(places);
        return releases;
    }

    /** A reporter-year of which no row arrived is not counted where rows arrive. */
    private static void requireAll(SortedSet<ReporterYear> changed, List<Verdicts.Year> years) {
        SortedSet<ReporterYear> lost = new TreeSet<>(changed);
        years.forEach(year -> lost.remove(year.place()));
        if (!lost.isEmpty())
            throw new CheckFailed(
                    "silver.flows: no row arrived of reporter %d in %d, nor of %d others. Nothing was committed; run it again."
                            .formatted(lost.first().reporter(), lost.first().year(), lost.size() - 1));
    }

    private void commit(
            RunningWork run,
            Dataset<Row> verdicts,
            List<Verdicts.Year> years,
            SortedSet<ReporterYear> touched,
            Map<ReporterYear, String> fingerprints) {
        List<Row> partitions = touched.stream().map(ReporterYear::toRow).toList();
        for (Table large : List.of(Flows.TABLE, PublishedTotals.TABLE)) {
            Dataset<Row> rows = Verdicts.of(large, verdicts);
            if (anew(run)) run.overwrite(large, rows);
            else run.replacePartitions(large, rows, partitions);
        }
        for (Table small : List.of(SetAside.TABLE, Quarantine.TABLE))
            run.overwrite(small, untouched(run, small, partitions).unionByName(Verdicts.of(small, verdicts)));
        Dataset<Row> made = run.of(
                ReporterYears.TABLE,
                years.stream().map(facts -> reporterYear(facts, fingerprints)).toList());
        run.overwrite(
                ReporterYears.TABLE,
                untouched(run, ReporterYears.TABLE, partitions).unionByName(made));
        Verdicts.findings(verdicts).forEach(run::note);
    }

    private Dataset<Row> untouched(RunningWork run, Table table, List<Row> partitions) {
        if (anew(run)) return run.of(table, List.of());
        Dataset<Row> touched = broadcast(run.rows(PublishedRows.PLACE, partitions));
        return run.read(table).join(touched, PublishedRows.PLACE.fieldNames(), "left_anti");
    }

    /** One row of silver.reporter_years, its values in the order of the table. */
    private Row reporterYear(Verdicts.Year facts, Map<ReporterYear, String> fingerprints) {
        ReporterYear place = facts.place();
        List<String> covered = facts.edition()
                .filter(edition -> (facts.hasX() || facts.hasM()) && facts.months() >= settings.leastMonths())
                .flatMap(HsEdition::parse)
                .map(edition ->
                        coverage.of(edition, facts.whole(), index.scope(place, edition.name()), facts.withoutChapter()))
                .orElse(List.of());
        return RowFactory.create(
                place.year(),
                place.reporter(),
                facts.edition().orElse(null),
                facts.whole(),
                facts.months(),
                facts.hasX(),
                facts.hasM(),
                facts.partners(),
                facts.hasX() ? facts.valueX() : null,
                facts.hasM() ? facts.valueM() : null,
                covered.toArray(String[]::new),
                index.touching().get(place).stream()
                        .map(ReleaseFacts::id)
                        .sorted()
                        .toArray(String[]::new),
                fingerprints.get(place));
    }
}
