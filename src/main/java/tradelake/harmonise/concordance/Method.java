package tradelake.harmonise.concordance;

import java.util.Locale;

/** How the code of a flow was found in the edition that all years share. */
public enum Method {
    /** It was reported in that edition. */
    SAME,
    /** The published tables give the code one target. */
    ONE_TARGET,
    /** The code was split; its value goes to its successors in estimated fractions. */
    WEIGHTED,
    /** A heading, a chapter or TOTAL, published for want of anything finer: the finest code that holds all its codes. */
    COARSE,
    /** The published tables do not know the code. */
    NO_TARGET,
    /** No table leads from the reported edition to the other, or no trade tells how its codes were split. */
    NO_TABLE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
