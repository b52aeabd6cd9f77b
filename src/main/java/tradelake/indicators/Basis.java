package tradelake.indicators;

import java.util.Locale;

/** Whose reports a figure is made of. */
public enum Basis {
    AS_REPORTED,
    /** The partners' reports stand in for a reporter without any dataset in a year. */
    MIRROR_FILLED,
    /** One value of both reports, FOB: silver.bilateral. */
    RECONCILED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
