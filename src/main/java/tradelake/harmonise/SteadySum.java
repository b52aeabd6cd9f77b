package tradelake.harmonise;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;

/**
 * A sum of doubles that does not depend on the order of the rows, so that the same files make the same table to the last
 * digit on any number of cores: whole units and the rest, rounded to 2<sup>-30</sup>, are added apart, and both additions
 * are exact while the sum of the units is below 9e15 and fewer than sixteen million rows are added.
 */
public final class SteadySum {
    private static final double STEPS = 1 << 30;

    private SteadySum() {}

    /** Null where all values are null. */
    public static Column of(Column value) {
        Column units = rint(value);
        Column rest = rint(value.minus(units).multiply(lit(STEPS))).divide(lit(STEPS));
        return sum(units).plus(sum(rest));
    }
}
