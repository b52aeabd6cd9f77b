package tradelake.tariffs.models;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import tradelake.lake.CheckFailed;

/**
 * Finds x = g(x) by Anderson acceleration: of the last few rounds, that mixture is taken whose gaps g(x) - x cancel best. A
 * round that makes the gap much worse throws the memory away and goes on from the best x so far, damped.
 *
 * <p>Done when the largest gap is at most 1e-14, or when rounding keeps it from falling below 1e-12.
 */
final class FixedPoint {
    /** One round of the map. */
    @FunctionalInterface
    interface Round {
        /** Writes g(x) into {@code next}. */
        void apply(double[] x, double[] next);
    }

    private static final double EXACT = 1e-14;
    private static final double ENOUGH = 1e-12;
    private static final int PATIENCE = 12;
    private static final int MEMORY = 8;
    private static final int MOST_ROUNDS = 5000;
    private static final double MUCH_WORSE = 10;

    private final String what;
    private final Round map;
    private final int size;
    private final Deque<double[]> pointSteps = new ArrayDeque<>();
    private final Deque<double[]> gapSteps = new ArrayDeque<>();
    private double[] best;
    private double bestGap = Double.POSITIVE_INFINITY;
    private int sinceBest;
    private double damping = 1;

    private FixedPoint(String what, int size, Round map) {
        this.what = what;
        this.size = size;
        this.map = map;
    }

    /**
     * The fixed point near {@code start}.
     *
     * @param what names the model in the error
     */
    static double[] of(String what, double[] start, Round map) {
        return new FixedPoint(what, start.length, map).from(start.clone());
    }

    private double[] from(double[] start) {
        double[] x = start;
        double[] gap = gap(x);
        best = x;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double largest = largest(gap);
            note(x, largest);
            if (bestGap <= EXACT || bestGap <= ENOUGH && sinceBest >= PATIENCE) return best;
            if (!(largest <= MUCH_WORSE * bestGap)) {
                x = restart();
                gap = gap(x);
                continue;
            }
            double[] next = next(x, gap);
            double[] nextGap = gap(next);
            remember(minus(next, x), minus(nextGap, gap));
            x = next;
            gap = nextGap;
        }
        throw new CheckFailed(
                "The %s model did not converge: after %,d rounds the largest gap is %.1e, where %.0e is allowed."
                        .formatted(what, MOST_ROUNDS, bestGap, ENOUGH));
    }

    private void note(double[] x, double largest) {
        sinceBest = largest < 0.5 * bestGap ? 0 : sinceBest + 1;
        if (largest < bestGap) {
            bestGap = largest;
            best = x;
        }
    }

    /** A plain damped step from the best point; steps get shorter each time this happens. */
    private double[] restart() {
        pointSteps.clear();
        gapSteps.clear();
        damping = Math.max(damping / 2, 1e-3);
        double[] gap = gap(best);
        double[] x = best.clone();
        for (int i = 0; i < size; i++) x[i] += damping * gap[i];
        if (!(largest(gap(x)) < Double.POSITIVE_INFINITY))
            throw new CheckFailed("The %s model did not converge: beyond a gap of %.1e it leaves the numbers."
                    .formatted(what, bestGap));
        bestGap = Math.max(bestGap, largest(gap(x)));
        return x;
    }

    private double[] next(double[] x, double[] gap) {
        double[] next = new double[size];
        for (int i = 0; i < size; i++) next[i] = x[i] + damping * gap[i];
        if (gapSteps.isEmpty()) return next;
        double[] mix = mixture(gap);
        Iterator<double[]> points = pointSteps.iterator();
        Iterator<double[]> gaps = gapSteps.iterator();
        for (double part : mix) {
            double[] dx = points.next();
            double[] df = gaps.next();
            for (int i = 0; i < size; i++) next[i] -= part * (dx[i] + damping * df[i]);
        }
        return next;
    }

    /** Least squares: the combination of remembered changes of the gap that comes nearest to the gap. */
    private double[] mixture(double[] gap) {
        double[][] past = gapSteps.toArray(double[][]::new);
        double[][] products = new double[past.length][past.length];
        double[] right = new double[past.length];
        for (int a = 0; a < past.length; a++) {
            right[a] = dot(past[a], gap);
            for (int b = 0; b <= a; b++) products[a][b] = products[b][a] = dot(past[a], past[b]);
        }
        for (int a = 0; a < past.length; a++) products[a][a] *= 1 + 1e-13;
        return LinearSystem.solve(products, right);
    }

    private void remember(double[] pointStep, double[] gapStep) {
        if (pointSteps.size() == MEMORY) {
            pointSteps.removeLast();
            gapSteps.removeLast();
        }
        pointSteps.addFirst(pointStep);
        gapSteps.addFirst(gapStep);
    }

    private double[] gap(double[] x) {
        double[] next = new double[size];
        map.apply(x, next);
        for (int i = 0; i < size; i++) next[i] -= x[i];
        return next;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) difference[i] = a[i] - b[i];
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** Infinity if anything is not a number. */
    private static double largest(double[] gap) {
        double largest = 0;
        for (double g : gap) {
            if (Double.isNaN(g)) return Double.POSITIVE_INFINITY;
            largest = Math.max(largest, Math.abs(g));
        }
        return largest;
    }
}
