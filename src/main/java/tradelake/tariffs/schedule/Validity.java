package tradelake.tariffs.schedule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import tradelake.reference.Line;

/**
 * For whom, from when to when, and since when that is known. What was made retroactive is effective before it is known; an end
 * that is not yet known does not count, so that a day can be seen as it was.
 *
 * @param countries economies or groups; {@code *} is everyone
 * @param to the last day; {@link LocalDate#MAX} where no end is set
 * @param endKnownOn when the end became known; {@link LocalDate#MIN} if it was known from the start
 */
record Validity(Set<String> countries, LocalDate from, LocalDate to, LocalDate knownOn, LocalDate endKnownOn)
        implements Serializable {
    static final String EVERYONE = "*";

    /** Of several that hold, the greatest counts: named countries before everyone, then the latest known, then the latest. */
    static final Comparator<Validity> PRECEDENCE = Comparator.comparing(Validity::isForNamed)
            .thenComparing(Validity::knownOn)
            .thenComparing(Validity::from);

    static Validity of(Line line) {
        return new Validity(
                Words.of(line.required("countries")),
                date(line, "effective_from"),
                line.date("effective_to").orElse(LocalDate.MAX),
                date(line, "known_on"),
                line.date("end_known_on").orElse(LocalDate.MIN));
    }

    private static LocalDate date(Line line, String column) {
        return line.date(column).orElseThrow(() -> line.bad(column, "must not be empty: write it like 2025-08-31"));
    }

    /** Whether it holds on a day, by what was known on another. */
    boolean holds(LocalDate day, LocalDate known) {
        boolean over = !endKnownOn.isAfter(known) && day.isAfter(to);
        return !knownOn.isAfter(known) && !from.isAfter(day) && !over;
    }

    /** @param names the economy's key and the groups that it belongs to */
    boolean isFor(Set<String> names) {
        return !isForNamed() || countries.stream().anyMatch(names::contains);
    }

    boolean isForNamed() {
        return !countries.contains(EVERYONE);
    }
}
