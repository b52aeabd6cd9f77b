package tradelake.harmonise;

import java.util.Locale;
import java.util.Optional;
import tradelake.lake.Finding;

/** The places of a reporter-year where a sum exceeds the published total: one finding, which names the largest and counts them. */
final class Excess {
    private final String place;
    private final Tolerance tolerance;
    private final String kind;
    private final String parts;
    private long places = 0;
    private PublishedRow worst;
    private double worstSum;

    /**
     * @param place the reporter-year, as the message names it
     * @param parts what was added up, as the message names it
     */
    Excess(String place, Tolerance tolerance, String kind, String parts) {
        this.place = place;
        this.tolerance = tolerance;
        this.kind = kind;
        this.parts = parts;
    }

    void check(PublishedRow total, double sum) {
        if (!tolerance.isExceededBy(sum - total.value(), total.value())) return;
        places++;
        if (worst == null || sum - total.value() > worstSum - worst.value()) {
            worst = total;
            worstSum = sum;
        }
    }

    Optional<Finding> finding() {
        if (worst == null) return Optional.empty();
        String message = String.format(
                Locale.ROOT,
                "%s: %s exceed the published total, most at flow %s, partner %d, code %s: "
                        + "they sum to %,.2f, published is %,.2f",
                place,
                parts,
                worst.flow(),
                worst.partner(),
                worst.code(),
                worstSum,
                worst.value());
        return Optional.of(new Finding(kind, message, places));
    }
}
