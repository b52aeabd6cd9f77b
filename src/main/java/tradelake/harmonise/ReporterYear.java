package tradelake.harmonise;

import java.io.Serializable;
import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The unit of recomputation.
 *
 * @param reporter Comtrade code, 0 with year 0 for rows that cannot be placed
 */
public record ReporterYear(int year, int reporter) implements Comparable<ReporterYear>, Serializable {
    private static final Comparator<ReporterYear> ORDER =
            Comparator.comparingInt(ReporterYear::year).thenComparingInt(ReporterYear::reporter);

    @Override
    public int compareTo(ReporterYear other) {
        return ORDER.compare(this, other);
    }

    /** As the partition columns of silver tables. */
    Row toRow() {
        return RowFactory.create(year, reporter);
    }
}
