package tradelake.harmonise;

import static tradelake.harmonise.Fate.QUARANTINED;
import static tradelake.harmonise.Fate.SET_ASIDE;

import java.util.Arrays;
import java.util.Locale;

/** Why a row has its fate; where several apply, the first in this order is the one given. */
public enum Reason {
    OUTSIDE_YEARS(SET_ASIDE, "the year is outside the configured window"),
    SERVICES(SET_ASIDE, "services, not goods: type S or a mode of supply"),
    NOT_ANNUAL(SET_ASIDE, "monthly beside annual rows, or the other way round; one of them is counted"),
    GROUP_REPORTER(SET_ASIDE, "the reporter is a group whose members report themselves"),
    GROUP_PARTNER(SET_ASIDE, "the partner is a group that stands beside its members"),
    PARTNER2_BREAKDOWN(SET_ASIDE, "part of a row for all second partners"),
    CUSTOMS_BREAKDOWN(SET_ASIDE, "part of a row for all customs procedures"),
    TRANSPORT_BREAKDOWN(SET_ASIDE, "part of a row for all modes of transport"),
    NOT_HS(SET_ASIDE, "classified in SITC, BEC or another list that is not the Harmonized System"),
    OTHER_CLASSIFICATION(SET_ASIDE, "the same trade in an HS edition not chosen for this reporter and year"),
    SUPERSEDED(SET_ASIDE, "a newer or better release or row says the same thing anew"),
    UNUSABLE_VALUE(QUARANTINED, "the value is missing, negative or not a number"),
    UNKNOWN_FLOW(QUARANTINED, "the flow code is not one of Comtrade's"),
    UNKNOWN_PARTNER(QUARANTINED, "the partner code is negative"),
    MALFORMED_CODE(QUARANTINED, "neither TOTAL nor an HS code of 2, 4 or 6 characters"),
    DUPLICATE(SET_ASIDE, "the same row, with the same value, weight and quantity, was read before"),
    CONFLICT(QUARANTINED, "rows of one key and one date differ, and nothing says which is right"),
    PUBLISHED_TOTAL(SET_ASIDE, "a total whose parts are counted: World, or a code with finer codes beside it"),
    SUMMED(Fate.ACCEPTED, "counted in a row that adds up months or tariff lines"),
    ACCEPTED(Fate.ACCEPTED, "the finest published breakdown");

    private final Fate fate;
    private final String meaning;

    Reason(Fate fate, String meaning) {
        this.fate = fate;
        this.meaning = meaning;
    }

    public Fate fate() {
        return fate;
    }

    public String meaning() {
        return meaning;
    }

    /** What of a row the reason is about, for a message. */
    String concerned(PublishedRow row) {
        return switch (this) {
            case MALFORMED_CODE -> "code '%s'".formatted(row.code());
            case UNKNOWN_FLOW -> "flow '%s'".formatted(row.flow());
            case UNKNOWN_PARTNER -> "partner %d".formatted(row.partner());
            case CONFLICT ->
                "value %s, flow %s, partner %d, code %s".formatted(row.value(), row.flow(), row.partner(), row.code());
            default -> "value %s".formatted(row.value());
        };
    }

    /** What a reason that a table spells means; of one that a reader found, where to look. */
    public static String meaningOf(String key) {
        return Arrays.stream(values())
                .filter(reason -> reason.key().equals(key))
                .map(Reason::meaning)
                .findFirst()
                .orElse("see silver.quarantine");
    }

    /** The reason as tables spell it: {@code group_reporter}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
