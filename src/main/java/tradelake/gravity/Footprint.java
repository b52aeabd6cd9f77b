package tradelake.gravity;

import java.util.List;
import tradelake.lake.BadInput;

/**
 * The memory that a fit needs at most, estimated from its sizes. Measured: a fit of 5,019,930 rows with two regressors and four
 * groupings, estimated at 1,149 MiB, ended in a heap of 1,200 MiB.
 *
 * @param regressors columns, one for each level of an indicator
 * @param bytes of the heap, the data themselves included
 */
record Footprint(long rows, long regressors, int groupings, long bytes) {
    /** Response, weight, offset and, of all rows, weight and offset again; predictor, mean, weight, working response, residual, spare. */
    private static final int NUMBERS_A_ROW = 11;

    /** The fate of a row of the data, and its place among them. */
    private static final int BYTES_OF_PLACE = 8;

    static Footprint of(Frame frame, Specification model) {
        long regressors = model.formula().effects().isEmpty() ? 1 : 0;
        for (Term term : model.formula().terms()) regressors += term.width(frame);
        return of(
                frame.rows(),
                List.copyOf(frame.columns().values()),
                regressors,
                model.formula().effects().size() + model.clusters().size());
    }

    /** Each regressor stands in the sample and without its effects, and one that is no column as data; each grouping as codes, thrice. */
    static Footprint of(long rows, List<Variable> data, long regressors, int groupings) {
        long aRow = 8L * NUMBERS_A_ROW + 24 * regressors + 12L * groupings + BYTES_OF_PLACE;
        for (Variable column : data) aRow += column instanceof Factor ? Integer.BYTES : Double.BYTES;
        return new Footprint(rows, regressors, groupings, rows * aRow);
    }

    void refuseIfLarger(long memory) {
        if (bytes > memory)
            throw new BadInput(
                    "%,d rows, %,d regressors and %d groupings need about %,d MB of memory and Java has %,d MB: give it more, such as TRADELAKE_JAVA_OPTS=-Xmx%dg."
                            .formatted(
                                    rows, regressors, groupings, bytes >> 20, memory >> 20, (bytes >> 30) * 5 / 4 + 1));
    }
}
