package tradelake.gravity;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Choices of rows, by number. */
final class Rows {
    private Rows() {}

    static double[] take(double[] values, int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < rows.length; i++) taken[i] = values[rows[i]];
        return taken;
    }

    static int[] take(int[] values, int[] rows) {
        int[] taken = new int[rows.length];
        for (int i = 0; i < rows.length; i++) taken[i] = values[rows[i]];
        return taken;
    }

    static int[] where(int n, IntPredicate chosen) {
        return IntStream.range(0, n).filter(chosen).toArray();
    }

    /** The rows ordered by level, within a level in their own order. */
    static int[] sortedBy(Factor factor) {
        int[] next = new int[factor.size() + 1];
        for (int code : factor.codes()) next[code + 1]++;
        for (int code = 0; code < factor.size(); code++) next[code + 1] += next[code];
        int[] sorted = new int[factor.rows()];
        for (int row = 0; row < sorted.length; row++) sorted[next[factor.codes()[row]]++] = row;
        return sorted;
    }
}
