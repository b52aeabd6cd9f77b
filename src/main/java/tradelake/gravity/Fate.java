package tradelake.gravity;

/** What becomes of a row. */
public enum Fate {
    /** In the estimation sample. */
    kept,
    /** A value is missing. */
    missing,
    /** Alone in a level of a fixed effect, which fits it whatever the coefficients are. */
    singleton,
    /** Its mean goes to zero at the maximum of the likelihood: it says nothing, and the estimates do not exist with it. */
    separated
}
