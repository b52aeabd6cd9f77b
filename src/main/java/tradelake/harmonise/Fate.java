package tradelake.harmonise;

import java.util.Locale;

/** What becomes of a published row: in = accepted + set aside + quarantined, in rows and in dollars. */
public enum Fate {
    /** Counted in the additive flows, or kept there as an of-which flow. */
    ACCEPTED,
    /** Left out because its dollars stand in other rows or are none of ours. */
    SET_ASIDE,
    /** Refused because the row cannot be believed; kept for a person to look at. */
    QUARANTINED;

    /** The fate as tables spell it: {@code set_aside}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
