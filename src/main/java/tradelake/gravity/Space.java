package tradelake.gravity;

import java.util.ArrayList;
import java.util.List;

/** A space of vectors over some rows, kept as an orthonormal basis to which vectors are added. */
final class Space {
    private final int[] rows;
    private final int most;
    private final List<double[]> basis = new ArrayList<>();

    Space(int[] rows, int most) {
        this.rows = rows;
        this.most = most;
    }

    boolean isEmpty() {
        return basis.isEmpty();
    }

    boolean isFull() {
        return basis.size() >= most;
    }

    double[][] basis() {
        return basis.toArray(double[][]::new);
    }

    /**
     * Adds a direction, unless the space has it.
     *
     * @param scale the size of what z was computed from: less than a millionth of it is error
     */
    boolean add(double[] z, double scale) {
        double[] rest = Rows.take(z, rows);
        double before = Math.sqrt(Gram.dot(rest, rest));
        double error = 1e-6 * scale;
        if (isFull() || before <= error) return false;
        for (int twice = 0; twice < 2; twice++)
            for (double[] known : basis) {
                double part = Gram.dot(known, rest);
                for (int i = 0; i < rest.length; i++) rest[i] -= part * known[i];
            }
        double norm = Math.sqrt(Gram.dot(rest, rest));
        if (norm <= Math.max(error, 1e-8 * before)) return false;
        for (int i = 0; i < rest.length; i++) rest[i] /= norm;
        basis.add(rest);
        return true;
    }
}
