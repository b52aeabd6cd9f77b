package tradelake.harmonise.concordance;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tradelake.reference.HsEdition;

/**
 * The pairs of codes of one published table, while it is read.
 *
 * @param correlates whether a code may stand in several pairs
 */
record LinkRows(HsEdition from, HsEdition to, boolean correlates, List<List<String>> pairs) {
    /** Lines that are no pair of codes are headings or notes. */
    void add(String from, String to) {
        List<String> pair = TableFiles.sixDigits(from, to);
        if (pair.size() == 2) pairs.add(pair);
    }

    PublishedTables tables() {
        return correlates
                ? new PublishedTables(List.of(), List.of(new Correlation(from, to, links())))
                : new PublishedTables(List.of(new Conversion(from, to, targets())), List.of());
    }

    private SortedMap<String, SortedSet<String>> links() {
        SortedMap<String, SortedSet<String>> links = new TreeMap<>();
        for (List<String> pair : pairs)
            links.computeIfAbsent(pair.get(0), code -> new TreeSet<>()).add(pair.get(1));
        return links;
    }

    private SortedMap<String, String> targets() {
        SortedMap<String, String> targets = new TreeMap<>();
        for (List<String> pair : pairs) {
            String before = targets.put(pair.get(0), pair.get(1));
            if (before != null && !before.equals(pair.get(1)))
                throw new IllegalArgumentException("%s has two targets, %s and %s, in a one-target table from %s to %s"
                        .formatted(pair.get(0), before, pair.get(1), from.title(), to.title()));
        }
        return targets;
    }
}
