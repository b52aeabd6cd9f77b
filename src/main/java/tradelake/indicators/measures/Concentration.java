package tradelake.indicators.measures;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How unevenly trade is spread over n products, or over n markets.
 *
 * <pre>hhi        = sum s(k)^2                            1/n to 1
 * normalised = (hhi - 1/n) / (1 - 1/n)               0 to 1, undefined for n = 1
 * theil      = 1/n sum (x(k)/mean) ln(x(k)/mean)     0 to ln n, a product without trade counts 0</pre>
 *
 * n counts all that could be traded, traded or not: it must be the same wherever numbers are compared. Undefined without
 * trade. Sources: Hirschman (1964); Theil (1967); UNCTAD's concentration index is the root of hhi, normalised.
 *
 * @param values one for each product or market, zeros included
 */
public record Concentration(double[] values) {
    public double hhi() {
        return shares().map(share -> share * share).sum();
    }

    public double normalised() {
        double even = 1.0 / values.length;
        return (hhi() - even) / (1 - even);
    }

    public double theil() {
        DoubleStream terms = shares().map(share -> share * values.length).map(Concentration::timesItsLog);
        return terms.sum() / values.length;
    }

    private DoubleStream shares() {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(value -> value / sum);
    }

    private static double timesItsLog(double ratio) {
        return ratio == 0 ? 0 : ratio * Math.log(ratio);
    }
}
