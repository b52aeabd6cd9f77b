package tradelake.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tradelake.lake.Catalog;
import tradelake.lake.Table;
import tradelake.lake.Work;

/**
 * Which table is made from which, as the steps declare it; the tables that one step makes stand together.
 *
 * @param works in an order in which each comes after those it reads from
 */
record Lineage(List<? extends Work> works) {

    Lineage(Catalog catalog) {
        this(catalog.works());
    }

    /** The tables that a table is made from. */
    List<String> madeFrom(Table table) {
        return works.stream()
                .filter(work -> work.outputs().contains(table))
                .flatMap(work -> work.inputs().stream())
                .map(Table::name)
                .toList();
    }

    /** The tables that are made from a table. */
    List<String> readBy(Table table) {
        return works.stream()
                .filter(work -> work.inputs().contains(table))
                .flatMap(work -> work.outputs().stream())
                .map(Table::name)
                .toList();
    }

    /** The steps that make what a step reads. */
    List<Work> before(Work work) {
        List<Work> before = new ArrayList<>();
        for (Work other : works) if (other.outputs().stream().anyMatch(work.inputs()::contains)) before.add(other);
        return before;
    }

    /** The steps by how many others must come before them. */
    SortedMap<Integer, List<Work>> ranks() {
        Map<Work, Integer> ranks = new LinkedHashMap<>();
        for (Work work : works)
            ranks.put(
                    work,
                    before(work).stream()
                            .mapToInt(other -> ranks.get(other) + 1)
                            .max()
                            .orElse(0));
        return works.stream().collect(Collectors.groupingBy(ranks::get, TreeMap::new, Collectors.toList()));
    }

    /** As a Mermaid flowchart. */
    String mermaid() {
        StringBuilder chart = new StringBuilder("flowchart LR\n");
        for (Work work : works)
            chart.append("  s%d[\"%s\"]\n".formatted(works.indexOf(work), String.join("<br/>", names(work))));
        for (Work work : works)
            for (Work other : before(work))
                chart.append("  s%d --> s%d\n".formatted(works.indexOf(other), works.indexOf(work)));
        return chart.toString();
    }

    static List<String> names(Work work) {
        return work.outputs().stream().map(Table::name).toList();
    }
}
