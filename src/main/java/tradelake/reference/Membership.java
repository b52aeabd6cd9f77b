package tradelake.reference;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One spell of an economy in a group.
 *
 * @param economy its key
 * @param from the first day; empty: from the beginning
 * @param to the last day, inclusive; empty: still
 */
public record Membership(
        String economy,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        MembershipStatus status,
        String source,
        String confidence,
        String note) {
    /** Between its two days, and of a status that counts. */
    public boolean holdsOn(LocalDate day) {
        return status.counts()
                && from.filter(day::isBefore).isEmpty()
                && to.filter(day::isAfter).isEmpty();
    }

    /** Whether the two spells have a day in common. */
    boolean overlaps(Membership other) {
        return startsBy(other.to) && other.startsBy(to);
    }

    private boolean startsBy(Optional<LocalDate> day) {
        return from.isEmpty() || day.isEmpty() || !from.get().isAfter(day.get());
    }

    static Membership of(Line line, Economies economies) {
        Optional<LocalDate> from = line.date("member_from");
        Optional<LocalDate> to = line.date("member_to");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get()))
            throw line.bad("member_from", "is after member_to %s: exchange them".formatted(to.get()));
        return new Membership(
                economy(line, economies),
                from,
                to,
                MembershipStatus.of(line, "status"),
                line.text("source", "user"),
                line.text("confidence", "user"),
                line.text("note"));
    }

    private static String economy(Line line, Economies economies) {
        String key = line.text("economy");
        if (economies.byKey(key).filter(e -> e.kind().canBeMember()).isEmpty())
            throw line.bad("economy", "is no known economy: use a key such as CHN, listed in gold.economies");
        return key;
    }
}
