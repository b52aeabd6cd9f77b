package tradelake.rcep;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tradelake.reference.RcepPair;

/**
 * A name for some cohorts of an event study.
 *
 * @param name {@code cohort} of gold.rcep_event_study
 * @param cohorts those of a regression
 * @param pairs the same, where pairs are averaged
 */
record Part(String name, Predicate<String> cohorts, Predicate<RcepPair> pairs) {
    private static final List<RcepPair.Kind> KINDS =
            List.of(RcepPair.Kind.first_fta, RcepPair.Kind.overlapping, RcepPair.Kind.coincident);

    static Part all(String name) {
        return new Part(name, cohort -> true, pair -> true);
    }

    /** All together, then each year of entry. */
    static List<Part> byYear(TradePanel panel, Entries entries) {
        List<Part> parts = new ArrayList<>();
        parts.add(all("all"));
        panel.cells().stream()
                .flatMap(cell -> entries.rcep(cell.pair()).flatMap(RcepPair::from).stream())
                .map(day -> day.getYear())
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(year -> parts.add(new Part(
                        year.toString(),
                        cohort -> Entries.isOfYear(cohort, year),
                        pair -> pair.from().orElseThrow().getYear() == year)));
        return parts;
    }

    /** All together, each year of entry, and each kind of pair. */
    static List<Part> byYearAndKind(TradePanel panel, Entries entries) {
        Stream<Part> kinds = KINDS.stream()
                .map(kind ->
                        new Part(kind.name(), cohort -> Entries.isOfKind(cohort, kind), pair -> pair.kind() == kind));
        return Stream.concat(byYear(panel, entries).stream(), kinds).toList();
    }
}
