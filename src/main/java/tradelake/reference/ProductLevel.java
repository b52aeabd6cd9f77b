package tradelake.reference;

import java.util.Locale;

/** What kind of product a table row is about. */
public enum ProductLevel {
    TOTAL,
    SECTION,
    CHAPTER,
    CATEGORY;

    /** As the tables write it: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
