package tradelake.harmonise.mirror;

import java.io.Serializable;

/**
 * Weighted least squares of any number of observations in the memory of one triangle: each is rotated into R (Givens), so
 * that no product X'X is formed and sums of parts, merged, give what one pass gives up to rounding. A regressor that is a
 * combination of those before it gets the coefficient 0.
 */
final class LeastSquares implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double RANK_TOLERANCE = 1e-10;

    private final double[][] triangle;
    private final double[] scale;
    private long observations;

    LeastSquares(int regressors) {
        triangle = new double[regressors][regressors + 1];
        scale = new double[regressors];
    }

    /** @param weight above 0; counts the squared residual so many times */
    void add(double[] regressors, double response, double weight) {
        double root = Math.sqrt(weight);
        double[] row = new double[triangle.length + 1];
        for (int i = 0; i < triangle.length; i++) row[i] = root * regressors[i];
        row[triangle.length] = root * response;
        for (int i = 0; i < triangle.length; i++) scale[i] = Math.hypot(scale[i], row[i]);
        observations++;
        rotate(row);
    }

    LeastSquares merge(LeastSquares other) {
        for (double[] row : other.triangle) rotate(row.clone());
        for (int i = 0; i < scale.length; i++) scale[i] = Math.hypot(scale[i], other.scale[i]);
        observations += other.observations;
        return this;
    }

    long observations() {
        return observations;
    }

    double[] coefficients() {
        double[] coefficients = new double[triangle.length];
        for (int i = triangle.length - 1; i >= 0; i--) {
            if (Math.abs(triangle[i][i]) <= RANK_TOLERANCE * scale[i]) continue;
            double rest = triangle[i][triangle.length];
            for (int j = i + 1; j < triangle.length; j++) rest -= triangle[i][j] * coefficients[j];
            coefficients[i] = rest / triangle[i][i];
        }
        return coefficients;
    }

    private void rotate(double[] row) {
        for (int i = 0; i < triangle.length; i++) {
            if (row[i] == 0) continue;
            double[] top = triangle[i];
            double length = Math.hypot(top[i], row[i]), cos = top[i] / length, sin = row[i] / length;
            for (int j = i; j <= triangle.length; j++) {
                double above = top[j];
                top[j] = cos * above + sin * row[j];
                row[j] = cos * row[j] - sin * above;
            }
        }
    }
}
