package tradelake.harmonise;

import static tradelake.harmonise.Reason.CONFLICT;
import static tradelake.harmonise.Reason.DUPLICATE;
import static tradelake.harmonise.Reason.SUPERSEDED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps one of the rows that share flow, partner and code: the one published last. Rows that say the same are duplicates of
 * it; if rows of that last date differ, none of them can be believed. Rows of one key arrive together, in any order.
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
        if (rivals.size() == 1) kept.accept(rivals.get(0));
        else if (rivals.size() > 1) decide();
        rivals.clear();
    }

    private void decide() {
        rivals.sort(NEWEST_FIRST);
        PublishedRow first = rivals.get(0);
        if (rivals.stream().anyMatch(row -> isAsNew(row, first) && !row.saysTheSameAs(first))) {
            for (PublishedRow row : rivals) refuse(row, first);
            return;
        }
        kept.accept(first);
        for (PublishedRow row : rivals.subList(1, rivals.size()))
            sink.setAside(row, row.saysTheSameAs(first) ? DUPLICATE : SUPERSEDED);
    }

    private void refuse(PublishedRow row, PublishedRow first) {
        if (isAsNew(row, first)) sink.quarantined(row, CONFLICT);
        else sink.setAside(row, SUPERSEDED);
    }

    private boolean isAsNew(PublishedRow row, PublishedRow first) {
        return releases.published(row).equals(releases.published(first));
    }
}
