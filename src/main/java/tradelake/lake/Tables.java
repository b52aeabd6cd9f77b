package tradelake.lake;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** What a job may read: the tables it declared, each at the version this run stands on, and small things made on the driver. */
public interface Tables {
    Dataset<Row> read(Table table);

    /** Rows made on the driver, values in the order of the table's fields. */
    default Dataset<Row> of(Table table, List<Row> rows) {
        return rows(table.schema(), rows);
    }

    /** Rows made on the driver that are no table's. */
    Dataset<Row> rows(StructType schema, List<Row> rows);

    /** Files, through a Spark data source. */
    Dataset<Row> load(String source, Map<String, String> options);
}
