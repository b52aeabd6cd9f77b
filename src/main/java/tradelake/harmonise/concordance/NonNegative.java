package tradelake.harmonise.concordance;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Least squares without negative solutions: the x &gt;= 0 with the smallest {@code x'Gx - 2 r'x}, by the active-set method of
 * Lawson and Hanson (1974) on the Gram matrix (Bro and de Jong 1997).
 */
final class NonNegative {
    private static final double TOLERANCE = 1e-12;
    private static final int STEPS_PER_UNKNOWN = 10;

    private final double[][] gram;
    private final double[] right;
    private final boolean[] free;
    private double[] x;

    private NonNegative(double[][] gram, double[] right) {
        this.gram = gram;
        this.right = right;
        this.free = new boolean[right.length];
        this.x = new double[right.length];
    }

    /** @param gram symmetric, positive semidefinite */
    static double[] solve(double[][] gram, double[] right) {
        return new NonNegative(gram, right).solve();
    }

    private double[] solve() {
        double scale = Math.max(Arrays.stream(right).map(Math::abs).max().orElse(0), Double.MIN_NORMAL);
        for (int step = 0; step < STEPS_PER_UNKNOWN * x.length; step++) {
            int best = steepest();
            if (best < 0 || slope(best) <= TOLERANCE * scale) break;
            free[best] = true;
            stepBackUntilFeasible();
        }
        return x;
    }

    /** The unknown held at 0 whose increase helps most, or -1. */
    private int steepest() {
        int best = -1;
        for (int i = 0; i < x.length; i++) if (!free[i] && (best < 0 || slope(i) > slope(best))) best = i;
        return best;
    }

    private double slope(int i) {
        double slope = right[i];
        for (int j = 0; j < x.length; j++) slope -= gram[i][j] * x[j];
        return slope;
    }

    private void stepBackUntilFeasible() {
        for (double[] target = unconstrained(); ; target = unconstrained()) {
            double part = 1;
            for (int i = 0; i < x.length; i++)
                if (free[i] && target[i] <= 0 && x[i] != target[i]) part = Math.min(part, x[i] / (x[i] - target[i]));
            for (int i = 0; i < x.length; i++) x[i] += part * (target[i] - x[i]);
            if (part == 1) break;
            for (int i = 0; i < x.length; i++)
                if (free[i] && x[i] <= TOLERANCE) {
                    free[i] = false;
                    x[i] = 0;
                }
        }
    }

    /** Least squares over the free unknowns, the others 0. */
    private double[] unconstrained() {
        int[] places = IntStream.range(0, x.length).filter(i -> free[i]).toArray();
        double[] target = new double[x.length];
        if (places.length == 0) return target;
        double[][] part = new double[places.length][places.length];
        double[] rightPart = new double[places.length];
        double ridge = TOLERANCE
                * Arrays.stream(places).mapToDouble(i -> gram[i][i]).max().getAsDouble();
        for (int a = 0; a < places.length; a++) {
            rightPart[a] = right[places[a]];
            for (int b = 0; b < places.length; b++) part[a][b] = gram[places[a]][places[b]] + (a == b ? ridge : 0);
        }
        double[] solved = solve(part, new ArrayRealVector(rightPart, false), places.length);
        for (int a = 0; a < places.length; a++) target[places[a]] = solved[a];
        return target;
    }

    private static double[] solve(double[][] part, ArrayRealVector rightPart, int size) {
        try {
            return new LUDecomposition(new Array2DRowRealMatrix(part, false), 0)
                    .getSolver()
                    .solve(rightPart)
                    .toArray();
        } catch (SingularMatrixException allZero) {
            return new double[size];
        }
    }
}
