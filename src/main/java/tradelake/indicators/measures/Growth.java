package tradelake.indicators.measures;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the growth of exports is made of, relation by relation (a product in a market).
 *
 * <pre>entry        = sum of X1 where X0 = 0
 * exit         = - sum of X0 where X1 = 0
 * continuing   = sum of X1 - X0 where neither is 0               the three add up to X1 - X0, current USD
 * contribution = (x1(k) - x0(k)) / X0                            a fraction; sums to total growth
 * logarithmic  = ln x1(k) - ln x0(k)                             undefined where either is 0</pre>
 *
 * @param base by relation, in the base year
 * @param end same order, in the end year
 */
public record Growth(double[] base, double[] end) {
    public double entry() {
        return relations().filter(i -> base[i] == 0).mapToDouble(i -> end[i]).sum();
    }

    public double exit() {
        return relations().filter(i -> end[i] == 0).mapToDouble(i -> -base[i]).sum();
    }

    public double continuing() {
        return relations()
                .filter(i -> base[i] != 0 && end[i] != 0)
                .mapToDouble(i -> end[i] - base[i])
                .sum();
    }

    public double contribution(int k) {
        return (end[k] - base[k]) / Arrays.stream(base).sum();
    }

    public double logarithmic(int k) {
        return base[k] > 0 && end[k] > 0 ? Math.log(end[k] / base[k]) : Double.NaN;
    }

    private IntStream relations() {
        return IntStream.range(0, base.length);
    }
}
