package tradelake.indicators.measures;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much of trade is two-way trade in the same products.
 *
 * <pre>product   = 1 - |x(k) - m(k)| / (x(k) + m(k))
 * aggregate = 1 - sum |x(k) - m(k)| / (X + M)
 * corrected = (X + M - sum |x(k) - m(k)|) / (X + M - |X - M|)     the overall imbalance taken out
 * balance   = (x(k) - m(k)) / (x(k) + m(k))                       Lafay's simple balance, -1 to 1</pre>
 *
 * 0 (one-way) to 1 (balanced). With the flows of one pair of economies it is the bilateral index. Undefined where nothing is
 * traded; corrected also where trade goes one way only. Source: Grubel and Lloyd (1975).
 *
 * @param exports by product
 * @param imports by product, same order
 */
public record IntraIndustry(double[] exports, double[] imports) {
    public double product(int k) {
        return 1 - Math.abs(balance(k));
    }

    public double balance(int k) {
        return (exports[k] - imports[k]) / (exports[k] + imports[k]);
    }

    public double aggregate() {
        return twoWay() / total();
    }

    public double corrected() {
        return twoWay() / (total() - Math.abs(sum(exports) - sum(imports)));
    }

    private double twoWay() {
        return total()
                - IntStream.range(0, exports.length)
                        .mapToDouble(k -> Math.abs(exports[k] - imports[k]))
                        .sum();
    }

    private double total() {
        return sum(exports) + sum(imports);
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
