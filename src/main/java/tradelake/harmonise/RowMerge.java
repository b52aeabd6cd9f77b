package tradelake.harmonise;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static tradelake.harmonise.Reason.CONFLICT;
import static tradelake.harmonise.Reason.DUPLICATE;
import static tradelake.harmonise.Reason.SUMMED;
import static tradelake.harmonise.Reason.SUPERSEDED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Makes one of the rows that share flow, partner and code. Of rows for one period it keeps the one published last: rows that
 * say the same are duplicates of it; if rows of that last date differ, none of them can be believed. Months, and the tariff
 * lines of a code, are added up. Rows of one key arrive together, in any order.
 */
final class RowMerge {
    private static final Comparator<PublishedRow> NEWEST_FIRST =
            Comparator.comparingInt(PublishedRow::release).thenComparingLong(PublishedRow::line);

    private final LiveReleases releases;
    private final FlowSink sink;
    private final Consumer<PublishedRow> kept;
    private final List<PublishedRow> rivals = new ArrayList<>();

    RowMerge(LiveReleases releases, FlowSink sink, Consumer<PublishedRow> kept) {
        this.releases = releases;
        this.sink = sink;
        this.kept = kept;
    }

    void add(PublishedRow row) {
        if (!rivals.isEmpty()) {
            int order = rivals.get(0).byKey(row);
            if (order > 0) throw new IllegalStateException("Rows do not arrive in SORT_KEY order: " + row);
            if (order < 0) finish();
        }
        rivals.add(row);
    }

    /** Decides on the rows still waiting. */
    void finish() {
        rivals.sort(NEWEST_FIRST);
        if (rivals.size() == 1) kept.accept(rivals.get(0));
        else if (rivals.size() > 1) keep(believed());
        rivals.clear();
    }

    private void keep(List<PublishedRow> rows) {
        if (rows.size() == 1) kept.accept(rows.get(0));
        if (rows.size() < 2) return;
        kept.accept(RowSum.of(rows));
        rows.forEach(row -> sink.setAside(row, SUMMED));
    }

    /** One row for each month that has one, all where they are tariff lines; annual rows are all of one period. */
    private List<PublishedRow> believed() {
        List<PublishedRow> believed = new ArrayList<>();
        rivals.stream()
                .collect(groupingBy(PublishedRow::month, TreeMap::new, toList()))
                .forEach((month, rows) -> {
                    if (releases.areTariffLines(month)) believed.addAll(rows);
                    else decide(rows).ifPresent(believed::add);
                });
        return believed;
    }

    private Optional<PublishedRow> decide(List<PublishedRow> ofOnePeriod) {
        PublishedRow first = ofOnePeriod.get(0);
        if (ofOnePeriod.stream().anyMatch(row -> isAsNew(row, first) && !row.saysTheSameAs(first))) {
            for (PublishedRow row : ofOnePeriod) refuse(row, first);
            return Optional.empty();
        }
        for (PublishedRow row : ofOnePeriod.subList(1, ofOnePeriod.size()))
            sink.setAside(row, row.saysTheSameAs(first) ? DUPLICATE : SUPERSEDED);
        return Optional.of(first);
    }

    private void refuse(PublishedRow row, PublishedRow first) {
        if (isAsNew(row, first)) sink.quarantined(row, CONFLICT);
        else sink.setAside(row, SUPERSEDED);
    }

    private boolean isAsNew(PublishedRow row, PublishedRow first) {
        return releases.published(row).equals(releases.published(first));
    }
}
