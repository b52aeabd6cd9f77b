package tradelake.indicators.measures;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What an economy's trade consists of: shares of products, or of markets, that add up to 1.
 *
 * <pre>complementarity = 1 - 1/2 sum |m(k) - x(k)|        x the shares in e's exports, m those in the partner's imports
 * similarity      = sum min(a(k), b(k))               of two economies' exports</pre>
 *
 * Both are between 0 (nothing in common) and 1 (the same shares); the literature prints them times 100. As both lists of
 * shares add up to 1 the two formulas are one number: what differs is which lists are compared. Undefined where one of the
 * two trades nothing. Sources: Michaely (1996); Finger and Kreinin (1979).
 */
public record Structure(double[] shares) {
    /** Shares of values in their sum. */
    public static Structure of(double[] values) {
        double sum = Arrays.stream(values).sum();
        return new Structure(Arrays.stream(values).map(value -> value / sum).toArray());
    }

    public double complementarity(Structure imports) {
        return 1
                - places().mapToDouble(k -> Math.abs(imports.shares[k] - shares[k]))
                                .sum()
                        / 2;
    }

    public double similarity(Structure other) {
        return places().mapToDouble(k -> Math.min(shares[k], other.shares[k])).sum();
    }

    private IntStream places() {
        return IntStream.range(0, shares.length);
    }
}
