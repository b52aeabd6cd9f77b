package tradelake.harmonise.mirror;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The solution of smallest norm of normal equations Ax = b that may leave some of x open, by iterated ridge regression:
 *
 * <pre>x_0 = 0        x_(k+1) = x_k + (A + r I)^-1 (b - A x_k)        r = 1e-9 times the largest element of A's diagonal</pre>
 *
 * Every step stays among what A identifies, so that the limit is the smallest solution; a part with eigenvalue e comes nearer by
 * r / (e + r) at each. It needs neither a rank, which rounding hides, nor a tolerance that data may not allow.
 */
final class SmallestSolution {
    private static final double RIDGE = 1e-9;
    private static final double ACCURACY = 1e-15;
    private static final int MOST_STEPS = 100;

    private SmallestSolution() {}

    /**
     * Solves the equations; ends where steps no longer shrink.
     *
     * @param a symmetric but for rounding, no eigenvalue below 0
     * @param b in the range of a but for rounding
     */
    static double[] of(double[][] a, double[] b) {
        RealMatrix symmetric = symmetric(a);
        double largest = 0;
        for (int i = 0; i < b.length; i++) largest = Math.max(largest, symmetric.getEntry(i, i));
        double[] x = new double[b.length];
        if (largest == 0) return x;
        DecompositionSolver ridge = ridge(symmetric, RIDGE * largest);
        RealVector solution = new ArrayRealVector(x, false);
        RealVector right = new ArrayRealVector(b, false);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            RealVector more = ridge.solve(right.subtract(symmetric.operate(solution)));
            if (!(more.getNorm() < before)) break;
            solution = solution.add(more);
            before = more.getNorm();
            if (before <= ACCURACY * solution.getNorm()) break;
        }
        return solution.toArray();
    }

    private static DecompositionSolver ridge(RealMatrix a, double ridge) {
        RealMatrix raised = a.copy();
        for (int i = 0; i < raised.getRowDimension(); i++) raised.addToEntry(i, i, ridge);
        return new CholeskyDecomposition(raised, ACCURACY, 0).getSolver();
    }

    private static RealMatrix symmetric(double[][] a) {
        double[][] mean = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < a.length; i++) for (int j = 0; j < a.length; j++) mean[i][j] = (a[i][j] + a[j][i]) / 2;
        return new Array2DRowRealMatrix(mean, false);
    }
}
