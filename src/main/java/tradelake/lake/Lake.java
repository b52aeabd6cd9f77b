package tradelake.lake;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.schema.DeltaInvariantViolationException;
import org.apache.spark.sql.types.StructField;

/** The Delta tables under one root: LAKE/bronze, LAKE/silver, LAKE/gold. The one place that reads and writes them. */
public final class Lake {
    private static final String COMMIT_NOTE = "userMetadata";

    private final SparkSession spark;
    private final ObjectStore store;
    private String run = "";

    public Lake(SparkSession spark, ObjectStore store) {
        this.spark = spark;
        this.store = store;
    }

    public SparkSession spark() {
        return spark;
    }

    public ObjectStore store() {
        return store;
    }

    public Path path(Table table) {
        return store.path(folder(table));
    }

    private static String folder(Table table) {
        return table.layer().schema() + "/" + table.shortName();
    }

    /** Where the rows of a state lie: in this lake, or in the one that lends them. */
    public Path path(Table table, Manifest.TableState state) {
        return state.lent() ? new Path(state.lake(), folder(table)) : path(table);
    }

    public Dataset<Row> read(Table table, long version) {
        return read(path(table), version);
    }

    public Dataset<Row> read(Table table, Manifest.TableState state) {
        return read(path(table, state), state.version());
    }

    private Dataset<Row> read(Path place, long version) {
        return spark.read().format("delta").option("versionAsOf", version).load(place.toString());
    }

    /**
     * The Parquet files that together hold the rows of a version: the table's folder holds those of other versions too. No table
     * has deletion vectors ({@link Table#properties}), with which a file would hold more than the version's rows.
     */
    public List<Path> files(Table table, Manifest.TableState state) {
        return Arrays.stream(read(table, state).inputFiles()).map(Path::new).toList();
    }

    public boolean exists(Table table) {
        return headVersion(table) >= 0;
    }

    /** What the rows of the table take, all of its versions together, without its log. */
    public long bytes(Table table) {
        return store.bytes(folder(table)) - store.bytes(folder(table) + "/_delta_log");
    }

    /**
     * Deletes the files that were replaced so long ago; nobody may be writing. Delta counts in whole hours, so it is up to an
     * hour more: clocks of two machines may differ.
     */
    public void vacuum(Table table, Duration age) {
        spark.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", false);
        DeltaTable.forPath(spark, path(table).toString()).vacuum(Math.max(0, Math.ceil(age.toMillis() / 3.6e6)));
    }

    /** The last committed version, -1 where there is no table. */
    long headVersion(Table table) {
        return store.names(folder(table) + "/_delta_log").stream()
                .filter(name -> name.matches("\\d{20}\\.json"))
                .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
                .max()
                .orElse(-1);
    }

    /** Every following commit carries the run as its user metadata, also those that only tidy up. */
    void noteRun(String run) {
        this.run = run;
        spark.conf().set("spark.databricks.delta.commitInfo." + COMMIT_NOTE, note(run, ""));
    }

    private static String note(String run, String fingerprint) {
        return "{\"run\":\"%s\",\"fingerprint\":\"%s\"}".formatted(run, fingerprint);
    }

    /**
     * The last version, which this run committed: a commit of anybody else's must not be taken for ours. Delta makes none where
     * there is nothing to change.
     *
     * @param good the last good version before this run, or -1
     */
    long ownVersion(Table table, long good) {
        long head = headVersion(table);
        boolean ours = false;
        // Commits before ours, of a run that died, were taken back by the first of ours; what follows it must be ours.
        for (long version = good < 0 ? head : good + 1; version <= head; version++) {
            boolean foreign = !logEntry(table, version).contains(run);
            if (foreign && (ours || version == head))
                throw new TryLater(
                        "Another writer committed to %s while this run did; nothing of this run is published."
                                .formatted(table));
            ours |= !foreign;
        }
        return head;
    }

    private String logEntry(Table table, long version) {
        String key = "%s/_delta_log/%020d.json".formatted(folder(table), version);
        return store.get(key)
                .map(json -> new String(json, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** An empty table as declared, in place of whatever was there. */
    void createAnew(Table table) {
        if (headVersion(table) < 0) create(table, DeltaTable.create(spark));
        else replace(table);
    }

    /**
     * Delta replaces a table that has a name; one that has a place alone it only compares with what is asked for, and refuses
     * where columns or rules differ. So the table has a name for as long as this takes.
     */
    private void replace(Table table) {
        String name = "tradelake_" + UUID.randomUUID().toString().replace("-", "");
        spark.catalog().createTable(name, path(table).toString(), "delta");
        try {
            create(table, DeltaTable.createOrReplace(spark).tableName(name));
        } finally {
            spark.sql("DROP TABLE " + name);
        }
    }

    private void create(Table table, DeltaTableBuilder created) {
        DeltaTableBuilder builder = created.location(path(table).toString())
                .comment(table.meaning().en())
                .partitionedBy(table.partitionNames());
        for (StructField field : table.schema().fields()) builder = builder.addColumn(field);
        for (var property : table.properties().entrySet())
            builder = builder.property(property.getKey(), property.getValue());
        builder.execute();
    }

    /**
     * Replaces all rows.
     *
     * @param fingerprint of what decides them, noted in the commit
     */
    void overwrite(Table table, Dataset<Row> rows, String fingerprint) {
        commit(table, write(table, rows, fingerprint).mode("overwrite"));
    }

    /** Replaces the partitions that the rows fall into, and no others. */
    void overwritePartitions(Table table, Dataset<Row> rows, String fingerprint) {
        commit(table, write(table, rows, fingerprint).mode("overwrite").option("partitionOverwriteMode", "dynamic"));
    }

    void deleteWhere(Table table, Column condition) {
        DeltaTable.forPath(spark, path(table).toString()).delete(condition);
    }

    void restore(Table table, long version) {
        DeltaTable.forPath(spark, path(table).toString()).restoreToVersion(version);
    }

    /** The partitions that exist at a version, as rows of the partition columns. */
    List<Row> partitions(Table table, long version) {
        Column[] columns = table.partitions().stream().map(Field::col).toArray(Column[]::new);
        return read(table, version).select(columns).distinct().collectAsList();
    }

    /** A CHECK constraint that some row breaks is said in one sentence, without the executors' traces. */
    private void commit(Table table, DataFrameWriter<Row> writer) {
        try {
            writer.save(path(table).toString());
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause())
                if (cause instanceof DeltaInvariantViolationException)
                    throw new CheckFailed(
                            table + ": " + cause.getMessage().replaceAll("\\s+", " ") + ". Nothing was committed.");
            throw e;
        }
    }

    private DataFrameWriter<Row> write(Table table, Dataset<Row> rows, String fingerprint) {
        return table.conform(rows).write().format("delta").option(COMMIT_NOTE, note(run, fingerprint));
    }
}
