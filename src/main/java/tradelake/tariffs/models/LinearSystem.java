package tradelake.tariffs.models;

/** Solves square systems of linear equations by elimination with the largest pivot of each column. */
final class LinearSystem {
    private LinearSystem() {}

    /**
     * The x with a x = b; both are overwritten. A column without a pivot leaves its unknown at nought.
     */
    static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            swap(a, b, k, largestBelow(a, k));
            if (a[k][k] == 0) continue;
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                if (factor == 0) continue;
                for (int j = k; j < n; j++) a[i][j] -= factor * a[k][j];
                b[i] -= factor * b[k];
            }
        }
        return backwards(a, b);
    }

    private static double[] backwards(double[][] a, double[] b) {
        double[] x = new double[b.length];
        for (int i = b.length - 1; i >= 0; i--) {
            double rest = b[i];
            for (int j = i + 1; j < b.length; j++) rest -= a[i][j] * x[j];
            x[i] = a[i][i] == 0 ? 0 : rest / a[i][i];
        }
        return x;
    }

    private static int largestBelow(double[][] a, int k) {
        int largest = k;
        for (int i = k + 1; i < a.length; i++) if (Math.abs(a[i][k]) > Math.abs(a[largest][k])) largest = i;
        return largest;
    }

    private static void swap(double[][] a, double[] b, int i, int j) {
        double[] row = a[i];
        a[i] = a[j];
        a[j] = row;
        double right = b[i];
        b[i] = b[j];
        b[j] = right;
    }
}
