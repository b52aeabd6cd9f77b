package tradelake.gravity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The second road: Newton's method with an explicit indicator for every level, no projection, no conjugate gradients. */
final class DenseNewton {
    private DenseNewton() {}

    /** Coefficients of the regressors and their variance, clustered, times G/(G-1). */
    record Answer(double[] beta, double[][] covariance) {}

    /** The coefficients of the regressors; those of indicators follow and are left out. */
    static double[] fit(Frame frame, Specification model) {
        Design design = Design.of(frame, model);
        return Arrays.copyOf(
                newton(design, columns(design)), design.regressors().size());
    }

    static Answer answer(Frame frame, Specification model) {
        Design design = Design.of(frame, model);
        double[][] x = columns(design);
        double[] beta = newton(design, x);
        int k = design.regressors().size();
        double[] mu = means(design, x, beta);
        double[][] products = products(x, mu);
        double[][] inverse = Gram.factor(products, least(products)).inverse();
        Factor clusters = design.clusters().get(0).factor();
        double[][] scores = new double[clusters.size()][x.length];
        for (int row = 0; row < mu.length; row++)
            for (int j = 0; j < x.length; j++)
                scores[clusters.codes()[row]][j] += x[j][row] * (design.y()[row] - mu[row]);
        double[][] covariance = new double[k][k];
        for (double[] score : scores) {
            double[] influence = Gram.times(inverse, score);
            for (int i = 0; i < k; i++)
                for (int j = 0; j < k; j++)
                    covariance[i][j] += influence[i] * influence[j] * scores.length / (scores.length - 1.0);
        }
        return new Answer(Arrays.copyOf(beta, k), covariance);
    }

    private static double[][] columns(Design design) {
        List<double[]> columns = new ArrayList<>();
        design.regressors().forEach(x -> columns.add(x.values()));
        for (Group effect : design.effects())
            for (int level = 0; level < effect.size(); level++) columns.add(indicator(effect.factor(), level));
        return columns.toArray(double[][]::new);
    }

    private static double[] means(Design design, double[][] x, double[] beta) {
        double[] mu = new double[design.rows()];
        for (int row = 0; row < mu.length; row++) {
            double eta = design.offset()[row];
            for (int i = 0; i < x.length; i++) eta += beta[i] * x[i][row];
            mu[row] = Math.exp(eta);
        }
        return mu;
    }

    private static double[][] products(double[][] x, double[] weights) {
        double[][] products = new double[x.length][x.length];
        for (int row = 0; row < weights.length; row++)
            for (int i = 0; i < x.length; i++)
                for (int j = 0; j < x.length; j++) products[i][j] += weights[row] * x[i][row] * x[j][row];
        return products;
    }

    private static double[] least(double[][] products) {
        double[] least = new double[products.length];
        for (int i = 0; i < least.length; i++) least[i] = 1e-11 * products[i][i];
        return least;
    }

    private static double[] newton(Design design, double[][] x) {
        int n = design.rows();
        double[] eta = new double[n];
        double[] beta = new double[x.length];
        double mean = Arrays.stream(design.y()).average().orElseThrow();
        for (int row = 0; row < n; row++) eta[row] = Math.log((design.y()[row] + mean) / 2);
        for (int step = 0; step < 60; step++) {
            double[][] products = new double[x.length][x.length];
            double[] right = new double[x.length];
            for (int row = 0; row < n; row++) {
                double mu = Math.exp(eta[row]);
                double weight = design.weights()[row] * mu;
                double z = eta[row] - design.offset()[row] + (design.y()[row] - mu) / mu;
                for (int i = 0; i < x.length; i++) {
                    right[i] += weight * x[i][row] * z;
                    for (int j = 0; j < x.length; j++) products[i][j] += weight * x[i][row] * x[j][row];
                }
            }
            beta = Gram.factor(products, least(products)).solve(right);
            for (int row = 0; row < n; row++) {
                eta[row] = design.offset()[row];
                for (int i = 0; i < x.length; i++) eta[row] += beta[i] * x[i][row];
            }
        }
        return beta;
    }

    private static double[] indicator(Factor factor, int level) {
        return Arrays.stream(factor.codes())
                .mapToDouble(code -> code == level ? 1 : 0)
                .toArray();
    }
}
