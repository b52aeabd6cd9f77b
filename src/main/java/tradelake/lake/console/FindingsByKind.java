package tradelake.lake.console;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tradelake.lake.Finding;

/**
 * The findings of one kind, put together.
 *
 * @param rows of all of them
 * @param example the message of the one with most rows
 * @param others how many findings beside the example
 */
record FindingsByKind(String kind, long rows, String example, int others) {

    /** One a kind, most rows first. */
    static List<FindingsByKind> of(Collection<Finding> findings) {
        Map<String, List<Finding>> kinds = findings.stream()
                .collect(Collectors.groupingBy(Finding::kind, LinkedHashMap::new, Collectors.toList()));
        return kinds.values().stream()
                .map(FindingsByKind::together)
                .sorted(Comparator.comparingLong(FindingsByKind::rows)
                        .reversed()
                        .thenComparing(FindingsByKind::kind))
                .toList();
    }

    private static FindingsByKind together(List<Finding> same) {
        Finding most =
                same.stream().max(Comparator.comparingLong(Finding::rows)).orElseThrow();
        long rows = same.stream().mapToLong(Finding::rows).sum();
        return new FindingsByKind(most.kind(), rows, most.message(), same.size() - 1);
    }

    /** "unmatched-product 1,204". */
    String brief() {
        return kind + " " + Human.count(rows);
    }
}
