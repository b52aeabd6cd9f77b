package tradelake.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One spell in which two economies prefer each other's goods under an agreement.
 *
 * @param id short name; an agreement that replaces another is a spell of its own
 * @param from the first day on which preferences hold
 * @param to the last one; empty: still
 */
public record Agreement(
        EconomyPair pair,
        String id,
        Kind kind,
        LocalDate from,
        Optional<LocalDate> to,
        String source,
        String confidence) {
    static final String FILE = "agreements.csv";
    static final List<String> COLUMNS = List.of(
            "economy_a",
            "economy_b",
            "agreement",
            "type",
            "in_force_from",
            "in_force_to",
            "source",
            "confidence",
            "note");

    /** How far an agreement goes. */
    public enum Kind {
        /** Part of the tariff only. */
        PTA,
        FTA,
        CU
    }

    static Agreement of(Line line) {
        LocalDate from = line.date("in_force_from")
                .orElseThrow(() -> line.bad("in_force_from", "must not be empty: write the first day"));
        Optional<LocalDate> to = line.date("in_force_to");
        if (to.filter(from::isAfter).isPresent())
            throw line.bad("in_force_to", "is before in_force_from %s: exchange them".formatted(from));
        return new Agreement(
                EconomyPair.of(line.required("economy_a"), line.required("economy_b")),
                line.required("agreement"),
                Kind.valueOf(line.required("type")),
                from,
                to,
                line.required("source"),
                line.required("confidence"));
    }

    public boolean isRcep() {
        return id.equals("RCEP");
    }

    /** The days of a year on which it holds, as numbers from 1; empty if it does not. */
    Spell in(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        if (from.isAfter(last) || to.filter(first::isAfter).isPresent()) return Spell.NONE;
        return new Spell(
                from.isBefore(first) ? 1 : from.getDayOfYear(),
                to.filter(last::isAfter).orElse(last).getDayOfYear());
    }

    /** Days of a year from first to last. */
    record Spell(int first, int last) {
        static final Spell NONE = new Spell(1, 0);

        int days() {
            return last - first + 1;
        }
    }
}
