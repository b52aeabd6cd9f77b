package tradelake.indicators;

import java.util.Locale;

/** Which day decides who is a member in a year. */
enum MembershipRule {
    /** One day for all years. */
    FIXED,
    /** One day of each year. */
    IN_FORCE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
