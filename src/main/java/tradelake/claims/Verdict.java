package tradelake.claims;

import java.util.Locale;

/** How a computed figure stands beside the published one. */
enum Verdict {
    /** Within the rounding of the printed figure, or above a printed lower bound. */
    REPRODUCED,
    /** Within one point, or 2 per cent of the figure. */
    CLOSE,
    NOT_REPRODUCED,
    /** The lake cannot say: goods data do not tell, the source prints no number, or data are missing. */
    NOT_COMPUTABLE,
    /** Computed from made-up data, so that it says nothing of the figure. */
    SYNTHETIC;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
