package tradelake.lake;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Compares a whole table with a drawing of it, doubles to 1e-9, by the comparator of spark-testing-base. */
public final class SameRows extends JavaDatasetSuiteBase {
    private static final double TOLERANCE = 1e-9;

    @Override
    public SparkSession spark() {
        return TestSession.get();
    }

    @Override
    public JavaSparkContext jsc() {
        return JavaSparkContext.fromSparkContext(TestSession.get().sparkContext());
    }

    /** The columns that the drawing names, of all rows, in any order. */
    public static void assertDrawn(Table table, String drawing, Dataset<Row> actual) {
        Column[] columns = Stream.of(drawing.strip()
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .strip()
                        .split("\\s+"))
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new);
        new SameRows()
                .assertDataFrameApproximateEquals(
                        Drawn.rows(table, drawing).select(columns).orderBy(columns),
                        actual.select(columns).orderBy(columns),
                        TOLERANCE);
    }
}
