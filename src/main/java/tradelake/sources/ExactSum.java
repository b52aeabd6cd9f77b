package tradelake.sources;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Adds dollars exactly: each value as the decimal that {@link Double#toString(double)} prints, rounded half up to six
 * decimals. That is also what Spark's cast from double to decimal does.
 */
public final class ExactSum {
    private static final int DECIMALS = 6;
    private static final double MICROS = 1e6;
    private static final double WHOLE_IS_EXACT_BELOW = 1L << 53;
    private static final double MICROS_ARE_SURE_BELOW = 1e9;
    private static final long NEARLY_FULL = 1L << 62;

    private long whole;
    private long micros;
    private BigDecimal rest = BigDecimal.ZERO;

    /** One double as dollars, to six places; what is not a number counts as none. */
    public static BigDecimal exactly(double value) {
        return Double.isFinite(value) ? printed(value) : BigDecimal.ZERO.setScale(DECIMALS);
    }

    /**
     * Adds one value; what is not a number counts as no dollars. A whole number below 2^53 prints as itself. Below 10^9 the nearest doubles are less than
     * 0.0000002 apart, so if a number of millionths divides back to the value, the printed decimal rounds to it too.
     */
    public void add(double value) {
        if (value == Math.rint(value) && Math.abs(value) < WHOLE_IS_EXACT_BELOW) {
            whole += (long) value;
        } else {
            if (!Double.isFinite(value)) return;
            long scaled = Math.round(value * MICROS);
            if (Math.abs(value) < MICROS_ARE_SURE_BELOW && scaled / MICROS == value) micros += scaled;
            else rest = rest.add(printed(value));
        }
        if (Math.abs(whole) > NEARLY_FULL || Math.abs(micros) > NEARLY_FULL) spill();
    }

    private static BigDecimal printed(double value) {
        return new BigDecimal(Double.toString(value)).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private void spill() {
        rest = total();
        whole = 0;
        micros = 0;
    }

    /** The sum so far, with six decimals. */
    public BigDecimal total() {
        return rest.add(BigDecimal.valueOf(whole))
                .add(BigDecimal.valueOf(micros, DECIMALS))
                .setScale(DECIMALS);
    }
}
