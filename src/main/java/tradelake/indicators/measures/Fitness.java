package tradelake.indicators.measures;

import java.util.Arrays;

/**
 * Fitness of economies and complexity of products, each made of the other:
 *
 * <pre>F(e) = sum over k of M(e,k) Q(k)        Q(k) = 1 / sum over e of M(e,k) / F(e)</pre>
 *
 * both from 1, and divided by their mean after each step; above 0, mean 1. It need not settle, so the number of steps is part
 * of the definition. An economy without any advantage has 0; a product that nobody exports with one has NaN and is left out
 * of the mean. Source: Tacchella et al. (2012).
 *
 * @param fitness by economy
 * @param complexity by product
 */
public record Fitness(double[] fitness, double[] complexity) {

    /**
     * Both after so many steps.
     *
     * @param advantage M, by economy and product
     */
    public static Fitness of(boolean[][] advantage, int steps) {
        double[] fitness = new double[advantage.length];
        double[] complexity = new double[advantage.length == 0 ? 0 : advantage[0].length];
        Arrays.fill(fitness, 1);
        Arrays.fill(complexity, 1);
        for (int step = 0; step < steps; step++) {
            double[] next = new double[fitness.length], hardness = new double[complexity.length];
            for (int e = 0; e < fitness.length; e++)
                for (int k = 0; k < complexity.length; k++)
                    if (advantage[e][k]) {
                        next[e] += complexity[k];
                        hardness[k] += 1 / fitness[e];
                    }
            for (int k = 0; k < complexity.length; k++) complexity[k] = hardness[k] == 0 ? Double.NaN : 1 / hardness[k];
            fitness = dividedByMean(next);
            complexity = dividedByMean(complexity);
        }
        return new Fitness(fitness, complexity);
    }

    private static double[] dividedByMean(double[] values) {
        double mean = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
        return Arrays.stream(values).map(value -> value / mean).toArray();
    }
}
