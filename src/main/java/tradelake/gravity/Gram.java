package tradelake.gravity;

import java.util.Arrays;

/**
 * A small symmetric positive semidefinite matrix, taken apart as LL' in the order of its columns; a column that the ones
 * before it make up, up to the tolerance, is left out.
 */
final class Gram {
    private final double[][] lower;
    private final boolean[] dependent;

    private Gram(double[][] lower, boolean[] dependent) {
        this.lower = lower;
        this.dependent = dependent;
    }

    /**
     * The factors of a matrix.
     *
     * @param least of each column: what must be left of its diagonal for the column to count
     */
    static Gram factor(double[][] matrix, double[] least) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        boolean[] dependent = new boolean[n];
        for (int j = 0; j < n; j++) {
            double pivot = matrix[j][j];
            for (int k = 0; k < j; k++) pivot -= lower[j][k] * lower[j][k];
            dependent[j] = !(pivot > least[j]);
            if (dependent[j]) continue;
            lower[j][j] = Math.sqrt(pivot);
            for (int i = j + 1; i < n; i++) {
                double value = matrix[i][j];
                for (int k = 0; k < j; k++) value -= lower[i][k] * lower[j][k];
                lower[i][j] = value / lower[j][j];
            }
        }
        return new Gram(lower, dependent);
    }

    static Gram factor(double[][] matrix) {
        return factor(matrix, new double[matrix.length]);
    }

    boolean isDependent(int column) {
        return dependent[column];
    }

    /** What makes up a right-hand side; zero for columns left out. */
    double[] solve(double[] right) {
        int n = lower.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
            x[i] = dependent[i] ? 0 : x[i] / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] = dependent[i] ? 0 : x[i] / lower[i][i];
            for (int k = 0; k < i; k++) x[k] -= lower[i][k] * x[i];
        }
        return x;
    }

    double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }

    /** The matrix of sums w x_i x_j. */
    static double[][] of(double[][] columns, double[] w, Lanes lanes) {
        int n = columns.length;
        double[] sums = Lanes.Range.over(w.length)
                .sums(lanes, n * n, (from, to, sum) -> addProducts(columns, w, from, to, sum));
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) matrix[i][j] = sums[Math.min(i, j) * n + Math.max(i, j)];
        return matrix;
    }

    /** Adds the products of some rows, of which a copy is weighted: no column is copied whole. */
    private static void addProducts(double[][] columns, double[] w, int from, int to, double[] sums) {
        int n = columns.length;
        double[] weighted = new double[to - from];
        for (int i = 0; i < n; i++) {
            for (int row = from; row < to; row++) weighted[row - from] = w[row] * columns[i][row];
            for (int j = i; j < n; j++) {
                double sum = 0;
                for (int row = from; row < to; row++) sum += weighted[row - from] * columns[j][row];
                sums[i * n + j] += sum;
            }
        }
    }

    static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** V M V for symmetric V and M. */
    static double[][] sandwich(double[][] bread, double[][] meat) {
        return multiply(multiply(bread, meat), bread);
    }

    /** The trace of AB. */
    static double trace(double[][] a, double[][] b) {
        double trace = 0;
        for (int i = 0; i < a.length; i++) for (int j = 0; j < a.length; j++) trace += a[i][j] * b[j][i];
        return trace;
    }

    /** The x of Ax = b for any A that has an inverse, by elimination. */
    static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[][] left = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            int best = i;
            for (int j = i + 1; j < n; j++) if (Math.abs(left[j][i]) > Math.abs(left[best][i])) best = j;
            double[] row = left[best];
            left[best] = left[i];
            left[i] = row;
            double value = x[best];
            x[best] = x[i];
            x[i] = value;
            for (int j = i + 1; j < n; j++) {
                double part = left[j][i] / row[i];
                for (int k = i; k < n; k++) left[j][k] -= part * row[k];
                x[j] -= part * x[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) x[i] -= left[i][k] * x[k];
            x[i] /= left[i][i];
        }
        return x;
    }

    static double[][] multiply(double[][] a, double[][] b) {
        int n = a.length;
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int k = 0; k < n; k++) for (int j = 0; j < n; j++) product[i][j] += a[i][k] * b[k][j];
        return product;
    }
}
