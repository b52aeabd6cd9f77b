package tradelake.harmonise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tradelake.sources.ExactSum;

/** Counts rows and exact dollars by release and reason. */
public final class Tally {
    private final Map<Integer, Map<Reason, Count>> byRelease = new TreeMap<>();

    private static final class Count {
        final ExactSum dollars = new ExactSum();
        long rows = 0;
    }

    /**
     * One line of the ledger.
     *
     * @param release rank of the release
     */
    public record Entry(int release, Reason reason, long rows, BigDecimal dollars) {}

    public void add(PublishedRow row, Reason reason) {
        Count count = byRelease
                .computeIfAbsent(row.release(), rank -> new EnumMap<>(Reason.class))
                .computeIfAbsent(reason, it -> new Count());
        count.rows++;
        count.dollars.add(row.value());
    }

    /** What was counted, by release, then by reason. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        byRelease.forEach((release, counts) -> counts.forEach(
                (reason, count) -> entries.add(new Entry(release, reason, count.rows, count.dollars.total()))));
        return entries;
    }
}
