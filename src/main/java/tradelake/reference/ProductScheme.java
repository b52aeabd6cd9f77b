package tradelake.reference;

import java.util.Locale;

/** A set of products that are read side by side. */
public enum ProductScheme {
    TOTAL,
    SECTION,
    CHAPTER,
    /** The goods groups in which the Xinhua Institute's report of 2025 shows China-ASEAN trade, its Figure 1. */
    FIGURE1,
    CATEGORY;

    private static final String OF_FIGURE1 = "F1_";

    public static ProductScheme of(Product product) {
        return switch (product.level()) {
            case TOTAL -> TOTAL;
            case SECTION -> SECTION;
            case CHAPTER -> CHAPTER;
            case CATEGORY -> product.id().startsWith(OF_FIGURE1) ? FIGURE1 : CATEGORY;
        };
    }

    /** As the tables write it: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
