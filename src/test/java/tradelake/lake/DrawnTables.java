package tradelake.lake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** What a job under test may read: tables drawn or made beforehand. */
public final class DrawnTables implements Tables {
    private final Map<String, Dataset<Row>> rows = new HashMap<>();

    public DrawnTables with(Table table, String drawing) {
        return with(table, Drawn.rows(table, drawing));
    }

    public DrawnTables with(Table table, Dataset<Row> made) {
        rows.put(table.name(), made);
        return this;
    }

    /** What the job makes of these, in the declared columns, types and nullability; the key and the rules of its table hold in every row. */
    public Dataset<Row> make(Job job) {
        List<Row> computed = job.output().conform(job.compute(this)).collectAsList();
        Dataset<Row> made = of(job.output(), computed);
        Audit.of(job.output(), made).require();
        return made;
    }

    @Override
    public Dataset<Row> read(Table table) {
        return rows.get(table.name());
    }

    @Override
    public Dataset<Row> rows(StructType schema, List<Row> made) {
        return TestSession.get().createDataFrame(made, schema);
    }

    @Override
    public Dataset<Row> load(String source, Map<String, String> options) {
        throw new UnsupportedOperationException("No job under test reads files");
    }
}
