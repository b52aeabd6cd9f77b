package tradelake.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import tradelake.lake.BadInput;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Manifest;
import tradelake.lake.Table;
import tradelake.lake.Tables;

/** The published run as jobs read it, with tables made beside it that stay in memory: nothing is written to the lake. */
final class PublishedTables implements Tables {
    private final OpenLake lake;
    private final Manifest published;
    private final Map<String, Dataset<Row>> made = new HashMap<>();

    PublishedTables(OpenLake lake) {
        this.lake = lake;
        this.published = lake.published();
    }

    /** Makes a job's table, for itself and for whoever reads it later; rows in the order of its key. */
    List<Row> make(Job job) {
        Table table = job.output();
        List<Row> rows = table.conform(job.compute(this))
                .orderBy(table.key().stream().map(Field::col).toArray(Column[]::new))
                .collectAsList();
        made.put(table.name(), of(table, rows));
        return rows;
    }

    @Override
    public Dataset<Row> read(Table table) {
        if (made.containsKey(table.name())) return made.get(table.name());
        Manifest.TableState state = published.tables().get(table.name());
        if (state == null)
            throw new BadInput("The published run has no %s yet. Run: tradelake refresh --lake %s"
                    .formatted(table, lake.setup().lake()));
        return lake.lake().read(table, state);
    }

    @Override
    public Dataset<Row> rows(StructType schema, List<Row> rows) {
        return lake.lake().spark().createDataFrame(rows, schema);
    }

    @Override
    public Dataset<Row> load(String source, Map<String, String> options) {
        return lake.lake().spark().read().format(source).options(options).load();
    }
}
