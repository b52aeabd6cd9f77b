package tradelake.gravity.ml;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import tradelake.gravity.Estimate;
import tradelake.gravity.Fate;
import tradelake.gravity.Lanes;
import tradelake.gravity.Ppml;
import tradelake.gravity.PpmlFit;
import tradelake.lake.BadInput;

/**
 * Many models at once: the rows of each value of a column go to one task, which fits them. One row for each value and term;
 * a model that cannot be fitted has one row that says why.
 */
final class GroupFits {
    private static final StructType SCHEMA = StructType.fromDDL(
            """
            model STRING, term STRING, estimate DOUBLE, std_error DOUBLE, z DOUBLE, p_value DOUBLE, ci_low DOUBLE,
            ci_high DOUBLE, n_obs BIGINT, n_separated BIGINT, n_clusters BIGINT, pseudo_r2 DOUBLE,
            log_likelihood DOUBLE, iterations INT, converged BOOLEAN, problem STRING""");

    private GroupFits() {}

    static Dataset<Row> of(Dataset<Row> data, String column, Request request) {
        Set<String> columns = new LinkedHashSet<>(request.specification().columns());
        Set<String> needed = new LinkedHashSet<>(columns);
        needed.add(column);
        Dataset<Row> chosen = RowFrame.choose(data, needed);
        StructType schema = chosen.schema();
        int key = schema.fieldIndex(column);
        return chosen.groupByKey((MapFunction<Row, String>) row -> String.valueOf(row.get(key)), Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>)
                                (model, rows) -> fit(model, rows, schema, columns, request),
                        Encoders.row(SCHEMA));
    }

    private static Iterator<Row> fit(
            String model, Iterator<Row> rows, StructType schema, Set<String> columns, Request request) {
        try (Lanes lanes = new Lanes(TaskContext.get().cpus())) {
            PpmlFit fit = Ppml.fit(RowFrame.of(rows, schema, columns), request.specification(), lanes);
            return fit.estimates().stream().map(it -> row(model, it, fit)).iterator();
        } catch (BadInput e) {
            Object[] values = new Object[SCHEMA.size()];
            values[0] = model;
            values[values.length - 1] = e.getMessage();
            return List.of(RowFactory.create(values)).iterator();
        }
    }

    private static Row row(String model, Estimate it, PpmlFit fit) {
        return RowFactory.create(
                model,
                it.term(),
                it.estimate(),
                it.stdError(),
                it.z(),
                it.pValue(),
                it.ciLow(),
                it.ciHigh(),
                (long) fit.rows(),
                fit.count(Fate.separated),
                (long) fit.clusters(),
                fit.likelihood().pseudoR2(),
                fit.likelihood().logLikelihood(),
                fit.convergence().iterations(),
                fit.convergence().converged(),
                null);
    }
}
