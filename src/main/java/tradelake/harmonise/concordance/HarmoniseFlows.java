package tradelake.harmonise.concordance;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.not;
import static tradelake.harmonise.concordance.HarmonisedBalance.FINGERPRINT;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.YEAR;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.harmonise.Fields;
import tradelake.harmonise.Flows;
import tradelake.harmonise.ReporterYear;
import tradelake.harmonise.ReporterYears;
import tradelake.lake.Finding;
import tradelake.lake.Fingerprint;
import tradelake.lake.RunningWork;
import tradelake.lake.Table;
import tradelake.lake.Work;
import tradelake.reference.HsEdition;

/**
 * Makes silver.flows_harmonised of those years in which the data of a reporter, or the table of its edition, changed since they
 * were last made, and their rows of silver.harmonised_balance from what was committed.
 */
public final class HarmoniseFlows implements Work {
    private final Concordance concordance;

    public HarmoniseFlows(Concordance concordance) {
        this.concordance = concordance;
    }

    @Override
    public String name() {
        return FlowsHarmonised.TABLE.name();
    }

    @Override
    public List<Table> outputs() {
        return List.of(FlowsHarmonised.TABLE, HarmonisedBalance.TABLE);
    }

    @Override
    public List<Table> inputs() {
        return List.of(Flows.TABLE, ReporterYears.TABLE);
    }

    @Override
    public String dependsOn() {
        return concordance.fingerprint();
    }

    @Override
    public void perform(RunningWork run) {
        List<EditionYear> years = EditionYear.of(run.read(ReporterYears.TABLE));
        CommonEdition common = common(years, run);
        SortedMap<ReporterYear, String> wanted = new TreeMap<>();
        for (EditionYear year : years)
            if (year.edition().isPresent())
                wanted.put(
                        year.place(), Fingerprint.of(List.of(year.fingerprint(), common.fingerprint(year.edition()))));
        List<Integer> stale = stale(wanted, run);
        replace(run, common, stale);
        balance(run, stale, wanted);
        new Unclassified(concordance).in(run.read(HarmonisedBalance.TABLE)).forEach(run::note);
    }

    /** Years with a reporter whose flows came, changed or went. */
    private List<Integer> stale(SortedMap<ReporterYear, String> wanted, RunningWork run) {
        SortedMap<ReporterYear, String> made = made(run);
        SortedSet<ReporterYear> changed = new TreeSet<>(made.keySet()), fresh = new TreeSet<>(wanted.keySet());
        changed.removeIf(place -> made.get(place).equals(wanted.get(place)));
        fresh.removeAll(made.keySet());
        return Stream.concat(changed.stream(), withFlows(fresh, run).stream())
                .map(ReporterYear::year)
                .distinct()
                .toList();
    }

    /** A dataset whose rows were all set aside has no flows: it leaves nothing by which it could be known as made. */
    private static List<ReporterYear> withFlows(Set<ReporterYear> places, RunningWork run) {
        if (places.isEmpty()) return List.of();
        Set<Integer> years = places.stream().map(ReporterYear::year).collect(Collectors.toSet());
        Set<Integer> reporters = places.stream().map(ReporterYear::reporter).collect(Collectors.toSet());
        return run
                .read(Flows.TABLE)
                .filter(YEAR.col().isInCollection(years).and(REPORTER_CODE.col().isInCollection(reporters)))
                .select(Fields.columns(YEAR, REPORTER_CODE))
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> new ReporterYear(YEAR.in(row), REPORTER_CODE.in(row)))
                .filter(places::contains)
                .toList();
    }

    /** The tables back, and estimates forwards where correlations and trade allow. */
    private CommonEdition common(List<EditionYear> years, RunningWork run) {
        PublishedTables published = concordance.tables();
        CommonEdition common = CommonEdition.back(concordance.edition(), published);
        ForwardWeights forwards = new ForwardWeights(common, published, years);
        for (HsEdition older : forwards.olderEditions()) {
            var estimate = forwards.estimate(older, run);
            if (estimate.isEmpty()) continue;
            common = common.with(estimate.get().reclassification());
            if (estimate.get().relations() > 0) run.note(estimated(older, estimate.get()));
        }
        return common;
    }

    private Finding estimated(HsEdition from, SwitchWeights.Estimate estimate) {
        return new Finding(
                "codes-split-by-estimate",
                "%s to %s: weights from %,d relations that changed editions, of whose value %.2f %% is split; error %.3f"
                        .formatted(
                                from.title(),
                                concordance.edition().title(),
                                estimate.relations(),
                                100 * estimate.ambiguousShare(),
                                estimate.error()),
                estimate.relations());
    }

    /** The fingerprint with which each reporter-year was last made; none where the tables must be made anew. */
    private SortedMap<ReporterYear, String> made(RunningWork run) {
        SortedMap<ReporterYear, String> made = new TreeMap<>();
        if (anew(run)) return made;
        run.read(HarmonisedBalance.TABLE)
                .select(Fields.columns(YEAR, REPORTER_CODE, FINGERPRINT))
                .distinct()
                .collectAsList()
                .forEach(row -> made.put(new ReporterYear(YEAR.in(row), REPORTER_CODE.in(row)), FINGERPRINT.in(row)));
        return made;
    }

    private boolean anew(RunningWork run) {
        return !outputs().stream().allMatch(run::canBuildUpon);
    }

    private void replace(RunningWork run, CommonEdition common, List<Integer> years) {
        Dataset<Row> rows = common.carry(run.read(Flows.TABLE).filter(in(years)), run);
        if (anew(run)) run.overwrite(FlowsHarmonised.TABLE, rows);
        else
            run.sharing(
                    rows,
                    kept -> run.replacePartitions(
                            FlowsHarmonised.TABLE,
                            kept,
                            years.stream()
                                    .map(year -> (Row) RowFactory.create(year))
                                    .toList()));
    }

    private void balance(RunningWork run, List<Integer> years, SortedMap<ReporterYear, String> fingerprints) {
        Dataset<Row> kept = anew(run)
                ? run.of(HarmonisedBalance.TABLE, List.of())
                : run.read(HarmonisedBalance.TABLE).filter(not(in(years)));
        Dataset<Row> made = HarmonisedBalance.of(
                        run.read(Flows.TABLE).filter(in(years)),
                        run.read(FlowsHarmonised.TABLE).filter(in(years)))
                .join(
                        broadcast(run.rows(Fields.schema(YEAR, REPORTER_CODE, FINGERPRINT), rows(fingerprints))),
                        Fields.names(YEAR, REPORTER_CODE));
        run.overwrite(HarmonisedBalance.TABLE, kept.unionByName(HarmonisedBalance.TABLE.conform(made)));
    }

    private static Column in(List<Integer> years) {
        return YEAR.col().isInCollection(years);
    }

    private static List<Row> rows(SortedMap<ReporterYear, String> fingerprints) {
        return fingerprints.entrySet().stream()
                .map(place ->
                        RowFactory.create(place.getKey().year(), place.getKey().reporter(), place.getValue()))
                .toList();
    }
}
