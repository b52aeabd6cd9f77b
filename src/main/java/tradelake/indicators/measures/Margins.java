package tradelake.indicators.measures;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether exports are large because of many products or because of much of each.
 *
 * <pre>extensive = sum over k in K(e) of r(k) / sum over all k of r(k)        K(e): products that e exports
 * intensive = sum of x(e,k) / sum over k in K(e) of r(k)
 * extensive * intensive = X(e) / R</pre>
 *
 * Both are fractions. r is what the reference exports: the world to everyone, or, for a pair, the world to that importer.
 * Undefined where the reference, or for intensive e, exports nothing. Source: Hummels and Klenow (2005).
 *
 * @param own x(e,k), by product
 * @param reference r(k), same order, this economy included
 */
public record Margins(double[] own, double[] reference) {
    public double extensive() {
        return referenceOfOwn() / Arrays.stream(reference).sum();
    }

    public double intensive() {
        return Arrays.stream(own).sum() / referenceOfOwn();
    }

    private double referenceOfOwn() {
        return IntStream.range(0, own.length)
                .filter(k -> own[k] > 0)
                .mapToDouble(k -> reference[k])
                .sum();
    }
}
