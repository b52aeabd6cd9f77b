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
    /** Goods not specified according to kind, chapter 99, which is alike in all editions. */
    UNSPECIFIED,
    /** The published tables do not know the code. */
    NO_TARGET,
    /** The code was split, and no trade tells in which fractions. */
    NO_EVIDENCE,
    /** No table leads from the reported edition to the other. */
    NO_TABLE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
