package tradelake.gravity;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The variance of the coefficients from the rows' scores s_i = x~_i w_i (y_i - mu_i); see {@link Variance}. */
final class Scores {
    private final Design design;
    private final double[][] xRest;
    private final double[] mu;
    private final double[][] bread;
    private final OptionalDouble dispersion;

    /**
     * Of a Poisson model, whose variance is its mean.
     *
     * @param weightedMu mu by the rows' weights
     */
    Scores(Design design, double[][] xRest, double[] mu, double[] weightedMu, Lanes lanes) {
        this(design, xRest, mu, weightedMu, OptionalDouble.empty(), lanes);
    }

    private Scores(
            Design design, double[][] xRest, double[] mu, double[] weights, OptionalDouble dispersion, Lanes lanes) {
        this.design = design;
        this.xRest = xRest;
        this.mu = mu;
        this.bread = Gram.factor(Gram.of(xRest, weights, lanes)).inverse();
        this.dispersion = dispersion;
    }

    /** Of least squares, whose variance is the same everywhere and estimated. */
    static Scores ofLeastSquares(Design design, double[][] xRest, double[] residual, Lanes lanes) {
        double[] fitted = new double[residual.length];
        double squares = 0;
        for (int row = 0; row < residual.length; row++) {
            fitted[row] = design.y()[row] - residual[row];
            squares += design.weights()[row] * residual[row] * residual[row];
        }
        long free = design.rows() - coefficients(design, xRest.length, Variance.classical);
        return new Scores(design, xRest, fitted, design.weights(), OptionalDouble.of(squares / free), lanes);
    }

    /** V0. */
    double[][] bread() {
        return bread;
    }

    double[] mu() {
        return mu;
    }

    double[][] xRest() {
        return xRest;
    }

    double[][] covariance(Specification model) {
        double factor = model.smallSample()
                .factor(
                        model.variance(),
                        design.rows(),
                        coefficients(design, xRest.length, model.variance()),
                        fewestClusters(design.clusters()));
        double[][] covariance =
                switch (model.variance()) {
                    case classical -> Arrays.stream(bread).map(double[]::clone).toArray(double[][]::new);
                    case robust -> Gram.sandwich(bread, meatOfRows());
                    case clustered -> Gram.sandwich(bread, meatOfClusters());
                };
        double times = model.variance() == Variance.classical ? dispersion.orElse(factor) : factor;
        for (double[] row : covariance) for (int j = 0; j < row.length; j++) row[j] *= times;
        return covariance;
    }

    static int fewestClusters(List<Group> clusters) {
        return clusters.stream().mapToInt(Group::size).min().orElse(0);
    }

    /** K of {@link SmallSample}. */
    private static long coefficients(Design design, int regressors, Variance variance) {
        long levels = design.effects().stream()
                .filter(effect -> variance != Variance.clustered || !isInCluster(design, effect))
                .mapToLong(effect -> effect.size() - 1L)
                .sum();
        return regressors + (design.effects().isEmpty() ? 0 : 1) + levels;
    }

    private static boolean isInCluster(Design design, Group effect) {
        return design.clusters().stream().anyMatch(cluster -> effect.factor().isNestedIn(cluster.factor()));
    }

    private double score(int j, int row) {
        return xRest[j][row] * design.weights()[row] * (design.y()[row] - mu[row]);
    }

    private double[][] meatOfRows() {
        int k = xRest.length;
        double[][] meat = new double[k][k];
        double[] scores = new double[k];
        for (int row = 0; row < mu.length; row++) {
            for (int j = 0; j < k; j++) scores[j] = score(j, row);
            add(meat, scores, 1);
        }
        return meat;
    }

    /** Sums over every set of clusterings, crossed, with alternating signs. */
    private double[][] meatOfClusters() {
        int k = xRest.length;
        double[][] meat = new double[k][k];
        int sets = 1 << design.clusters().size();
        for (int set = 1; set < sets; set++) {
            int chosen = set;
            Factor crossed = IntStream.range(0, design.clusters().size())
                    .filter(c -> (chosen & 1 << c) != 0)
                    .mapToObj(c -> design.clusters().get(c).factor())
                    .reduce(Factor::cross)
                    .orElseThrow();
            int sign = Integer.bitCount(set) % 2 == 1 ? 1 : -1;
            for (double[] sums : sums(crossed)) add(meat, sums, sign);
        }
        return meat;
    }

    private double[][] sums(Factor clusters) {
        double[][] sums = new double[clusters.size()][xRest.length];
        for (int row = 0; row < mu.length; row++)
            for (int j = 0; j < xRest.length; j++) sums[clusters.codes()[row]][j] += score(j, row);
        return sums;
    }

    private static void add(double[][] meat, double[] scores, int sign) {
        for (int i = 0; i < scores.length; i++)
            for (int j = 0; j < scores.length; j++) meat[i][j] += sign * scores[i] * scores[j];
    }
}
