package tradelake.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import tradelake.harmonise.Flows;
import tradelake.harmonise.ReporterYears;
import tradelake.lake.Benchmark.Measure;
import tradelake.lake.Lake;
import tradelake.lake.Layer;
import tradelake.lake.Manifest;
import tradelake.lake.ObjectStore;
import tradelake.lake.Runs;
import tradelake.lake.Settings;
import tradelake.lake.Table;
import tradelake.reference.Columns;
import tradelake.sources.Releases;

/** What a published run read and wrote since an earlier one: written are the files of its tables that the other did not have. */
final class RewrittenRows {
    private final Lake lake;
    private final Optional<Manifest> before;
    private final Manifest after;

    private RewrittenRows(Lake lake, Optional<Manifest> before) {
        this.lake = lake;
        this.before = before;
        this.after = new Runs(lake.store()).published().orElseThrow();
    }

    /** All that is published now. */
    static RewrittenRows ofAll(SparkSession spark, java.nio.file.Path folder) {
        ObjectStore store =
                new ObjectStore(new Path(folder.toUri()), spark.sparkContext().hadoopConfiguration());
        return new RewrittenRows(new Lake(spark, store), Optional.empty());
    }

    /** What is published by now and was not in this. */
    RewrittenRows next() {
        return new RewrittenRows(lake, Optional.of(after));
    }

    List<Measure> told(int size, String run) {
        Row read = releasesRead();
        List<Measure> measures = new ArrayList<>(List.of(
                new Measure(size, run + ", files read", read.getLong(0), "files"),
                new Measure(size, run + ", rows read", read.getLong(1), "rows"),
                new Measure(size, run + ", reporter-years rewritten", partitions(Flows.TABLE), "reporter-years")));
        for (Layer layer : List.of(Layer.SILVER, Layer.GOLD))
            measures.add(
                    new Measure(size, "%s, rows of %s rewritten".formatted(run, layer.schema()), share(layer), "%"));
        return measures;
    }

    /** Files that touch a reporter-year which was made, also those that another replaces, and their rows. */
    private Row releasesRead() {
        Dataset<Row> made = years(after);
        if (before.isPresent()) made = made.join(years(before.get()), made.columns(), "left_anti");
        Dataset<Row> releases = made.select(Columns.RELEASE.as(explode(ReporterYears.RELEASES.col())))
                .distinct();
        return read(Releases.TABLE, after)
                .join(releases, Columns.RELEASE.name())
                .agg(count(lit(1)), coalesce(sum(Releases.RAW_ROWS.col()), lit(0L)))
                .first();
    }

    private Dataset<Row> years(Manifest run) {
        return read(ReporterYears.TABLE, run)
                .select(
                        Columns.YEAR.col(),
                        Columns.REPORTER_CODE.col(),
                        ReporterYears.RELEASES.col(),
                        ReporterYears.FINGERPRINT.col());
    }

    private Dataset<Row> read(Table table, Manifest run) {
        return lake.read(table, run.versions().get(table.name()));
    }

    private long partitions(Table table) {
        return written(table).stream().map(Path::getParent).distinct().count();
    }

    private double share(Layer layer) {
        long rows = 0;
        long written = 0;
        for (Table table : TradelakeCatalog.declared(Settings.defaults()).tables()) {
            if (table.layer() != layer) continue;
            rows += after.tables().get(table.name()).rows();
            written += rows(written(table));
        }
        return 100.0 * written / rows;
    }

    private Set<Path> written(Table table) {
        Set<Path> files = new HashSet<>(lake.files(table, after.tables().get(table.name())));
        before.ifPresent(
                run -> lake.files(table, run.tables().get(table.name())).forEach(files::remove));
        return files;
    }

    private long rows(Set<Path> files) {
        return files.isEmpty()
                ? 0
                : lake.spark()
                        .read()
                        .parquet(files.stream().map(Path::toString).toArray(String[]::new))
                        .count();
    }
}
