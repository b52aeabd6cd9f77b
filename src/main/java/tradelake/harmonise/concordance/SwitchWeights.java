package tradelake.harmonise.concordance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Estimates how the value of codes that were split goes to their successors, from trade around the switch of editions. In
 * each {@link Component}, with x and y the shares of codes in what a relation trades before and after:
 *
 * <pre>min over b  sum over relations i of v(i) |y(i) - x(i) b|^2        b(o,n) &gt;= 0, sum over n of b(o,n) = 1</pre>
 *
 * where v is the value after and b(o,n) is 0 unless the correlation links o and n. Shares take growth out. A code that no
 * relation trades before the switch is split as the trade of its successors after it; if they have none, its {@link Split} is
 * not evident. A code with one successor needs no trade.
 * Source: in the manner of Lukaszuk and Torun (2022). Parts estimated apart can be merged.
 */
public final class SwitchWeights implements Serializable {
    private static final long serialVersionUID = 1;

    /** How much more a miss of "adds up to 1" costs than a miss of the data; what is left is divided out. */
    private static final double PENALTY = 1e4;

    private final Correlation correlation;
    private final SortedSet<String> ambiguous;
    private final List<Sums> parts = new ArrayList<>();
    private long relations;
    private double value;
    private double ambiguousValue;

    /** @param correlation from the older edition to the newer one, or the other way for weights back */
    public SwitchWeights(Correlation correlation) {
        this.correlation = correlation;
        this.ambiguous = correlation.ambiguous();
        for (Component component : Component.of(correlation)) parts.add(new Sums(component));
    }

    public void add(Switch relation) {
        relations++;
        relation.before().forEach((code, usd) -> {
            value += usd;
            if (ambiguous.contains(code)) ambiguousValue += usd;
        });
        for (Sums part : parts) part.add(relation);
    }

    /**
     * Adds the sums of other relations.
     *
     * @param other of the same correlation
     */
    public SwitchWeights merge(SwitchWeights other) {
        relations += other.relations;
        value += other.value;
        ambiguousValue += other.ambiguousValue;
        for (int i = 0; i < parts.size(); i++) parts.get(i).merge(other.parts.get(i));
        return this;
    }

    public Estimate estimate() {
        SortedMap<String, Split> splits = new TreeMap<>();
        double miss = 0, compared = 0;
        for (Sums part : parts) {
            double[][] weights = part.weights();
            for (int o = 0; o < weights.length; o++)
                splits.put(part.component.olds().get(o), part.split(o, weights[o]));
            if (part.component.isAmbiguous()) {
                miss += part.miss(weights);
                compared += part.value;
            }
        }
        return new Estimate(
                new Reclassification(correlation.from(), correlation.to(), splits),
                relations,
                compared == 0 ? Double.NaN : Math.sqrt(Math.max(0, miss) / compared),
                value == 0 ? Double.NaN : ambiguousValue / value);
    }

    /**
     * Estimated splits, and how far to trust them.
     *
     * @param relations of reporter, partner and direction that they are estimated from
     * @param error root mean square distance of fitted from actual shares within components, by value; NaN without data
     * @param ambiguousShare of the value before the switch in codes that are split; NaN without data
     */
    public record Estimate(Reclassification reclassification, long relations, double error, double ambiguousShare) {}

    /** The sums over relations that the least squares of one component needs. */
    private final class Sums implements Serializable {
        private static final long serialVersionUID = 1;
        private final Component component;
        private final double[][] xx;
        private final double[][] xy;
        private final double[] afterUsd;
        private double yy;
        private double value;

        Sums(Component component) {
            this.component = component;
            this.xx = new double[component.olds().size()][component.olds().size()];
            this.xy = new double[component.olds().size()][component.news().size()];
            this.afterUsd = new double[component.news().size()];
        }

        void add(Switch relation) {
            double[] x = values(component.olds(), relation.before()), y = values(component.news(), relation.after());
            double before = sum(x), after = sum(y);
            for (int n = 0; n < y.length; n++) afterUsd[n] += y[n];
            if (!component.isAmbiguous() || before == 0 || after == 0) return;
            value += after;
            for (int n = 0; n < y.length; n++) yy += after * (y[n] / after) * (y[n] / after);
            for (int o = 0; o < x.length; o++) {
                double weighted = after * (x[o] / before);
                for (int p = 0; p < x.length; p++) xx[o][p] += weighted * (x[p] / before);
                for (int n = 0; n < y.length; n++) xy[o][n] += weighted * (y[n] / after);
            }
        }

        void merge(Sums other) {
            yy += other.yy;
            value += other.value;
            addTo(afterUsd, other.afterUsd);
            for (int o = 0; o < xx.length; o++) {
                addTo(xx[o], other.xx[o]);
                addTo(xy[o], other.xy[o]);
            }
        }

        /** Fractions by old and new code; rows add up to 1. */
        double[][] weights() {
            List<int[]> links = links();
            double[] solved = component.isAmbiguous() && value > 0 ? solve(links) : new double[links.size()];
            double[][] weights = new double[xy.length][afterUsd.length];
            for (int i = 0; i < links.size(); i++) weights[links.get(i)[0]][links.get(i)[1]] = solved[i];
            for (int o = 0; o < weights.length; o++) normalise(weights[o], links, o);
            return weights;
        }

        double miss(double[][] weights) {
            double miss = yy;
            for (int n = 0; n < afterUsd.length; n++)
                for (int o = 0; o < weights.length; o++) {
                    miss -= 2 * weights[o][n] * xy[o][n];
                    for (int p = 0; p < weights.length; p++) miss += weights[o][n] * xx[o][p] * weights[p][n];
                }
            return miss;
        }

        Split split(int old, double[] weights) {
            SortedMap<String, Double> byCode = new TreeMap<>();
            double after = 0;
            for (String target : correlation.links().get(component.olds().get(old))) {
                int n = component.news().indexOf(target);
                byCode.put(target, weights[n]);
                after += afterUsd[n];
            }
            return new Split(byCode, byCode.size() == 1 || xx[old][old] > 0 || after > 0);
        }

        private double[] solve(List<int[]> links) {
            double largest = 0;
            for (int o = 0; o < xx.length; o++) largest = Math.max(largest, xx[o][o]);
            double[][] gram = new double[links.size()][links.size()];
            double[] right = new double[links.size()];
            for (int i = 0; i < right.length; i++) {
                int[] a = links.get(i);
                double penalty = PENALTY * largest;
                right[i] = xy[a[0]][a[1]] + penalty;
                for (int j = 0; j < right.length; j++) {
                    int[] b = links.get(j);
                    gram[i][j] = (a[1] == b[1] ? xx[a[0]][b[0]] : 0) + (a[0] == b[0] ? penalty : 0);
                }
            }
            return NonNegative.solve(gram, right);
        }

        private void normalise(double[] row, List<int[]> links, int old) {
            int[] targets = links.stream()
                    .filter(link -> link[0] == old)
                    .mapToInt(link -> link[1])
                    .toArray();
            if (xx[old][old] == 0) for (int n : targets) row[n] = afterUsd[n];
            if (sum(row) == 0) for (int n : targets) row[n] = 1;
            double sum = sum(row);
            for (int n : targets) row[n] /= sum;
        }

        private List<int[]> links() {
            List<int[]> links = new ArrayList<>();
            for (int o = 0; o < component.olds().size(); o++)
                for (String target : correlation.links().get(component.olds().get(o)))
                    links.add(new int[] {o, component.news().indexOf(target)});
            return links;
        }

        private static double[] values(List<String> codes, Map<String, Double> usd) {
            return codes.stream()
                    .mapToDouble(code -> usd.getOrDefault(code, 0.0))
                    .toArray();
        }

        private static void addTo(double[] sums, double[] more) {
            for (int i = 0; i < sums.length; i++) sums[i] += more[i];
        }

        private static double sum(double[] values) {
            double sum = 0;
            for (double value : values) sum += value;
            return sum;
        }
    }
}
