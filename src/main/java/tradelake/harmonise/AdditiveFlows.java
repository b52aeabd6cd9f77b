package tradelake.harmonise;

import static tradelake.harmonise.Reason.ACCEPTED;

import java.util.List;

/**
 * Makes the published rows of one reporter-year additive: whatever the flows are grouped by, their SUM is right.
 *
 * <p>A row passes, in this order, the rules on single rows ({@link CanonicalRow}), the choice of edition and releases
 * ({@link LiveReleases}), the merging of rows with one key, which adds up months where a year has no annual rows, and tariff
 * lines where nothing coarser was published ({@link RowMerge}), and the trees of codes and of World
 * ({@link FlowTrees}). The first that stops it names the reason. The result is a function of the live releases alone: neither
 * the order in which they were loaded nor loading one twice matters.
 *
 * <p>Rows are pushed in {@link PublishedRow#SORT_KEY} order, then {@link #finish} ends the reporter-year. Nothing is held but
 * the rows of one key, one row a level, and the World rows of one flow.
 */
public final class AdditiveFlows {
    private final int reporter;
    private final int year;
    private final String place;
    private final FlowSink sink;
    private final CanonicalRow canonical;
    private final LiveReleases releases;
    private final RowMerge merge;
    private final FlowTrees trees;
    private final CoverageTally coverage = new CoverageTally();

    /** @param releases every live release that touches the reporter-year, in any order */
    public AdditiveFlows(
            int reporter, int year, List<ReleaseFacts> releases, AdditiveSettings settings, FlowSink sink) {
        this.reporter = reporter;
        this.year = year;
        this.place = "Reporter %d in %d".formatted(reporter, year);
        this.sink = sink;
        this.releases = new LiveReleases(releases);
        this.canonical = new CanonicalRow(settings.years(), this.releases.frequency());
        this.trees = new FlowTrees(place, settings.tolerance(), coverage, sink);
        this.merge = new RowMerge(this.releases, sink, trees::add);
    }

    /** Takes the next row; a row of another reporter or year is refused. */
    public void add(PublishedRow row) {
        if (row.reporter() != reporter || row.year() != year)
            throw new IllegalArgumentException("%s, but got %s".formatted(place, row));
        Reason reason = reasonAgainst(row);
        switch (reason.fate()) {
            case ACCEPTED -> merge.add(row);
            case SET_ASIDE -> sink.setAside(row, reason);
            case QUARANTINED -> sink.quarantined(row, reason);
        }
    }

    /** How many months of the year the rows that count cover, 12 where they are annual. */
    int months() {
        return releases.months();
    }

    /** Ends the reporter-year: hands over what waited for later rows, then the findings. */
    public ReporterYearFacts finish() {
        merge.finish();
        releases.findings(place).forEach(sink::finding);
        trees.finish();
        return coverage.facts(reporter, year, releases);
    }

    private Reason reasonAgainst(PublishedRow row) {
        Reason reason = canonical.setAside(row);
        if (reason == ACCEPTED) reason = releases.setAside(row);
        if (reason == ACCEPTED) reason = canonical.quarantine(row);
        return reason;
    }
}
