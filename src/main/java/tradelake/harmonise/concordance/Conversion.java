package tradelake.harmonise.concordance;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tradelake.reference.HsEdition;

/**
 * A one-target table: each six-digit code of one edition becomes one code of another, so that value is moved and never split.
 *
 * @param targets by code
 */
public record Conversion(HsEdition from, HsEdition to, SortedMap<String, String> targets) {
    public Conversion {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    }

    public Optional<String> target(String code) {
        return Optional.ofNullable(targets.get(code));
    }

    /** This step, then the next; a code whose target has no target in the next is left out. */
    public Conversion then(Conversion next) {
        if (next.from != to)
            throw new IllegalArgumentException("%s does not follow a table to %s".formatted(next.title(), to.title()));
        SortedMap<String, String> both = new TreeMap<>();
        targets.forEach((code, target) -> next.target(target).ifPresent(last -> both.put(code, last)));
        return new Conversion(from, next.to, both);
    }

    /** Codes that the two tables of the same editions treat differently. */
    public List<Difference> differences(Conversion other) {
        TreeSet<String> codes = new TreeSet<>(targets.keySet());
        codes.addAll(other.targets.keySet());
        return codes.stream()
                .map(code -> new Difference(code, target(code), other.target(code)))
                .filter(difference -> !difference.one().equals(difference.another()))
                .toList();
    }

    public String title() {
        return from.title() + " to " + to.title();
    }

    /** The targets that two tables give one code. */
    public record Difference(String code, Optional<String> one, Optional<String> another) {}
}
