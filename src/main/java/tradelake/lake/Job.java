package tradelake.lake;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A pure function from tables to one table: it neither reads paths nor writes, counts, logs or caches. Named for what it
 * makes.
 */
public interface Job extends Work {
    Table output();

    Dataset<Row> compute(Tables in);

    @Override
    default String name() {
        return output().name();
    }

    @Override
    default List<Table> outputs() {
        return List.of(output());
    }

    @Override
    default void perform(RunningWork run) {
        run.overwrite(output(), compute(run));
    }
}
