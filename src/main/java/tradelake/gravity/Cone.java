package tradelake.gravity;

import java.util.Arrays;

/**
 * The elements of a space that are nowhere positive. With Q an orthonormal basis of the space (a row of Q a row of data),
 * the non-negative weights w that make |Q'(1 + w)| least are found by an active set (Lawson and Hanson 1974). At the minimum
 * rho = Q'(1 + w), and either
 * <pre>
 * rho = 0:   1 + w is positive and orthogonal to the space, so that none of its elements but 0 is nowhere positive;
 * else       z = -Q rho is one: Q rho &gt;= 0, and some of it is positive.
 * </pre>
 * Each is a certificate that can be checked.
 */
final class Cone {
    private final double[][] basis;
    private final int rows;
    private final double[] w;
    private final boolean[] active;
    private double[] rho;
    private double[] slope;

    Cone(double[][] basis, int rows) {
        this.basis = basis;
        this.rows = rows;
        this.w = new double[rows];
        this.active = new boolean[rows];
    }

    /** Rows in which some such element is negative; none if there is no such element. */
    int[] separated() {
        update();
        double start = Math.sqrt(Gram.dot(rho, rho));
        for (int i = 0; i < 3 * (rows + basis.length); i++) {
            int next = steepest();
            if (next < 0) break;
            active[next] = true;
            descend();
            if (!active[next]) break;
        }
        double largest = Arrays.stream(slope).max().orElse(0);
        boolean certified = Math.sqrt(Gram.dot(rho, rho)) > Separation.ZERO * Math.max(1, start)
                && Arrays.stream(slope).min().orElse(0) >= -Separation.ZERO * largest;
        return Rows.where(rows, row -> certified && slope[row] > 10 * Separation.ZERO * largest);
    }

    private int steepest() {
        double scale = Arrays.stream(slope).map(Math::abs).max().orElse(0);
        int best = -1;
        double least = -Separation.ZERO * Math.max(scale, 1e-6);
        for (int row = 0; row < rows; row++)
            if (!active[row] && slope[row] < least) {
                least = slope[row];
                best = row;
            }
        return best;
    }

    /** Moves to the minimum over the active weights, and deactivates those that it would make negative. */
    private void descend() {
        while (true) {
            int[] chosen = Rows.where(rows, row -> active[row]);
            double[] wanted = minimum(chosen);
            double step = 1;
            for (int i = 0; i < chosen.length; i++) step = Math.min(step, reach(w[chosen[i]], wanted[i]));
            for (int i = 0; i < chosen.length; i++) {
                int row = chosen[i];
                active[row] = reach(w[row], wanted[i]) > step || step == 1;
                w[row] = active[row] ? w[row] + step * (wanted[i] - w[row]) : 0;
            }
            if (step == 1) break;
        }
        update();
    }

    /** How far along the way to the wanted weight it stays positive; 1 is all the way. */
    private static double reach(double now, double wanted) {
        return wanted > 0 ? 1 : Math.min(1, now / (now - wanted));
    }

    private double[] minimum(int[] chosen) {
        int n = chosen.length;
        double[][] products = new double[n][n];
        double[] right = new double[n];
        for (double[] column : basis) {
            double sum = Arrays.stream(column).sum();
            for (int i = 0; i < n; i++) {
                right[i] -= column[chosen[i]] * sum;
                for (int j = 0; j < n; j++) products[i][j] += column[chosen[i]] * column[chosen[j]];
            }
        }
        double[] least = new double[n];
        for (int i = 0; i < n; i++) least[i] = 1e-13 * products[i][i];
        return Gram.factor(products, least).solve(right);
    }

    private void update() {
        rho = new double[basis.length];
        slope = new double[rows];
        for (int k = 0; k < rho.length; k++) {
            for (int row = 0; row < rows; row++) rho[k] += basis[k][row] * (1 + w[row]);
            for (int row = 0; row < rows; row++) slope[row] += rho[k] * basis[k][row];
        }
    }
}
