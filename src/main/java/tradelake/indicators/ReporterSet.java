package tradelake.indicators;

import java.util.Locale;

/** Which members are added up. */
enum ReporterSet {
    /** Those with data in the year. */
    PRESENT,
    /** Those with data in every year of the window. */
    CONSTANT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
