package tradelake.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Two members of RCEP, and what linked them before.
 *
 * @param from the first day on which RCEP applies between them; empty: it does not
 */
public record RcepPair(EconomyPair pair, Optional<LocalDate> from, Kind kind, String source, String confidence) {
    static final String FILE = "rcep-pairs.csv";
    static final List<String> COLUMNS = List.of(
            "economy_a",
            "economy_b",
            "in_force_from",
            "class",
            "earlier_agreements",
            "coincident_agreements",
            "source",
            "confidence",
            "note");

    /** What RCEP adds to. */
    public enum Kind {
        /** No agreement linked the two before. */
        first_fta,
        /** An older agreement was and stays in force. */
        overlapping,
        /** Another agreement entered into force in the same calendar year. */
        coincident,
        /** RCEP is not applied between the two in the sources read. */
        not_in_force
    }

    static RcepPair of(Line line) {
        return new RcepPair(
                EconomyPair.of(line.required("economy_a"), line.required("economy_b")),
                line.date("in_force_from"),
                Kind.valueOf(line.required("class")),
                line.required("source"),
                line.required("confidence"));
    }
}
