package tradelake.harmonise.mirror;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Weighted analysis of variance of the gaps between two reports of one flow:
 *
 * <pre>|ln(Mfob / X)| = const + exporter + importer + product + year        weight = ln(1 + X + Mfob)</pre>
 *
 * where the effects of each kind sum to 0. Products are eliminated, so that only a matrix of the order of economies and years
 * is solved; parts estimated apart can be merged. Source: Gaulier and Zignago (2010), section 2.3.
 */
public final class MirrorGaps implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<String> economies;
    private final List<Integer> years;
    private final int levels;
    private final double[][] normal;
    private final double[] response;
    private final Map<String, Product> products = new TreeMap<>();
    private long observations;

    public MirrorGaps(List<String> economies, List<Integer> years) {
        this.economies = List.copyOf(economies);
        this.years = List.copyOf(years);
        this.levels = 2 * economies.size() + years.size();
        this.normal = new double[levels][levels];
        this.response = new double[levels];
    }

    /**
     * Counts one gap.
     *
     * @param importFob the importer's value without freight, above 0 as is the exporter's
     */
    public void add(String exporter, String importer, String product, int year, double exportFob, double importFob) {
        double gap = Math.abs(Math.log(importFob / exportFob));
        double weight = Math.log(1 + exportFob + importFob);
        int[] places = {
            place(economies, exporter),
            economies.size() + place(economies, importer),
            2 * economies.size() + place(years, year)
        };
        Product sums = products.computeIfAbsent(product, name -> new Product(levels));
        sums.weight += weight;
        sums.response += weight * gap;
        for (int a : places) {
            response[a] += weight * gap;
            sums.levels[a] += weight;
            for (int b : places) normal[a][b] += weight;
        }
        observations++;
    }

    public MirrorGaps merge(MirrorGaps other) {
        addTo(response, other.response);
        for (int a = 0; a < levels; a++) addTo(normal[a], other.normal[a]);
        other.products.forEach((name, sums) -> products.merge(name, sums, Product::plus));
        observations += other.observations;
        return this;
    }

    /** Effects of the economies seen on each side; const is half theirs on either side. */
    public Reliability reliability() {
        if (observations == 0) return new Reliability(0, Map.of(), Map.of(), 0);
        double[] effects = effects();
        double constant = products.values().stream()
                .mapToDouble(sums -> sums.intercept(effects))
                .average()
                .orElseThrow();
        int[] starts = {0, economies.size(), 2 * economies.size(), levels};
        for (int block = 0; block < 3; block++) constant += center(effects, starts[block], starts[block + 1]);
        return new Reliability(constant, named(effects, 0), named(effects, economies.size()), observations);
    }

    /** Least squares after products are swept out. What does not identify a level leaves it with the smallest norm. */
    private double[] effects() {
        double[][] swept = Arrays.stream(normal).map(double[]::clone).toArray(double[][]::new);
        double[] right = response.clone();
        for (Product sums : products.values())
            for (int a = 0; a < levels; a++) {
                if (sums.levels[a] == 0) continue;
                double share = sums.levels[a] / sums.weight;
                right[a] -= share * sums.response;
                for (int b = 0; b < levels; b++) swept[a][b] -= share * sums.levels[b];
            }
        return SmallestSolution.of(swept, right);
    }

    /** Takes the mean of the levels seen out of them. */
    private double center(double[] effects, int from, int to) {
        double mean = IntStream.range(from, to)
                .filter(this::isSeen)
                .mapToDouble(a -> effects[a])
                .average()
                .orElse(0);
        for (int a = from; a < to; a++) effects[a] -= mean;
        return mean;
    }

    private Map<String, Double> named(double[] effects, int from) {
        Map<String, Double> named = new TreeMap<>();
        for (int e = 0; e < economies.size(); e++) if (isSeen(from + e)) named.put(economies.get(e), effects[from + e]);
        return named;
    }

    private boolean isSeen(int level) {
        return normal[level][level] > 0;
    }

    private static <T> int place(List<T> levels, T level) {
        int place = levels.indexOf(level);
        if (place < 0) throw new IllegalArgumentException("No gaps were announced of " + level);
        return place;
    }

    private static void addTo(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) sums[i] += more[i];
    }

    /** Sums over the gaps of one product: weights in all and by level, and weighted gaps. */
    private static final class Product implements Serializable {
        private static final long serialVersionUID = 1;
        private final double[] levels;
        private double weight;
        private double response;

        Product(int levels) {
            this.levels = new double[levels];
        }

        Product plus(Product other) {
            weight += other.weight;
            response += other.response;
            addTo(levels, other.levels);
            return this;
        }

        double intercept(double[] effects) {
            double fitted = 0;
            for (int a = 0; a < levels.length; a++) fitted += levels[a] * effects[a];
            return (response - fitted) / weight;
        }
    }
}
