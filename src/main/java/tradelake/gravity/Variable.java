package tradelake.gravity;

import java.util.Arrays;
import java.util.stream.IntStream;

/** One column of a {@link Frame}: numbers, with NaN where there is none, or a {@link Factor}. */
public sealed interface Variable permits Variable.Numbers, Factor {
    /** The column as a grouping of the rows. */
    Factor factor();

    /** A column of numbers. */
    record Numbers(double[] values) implements Variable {
        /** Levels in ascending order. */
        @Override
        public Factor factor() {
            double[] distinct = Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .map(value -> value + 0.0)
                    .sorted()
                    .distinct()
                    .toArray();
            int[] codes = IntStream.range(0, values.length)
                    .map(row -> Double.isNaN(values[row])
                            ? Factor.MISSING
                            : Arrays.binarySearch(distinct, values[row] + 0.0))
                    .toArray();
            return new Factor(codes, Levels.of(distinct));
        }
    }
}
