package tradelake.gravity;

import java.util.Arrays;

/**
 * Takes fixed effects out of columns: v - Da with the a that makes sum w (v - Da)^2 least. The effect with most levels is
 * eliminated exactly, group by group; the levels of the others solve the system that is left by conjugate gradients,
 * preconditioned by its diagonal: alternating projections with the best acceleration there is for them (Hernandez-Ramos,
 * Escalante and Raydan 2011). Only products of the design with vectors are formed; memory is three numbers a level and the
 * sums of each piece. Rows must stand sorted by the widest effect.
 */
final class Effects {
    private static final int MAX_ITERATIONS = 20_000;

    private final Panel panel;
    private final Lanes lanes;
    private final double[] groupWeight;
    private final double[] inverseDiagonal;
    private final double[][] sums;
    private double[] weights;
    private long iterations = 0;

    Effects(Panel panel, Lanes lanes) {
        this.panel = panel;
        this.lanes = lanes;
        this.groupWeight = new double[panel.groups()];
        this.inverseDiagonal = new double[panel.levels()];
        this.sums = new double[panel.pieces()][panel.levels()];
    }

    /** How many levels the effects have that are not eliminated: the length of a. */
    int levels() {
        return panel.levels();
    }

    /** Steps of conjugate gradients so far. */
    long iterations() {
        return iterations;
    }

    /** Sets the weights of the rows, which must not change until the next call. */
    void weigh(double[] rowWeights) {
        weights = rowWeights;
        lanes.each(panel.pieces(), piece -> panel.diagonal(piece, weights, groupWeight, cleared(piece)));
        collect(inverseDiagonal);
        for (int i = 0; i < inverseDiagonal.length; i++)
            inverseDiagonal[i] = inverseDiagonal[i] > 0 ? 1 / inverseDiagonal[i] : 0;
    }

    /**
     * Writes v - Da.
     *
     * @param v a column, which may be the result too
     * @param a where to begin, and where the coefficients end
     * @param ofColumn ends when the part of Da left in the result is smaller, relative to the result
     * @param ofStart ends when that part is smaller, relative to what it was at the beginning
     * @return sum w (v - Da)^2
     */
    double absorb(double[] v, double[] result, double[] a, double ofColumn, double ofStart) {
        if (panel.isEmpty()) return copy(v, result);
        double[] r = new double[levels()];
        double norm = residual(v, a, r);
        if (levels() > 0) {
            double[] z = new double[levels()];
            double rz = precondition(r, z);
            double limit = Math.max(ofColumn * ofColumn * norm, ofStart * ofStart * rz);
            if (rz > limit) solve(a, r, z, rz, limit);
        }
        return subtract(v, a, result);
    }

    private void solve(double[] a, double[] r, double[] z, double start, double limit) {
        double[] p = z.clone();
        double[] q = new double[levels()];
        double rz = start;
        for (int i = 0; i < MAX_ITERATIONS && rz > limit; i++) {
            iterations++;
            lanes.each(panel.pieces(), piece -> panel.normal(piece, weights, groupWeight, p, cleared(piece)));
            collect(q);
            double curvature = dot(p, q);
            if (!(curvature > 0)) return;
            double step = rz / curvature;
            for (int j = 0; j < a.length; j++) {
                a[j] += step * p[j];
                r[j] -= step * q[j];
            }
            double next = precondition(r, z);
            double turn = next / rz;
            for (int j = 0; j < a.length; j++) p[j] = z[j] + turn * p[j];
            rz = next;
        }
    }

    private double precondition(double[] r, double[] z) {
        for (int j = 0; j < r.length; j++) z[j] = inverseDiagonal[j] * r[j];
        return dot(r, z);
    }

    private double residual(double[] v, double[] a, double[] r) {
        double[] norms = new double[panel.pieces()];
        lanes.each(
                panel.pieces(),
                piece -> norms[piece] = panel.gradient(piece, weights, groupWeight, v, a, cleared(piece)));
        collect(r);
        return Arrays.stream(norms).sum();
    }

    private double subtract(double[] v, double[] a, double[] result) {
        double[] norms = new double[panel.pieces()];
        lanes.each(panel.pieces(), piece -> norms[piece] = panel.subtract(piece, weights, groupWeight, v, a, result));
        return Arrays.stream(norms).sum();
    }

    private double copy(double[] v, double[] result) {
        double norm = 0;
        for (int row = 0; row < v.length; row++) {
            result[row] = v[row];
            norm += weights[row] * v[row] * v[row];
        }
        return norm;
    }

    private double[] cleared(int piece) {
        Arrays.fill(sums[piece], 0);
        return sums[piece];
    }

    /** Adds the pieces in their order, whoever computed them. */
    private void collect(double[] total) {
        System.arraycopy(sums[0], 0, total, 0, total.length);
        for (int piece = 1; piece < sums.length; piece++)
            for (int j = 0; j < total.length; j++) total[j] += sums[piece][j];
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) sum += a[j] * b[j];
        return sum;
    }
}
