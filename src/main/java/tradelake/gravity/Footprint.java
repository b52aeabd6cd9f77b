package tradelake.gravity;

import tradelake.lake.BadInput;

/**
 * The memory that a fit needs at most, estimated from its sizes.
 *
 * @param bytes of the heap, the data themselves included
 */
record Footprint(long rows, int columns, int groupings, long bytes) {
    /** y, weight, offset; the linear predictor, mean, weight, working response and residual. */
    private static final int NUMBERS_A_ROW = 8;

    static Footprint of(Frame frame, Specification model) {
        return of(
                frame.rows(),
                model.formula().terms().size() + (model.formula().effects().isEmpty() ? 1 : 0),
                model.formula().effects().size() + model.clusters().size());
    }

    /** Each regressor stands as data, in the sample and without its effects; each grouping as codes, twice. */
    static Footprint of(long rows, int columns, int groupings) {
        long aRow = 8L * (NUMBERS_A_ROW + 3) + 24L * columns + 12L * groupings + 12;
        return new Footprint(rows, columns, groupings, rows * aRow);
    }

    void refuseIfLarger(long memory) {
        if (bytes > memory)
            throw new BadInput(
                    "%,d rows, %d regressors and %d groupings need about %,d MB of memory and Java has %,d MB: give it more, such as TRADELAKE_JAVA_OPTS=-Xmx%dg."
                            .formatted(rows, columns, groupings, bytes >> 20, memory >> 20, (bytes >> 30) * 5 / 4 + 1));
    }
}
