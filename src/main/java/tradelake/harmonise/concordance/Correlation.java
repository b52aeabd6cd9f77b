package tradelake.harmonise.concordance;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tradelake.reference.HsEdition;

/**
 * Which codes of two editions have goods in common.
 *
 * @param links by code of the first edition; every set has at least one code
 */
public record Correlation(HsEdition from, HsEdition to, SortedMap<String, SortedSet<String>> links)
        implements Serializable {
    public Correlation {
        links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
    }

    /** The same, read from the other edition. */
    public Correlation reversed() {
        SortedMap<String, SortedSet<String>> back = new TreeMap<>();
        links.forEach((code, others) -> others.forEach(
                other -> back.computeIfAbsent(other, o -> new TreeSet<>()).add(code)));
        return new Correlation(to, from, back);
    }

    /** This step, then the next: codes linked through any code between them. One whose links end there is left out. */
    public Correlation then(Correlation next) {
        if (next.from != to)
            throw new IllegalArgumentException(
                    "%s does not follow %s to %s".formatted(next.from.title(), from.title(), to.title()));
        SortedMap<String, SortedSet<String>> both = new TreeMap<>();
        links.forEach((code, middles) -> middles.forEach(middle -> next.links
                .getOrDefault(middle, Collections.emptySortedSet())
                .forEach(
                        last -> both.computeIfAbsent(code, c -> new TreeSet<>()).add(last))));
        return new Correlation(from, next.to, both);
    }

    /** Codes whose value must be split: they have goods in common with several codes of the other edition. */
    public SortedSet<String> ambiguous() {
        SortedSet<String> ambiguous = new TreeSet<>();
        links.forEach((code, others) -> {
            if (others.size() > 1) ambiguous.add(code);
        });
        return ambiguous;
    }
}
