package tradelake.gravity;

import org.apache.commons.math3.special.Erf;

/** One coefficient; the p-value and the 95 % interval are those of the normal distribution. */
public record Estimate(String term, double estimate, double stdError) {
    private static final double NORMAL_975 = 1.959963984540054;

    public double z() {
        return estimate / stdError;
    }

    /** Two-sided. */
    public double pValue() {
        return Erf.erfc(Math.abs(z()) / Math.sqrt(2));
    }

    public double ciLow() {
        return estimate - NORMAL_975 * stdError;
    }

    public double ciHigh() {
        return estimate + NORMAL_975 * stdError;
    }
}
