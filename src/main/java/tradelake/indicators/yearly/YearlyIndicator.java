package tradelake.indicators.yearly;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import tradelake.lake.Field;
import tradelake.lake.Table;

/** A gold table that is made of one year's panel. */
interface YearlyIndicator extends Serializable {
    Table table();

    /** The parts of the key beside year and basis, in the order of {@link Cells#key}. */
    List<Field<String>> key();

    /** In the order of {@link Cells#values}; null where the number is not finite. */
    List<Field<Double>> measures();

    /**
     * The rows of one year.
     *
     * @param before the year before, without reporters where there is none
     */
    Stream<Cells> of(YearPanel now, YearPanel before);

    /** One row: parts of the key, and numbers, not finite where not defined. */
    record Cells(List<String> key, double... values) {
        boolean hasNumbers() {
            for (double value : values) if (Double.isFinite(value)) return true;
            return false;
        }
    }
}
