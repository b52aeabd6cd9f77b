package tradelake.harmonise;

import java.util.Locale;

/** What becomes of a published row: in = accepted + set aside + quarantined, in rows and in dollars. */
public enum Fate {
    ACCEPTED("counted in the additive flows, or kept there as an of-which flow"),
    SET_ASIDE("left out because its dollars stand in other rows or are none of ours"),
    QUARANTINED("refused because the row cannot be believed; kept for a person to look at");

    private final String meaning;

    Fate(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** The fate as tables spell it: {@code set_aside}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
