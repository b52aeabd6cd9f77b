package tradelake.harmonise;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact sum of dollars. A double counts as its shortest decimal rounded half-up to six places, so that text of at most 15
 * digits counts as it was written; what is not a number counts as no dollars.
 */
public final class ExactDollars {
    private static final int PLACES = 6;
    private static final double MICROS = 1e6;

    private BigDecimal sum = BigDecimal.ZERO.setScale(PLACES);
    private long micros = 0;

    public void add(double dollars) {
        // A decimal of at most 15 digits of which the double is the nearest: no other is as short.
        double scaled = Math.rint(dollars * MICROS);
        if (Math.abs(scaled) < 1e15 && scaled / MICROS == dollars) addMicros((long) scaled);
        else sum = sum.add(exactly(dollars));
    }

    public BigDecimal total() {
        return sum.add(BigDecimal.valueOf(micros, PLACES));
    }

    /** One double as dollars, to six places. */
    public static BigDecimal exactly(double dollars) {
        if (!Double.isFinite(dollars)) return BigDecimal.ZERO.setScale(PLACES);
        return new BigDecimal(Double.toString(dollars)).setScale(PLACES, RoundingMode.HALF_UP);
    }

    private void addMicros(long more) {
        if (Math.abs(micros) > Long.MAX_VALUE / 2) {
            sum = total();
            micros = 0;
        }
        micros += more;
    }
}
