package tradelake.gravity;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A named column of the design. */
record Regressor(String name, double[] values) {
    static final String CONSTANT = "_cons";

    static Regressor constant(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return new Regressor(CONSTANT, ones);
    }

    Regressor times(Regressor other) {
        return new Regressor(
                name + ":" + other.name,
                IntStream.range(0, values.length)
                        .mapToDouble(row -> values[row] * other.values[row])
                        .toArray());
    }

    Regressor take(int[] rows) {
        return new Regressor(name, Rows.take(values, rows));
    }
}
