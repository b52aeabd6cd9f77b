package tradelake.gravity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The second road: Newton's method with an explicit indicator for every level, no projection, no conjugate gradients. */
final class DenseNewton {
    private DenseNewton() {}

    /** The coefficients of the regressors; those of indicators follow and are left out. */
    static double[] fit(Frame frame, Specification model) {
        Design design = Design.of(frame, model);
        List<double[]> columns = new ArrayList<>();
        design.regressors().forEach(x -> columns.add(x.values()));
        int k = columns.size();
        for (Group effect : design.effects())
            for (int level = 0; level < effect.size(); level++) columns.add(indicator(effect.factor(), level));
        double[] beta = newton(design, columns.toArray(double[][]::new));
        return Arrays.copyOf(beta, k);
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
            double[] least = new double[x.length];
            for (int i = 0; i < least.length; i++) least[i] = 1e-11 * products[i][i];
            beta = Gram.factor(products, least).solve(right);
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
