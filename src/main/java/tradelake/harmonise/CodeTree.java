package tradelake.harmonise;

/**
 * Walks the codes of one flow and partner, each before those under it, and finds the leaves, the totals and what the totals hold
 * beyond their parts. The parent of a code is the nearest code published above it.
 *
 * <p>What a code accounts for is what the additive flows then hold at it and under it: a leaf its value; a total its value,
 * the difference to its parts being a residual row; a total whose parts exceed it, or fall short by no more than the tolerance,
 * the sum of what its parts account for. Totals are compared with that sum, so that tolerances do not pile up from
 * level to level, and the flows under any total add up to it unless its parts exceed it.
 */
final class CodeTree {

    /** Receives the rows of the tree, parts before their total. */
    interface Visitor {
        void leaf(PublishedRow row);

        void total(PublishedRow row);

        void residual(PublishedRow row);
    }

    private static final int LEVELS = 4;

    private final Tolerance tolerance;
    private final Excess excess;
    private final Visitor visitor;
    private final PublishedRow[] open = new PublishedRow[LEVELS];
    private final double[] parts = new double[LEVELS];
    private final boolean[] isTotal = new boolean[LEVELS];
    private int depth = 0;

    CodeTree(Tolerance tolerance, Excess excess, Visitor visitor) {
        this.tolerance = tolerance;
        this.excess = excess;
        this.visitor = visitor;
    }

    void add(PublishedRow row) {
        while (depth > 0 && !HsCode.isUnder(row.code(), open[depth - 1].code())) close();
        if (depth > 0) isTotal[depth - 1] = true;
        open[depth] = row;
        parts[depth] = 0;
        isTotal[depth] = false;
        depth++;
    }

    /** Ends this flow and partner; the next row begins another. */
    void finish() {
        while (depth > 0) close();
    }

    private void close() {
        depth--;
        double accounted = isTotal[depth] ? total(open[depth], parts[depth]) : leaf(open[depth]);
        if (depth > 0) parts[depth - 1] += accounted;
    }

    private double leaf(PublishedRow row) {
        visitor.leaf(row);
        return row.value();
    }

    private double total(PublishedRow row, double sum) {
        visitor.total(row);
        double missing = row.value() - sum;
        if (tolerance.isExceededBy(missing, row.value())) {
            visitor.residual(row.residual(row.partner(), row.code(), missing));
            return row.value();
        }
        excess.check(row, sum);
        return sum;
    }
}
