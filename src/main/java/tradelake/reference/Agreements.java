package tradelake.reference;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tradelake.lake.Fingerprint;

/**
 * Dated agreements on trade in goods, by pair, and how each pair of RCEP's members stood before it. Listed are agreements with
 * at least one side among RCEP's members, the EU's, the United Kingdom, the United States, Hong Kong, Macao and Other Asia, nes,
 * and those within CPTPP; pairs of other economies are not known.
 */
public record Agreements(Map<EconomyPair, List<Agreement>> byPair, Map<EconomyPair, RcepPair> rcep) {
    private static final double DAYS = 365;

    /** As built in. */
    public static Agreements load() {
        return new Agreements(
                Csv.builtIn(Agreement.FILE, Agreement.COLUMNS).lines().stream()
                        .map(Agreement::of)
                        .collect(Collectors.groupingBy(Agreement::pair, TreeMap::new, Collectors.toList())),
                Csv.builtIn(RcepPair.FILE, RcepPair.COLUMNS).lines().stream()
                        .map(RcepPair::of)
                        .collect(Collectors.toMap(RcepPair::pair, pair -> pair, (a, b) -> a, TreeMap::new)));
    }

    public List<Agreement> between(EconomyPair pair) {
        return byPair.getOrDefault(pair, List.of());
    }

    /** Days of the year on which any of these agreements holds, over 365 and at most 1: those of a first year are fewer. */
    public double dose(EconomyPair pair, int year, Predicate<Agreement> which) {
        BitSet days = new BitSet();
        between(pair).stream()
                .filter(which)
                .map(agreement -> agreement.in(year))
                .forEach(spell -> days.set(spell.first(), spell.last() + 1));
        return Math.min(1, days.cardinality() / DAYS);
    }

    /** How many of these agreements hold, each counted for its days of the year. */
    public double number(EconomyPair pair, int year, Predicate<Agreement> which) {
        return between(pair).stream().filter(which).collect(Collectors.groupingBy(Agreement::id)).keySet().stream()
                .mapToDouble(id -> dose(pair, year, agreement -> agreement.id().equals(id)))
                .sum();
    }

    /** Whether some agreement starts or ends between two years, both included. */
    public boolean changes(EconomyPair pair, int from, int to) {
        return between(pair).stream()
                .flatMap(agreement -> Stream.concat(Stream.of(agreement.from()), agreement.to().stream()))
                .anyMatch(day -> from <= day.getYear() && day.getYear() <= to);
    }

    /** SHA-256 in hex over all content. */
    public String fingerprint() {
        return Fingerprint.of(List.of(byPair.toString(), rcep.toString()));
    }

    /** Everything that has a spell. */
    public Set<EconomyPair> pairs() {
        return byPair.keySet();
    }
}
