package tradelake.harmonise.concordance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tradelake.reference.HsEdition;

/** The one-target tables and tables of correlation that were read from files, each pair of editions once. */
public record PublishedTables(List<Conversion> conversions, List<Correlation> correlations) {
    static final PublishedTables NONE = new PublishedTables(List.of(), List.of());

    public PublishedTables and(PublishedTables more) {
        List<Conversion> allConversions = new ArrayList<>(conversions);
        List<Correlation> allCorrelations = new ArrayList<>(correlations);
        for (Conversion table : more.conversions)
            if (conversion(table.from(), table.to()).isEmpty()) allConversions.add(table);
        for (Correlation table : more.correlations)
            if (correlation(table.from(), table.to()).isEmpty()) allCorrelations.add(table);
        return new PublishedTables(List.copyOf(allConversions), List.copyOf(allCorrelations));
    }

    /** A code to which others give other targets or links between the same editions. */
    Optional<String> conflict(PublishedTables others) {
        Stream<String> targets = conversions.stream()
                .flatMap(table -> others.conversion(table.from(), table.to()).stream()
                        .flatMap(other -> conflict(table.title(), single(other), single(table))));
        Stream<String> links = correlations.stream()
                .flatMap(table -> others.correlation(table.from(), table.to()).stream()
                        .flatMap(other -> conflict(
                                table.from().title() + " to " + table.to().title(), other.links(), table.links())));
        return Stream.concat(targets, links).findFirst();
    }

    private static SortedMap<String, SortedSet<String>> single(Conversion table) {
        SortedMap<String, SortedSet<String>> targets = new TreeMap<>();
        table.targets().forEach((code, target) -> targets.put(code, new TreeSet<>(Set.of(target))));
        return targets;
    }

    private static Stream<String> conflict(
            String title, SortedMap<String, SortedSet<String>> one, SortedMap<String, SortedSet<String>> another) {
        return one.entrySet().stream()
                .filter(code -> another.containsKey(code.getKey())
                        && !another.get(code.getKey()).equals(code.getValue()))
                .map(code -> "%s of %s different targets, %s and %s"
                        .formatted(
                                code.getKey(),
                                title,
                                String.join(" ", code.getValue()),
                                String.join(" ", another.get(code.getKey()))));
    }

    public Optional<Conversion> conversion(HsEdition from, HsEdition to) {
        return conversions.stream()
                .filter(table -> table.from() == from && table.to() == to)
                .findFirst();
    }

    /** In either direction. */
    public Optional<Correlation> correlation(HsEdition from, HsEdition to) {
        return correlations.stream()
                .filter(table -> table.from() == from && table.to() == to)
                .findFirst()
                .or(() -> correlations.stream()
                        .filter(table -> table.from() == to && table.to() == from)
                        .findFirst()
                        .map(Correlation::reversed));
    }

    /** From a newer edition to an older one: edition by edition, by one table where a step is missing, or not at all. */
    public Optional<Conversion> back(HsEdition from, HsEdition to) {
        return stepwise(from, to).or(() -> conversion(from, to));
    }

    /** From an older edition to a newer one, edition by edition; empty where a step is missing. */
    public Optional<Correlation> forwards(HsEdition from, HsEdition to) {
        Optional<Correlation> path = Optional.empty();
        for (int edition = from.ordinal(); edition < to.ordinal(); edition++) {
            Optional<Correlation> step = correlation(HsEdition.values()[edition], HsEdition.values()[edition + 1]);
            if (step.isEmpty()) return Optional.empty();
            path = path.isEmpty() ? step : Optional.of(path.get().then(step.get()));
        }
        return path;
    }

    /** From a newer edition to an older one, edition by edition; empty where a step is missing. */
    public Optional<Conversion> stepwise(HsEdition from, HsEdition to) {
        Optional<Conversion> path = Optional.empty();
        for (int edition = from.ordinal(); edition > to.ordinal(); edition--) {
            Optional<Conversion> step = conversion(HsEdition.values()[edition], HsEdition.values()[edition - 1]);
            if (step.isEmpty()) return Optional.empty();
            path = path.isEmpty() ? step : Optional.of(path.get().then(step.get()));
        }
        return path;
    }
}
