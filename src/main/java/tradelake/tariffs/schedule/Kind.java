package tradelake.tariffs.schedule;

import java.util.Arrays;
import java.util.Locale;
import tradelake.reference.Line;

/** How a measure's rate meets the base rate; all rates are fractions. */
public enum Kind {
    /** On top of the base rate. */
    ADD,
    /** The base rate is raised to it; nothing is added where the base rate is as high. */
    FLOOR,
    /** It stands in place of the base rate. */
    REPLACE;

    /** What it adds to a base rate. */
    double additional(double rate, double base) {
        return switch (this) {
            case ADD -> rate;
            case FLOOR -> Math.max(0, rate - base);
            case REPLACE -> rate - base;
        };
    }

    static Kind of(Line line) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(line.text("kind")))
                .findFirst()
                .orElseThrow(() -> line.bad("kind", "is no kind of duty: use add, floor or replace"));
    }
}
