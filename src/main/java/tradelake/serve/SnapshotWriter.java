package tradelake.serve;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tradelake.lake.Field;
import tradelake.lake.Layer;
import tradelake.lake.Manifest;
import tradelake.lake.Table;

/**
 * Writes the tables of a run into a folder on this machine: one sorted Parquet file a table, and one DuckDB file that holds the
 * smaller tables, views over the files of the larger, and what each table and column means.
 */
final class SnapshotWriter {
    private static final String DATABASE = "snapshot";

    /** Small enough that a group or a year is found without reading much else. */
    private static final int ROW_GROUP = 61_440;

    private final Manifest run;
    private final Workplace place;
    private final Path folder;
    private final String address;
    private final long rowsInside;
    private int written = 0;

    /**
     * A writer of one snapshot.
     *
     * @param address where readers find what is written into the folder
     * @param rowsInside larger tables are views of the Parquet files in the folder
     */
    SnapshotWriter(Manifest run, Workplace place, String address, long rowsInside) {
        this.run = run;
        this.place = place;
        this.folder = place.folder();
        this.address = address;
        this.rowsInside = rowsInside;
    }

    /** How many Parquet files were not taken over from the last snapshot. */
    int written() {
        return written;
    }

    Snapshot write(String name, List<Source> sources) throws SQLException, IOException {
        Files.createDirectories(folder.resolve(Layer.GOLD.schema()));
        Map<String, Snapshot.Part> parts = new TreeMap<>();
        try (Connection duck = Duck.inMemory()) {
            prepare(duck);
            for (Source source : sources) {
                if (RunRecord.sumsUp(source.table())) continue;
                parts.put(source.table().name(), place.canLeadTo(source) ? lead(duck, source) : copy(duck, source));
            }
            about(duck);
            new RunRecord(duck, DATABASE)
                    .write(
                            run,
                            sources.stream()
                                    .filter(source -> RunRecord.sumsUp(source.table()))
                                    .toList(),
                            place);
            Duck.execute(duck, "DETACH " + DATABASE);
        }
        return new Snapshot(name, Snapshot.FORMAT, run.run(), run.code(), run.labels(), address, rowsInside, parts);
    }

    private Snapshot.Part copy(Connection duck, Source source) throws SQLException, IOException {
        String file = source.table().name().replace('.', '/') + ".parquet";
        parquet(duck, source, folder.resolve(file));
        boolean inside = source.state().rows() <= rowsInside;
        table(
                duck,
                source.table(),
                "SELECT * FROM read_parquet(%s)".formatted(Duck.literal(folder.resolve(file))),
                inside);
        return new Snapshot.Part(source.state(), file, inside);
    }

    /** What another lake lends is read where it lies. */
    private Snapshot.Part lead(Connection duck, Source source) throws SQLException, IOException {
        table(duck, source.table(), select(source.table(), place.files(source)), false);
        return new Snapshot.Part(source.state(), null, false);
    }

    /** Spark's heap has most of the memory: what does not fit goes to disk, beside the snapshot and not where the user stands. */
    private void prepare(Connection duck) throws SQLException {
        Duck.execute(duck, "SET memory_limit = '1GB'");
        Duck.execute(duck, "SET temp_directory = " + Duck.literal(place.scratch()));
        Duck.execute(duck, "SET TimeZone = 'UTC'");
        Duck.execute(
                duck,
                "ATTACH %s AS %s (STORAGE_VERSION 'v1.0.0')"
                        .formatted(Duck.literal(folder.resolve(Snapshot.DATABASE)), DATABASE));
        Duck.execute(duck, "CREATE SCHEMA %s.%s".formatted(DATABASE, Layer.GOLD.schema()));
    }

    private void parquet(Connection duck, Source source, Path file) throws SQLException, IOException {
        Optional<Path> same = place.unchanged(source);
        if (same.isPresent()) {
            take(same.get(), file);
            return;
        }
        written++;
        Duck.execute(
                duck,
                "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)"
                        .formatted(sorted(source.table(), place.files(source)), Duck.literal(file), ROW_GROUP));
    }

    private static String sorted(Table table, List<Path> files) {
        return "%s ORDER BY %s"
                .formatted(
                        select(table, files),
                        table.key().stream()
                                .map(field -> Duck.name(field.name()))
                                .collect(Collectors.joining(", ")));
    }

    /** Declared columns in declared order and types. A table without rows may have no files. */
    private static String select(Table table, List<Path> files) {
        boolean empty = files.isEmpty();
        String columns = table.fields().stream()
                .map(field -> "CAST(%s AS %s) AS %s"
                        .formatted(
                                empty ? "NULL" : Duck.name(field.name()),
                                DuckTypes.of(field.type()),
                                Duck.name(field.name())))
                .collect(Collectors.joining(", "));
        if (empty) return "SELECT " + columns + " WHERE false";
        return "SELECT %s FROM %s"
                .formatted(columns, Duck.parquet(files, !table.partitions().isEmpty()));
    }

    /** A second name for the same bytes; a file system without such names gets a copy. */
    private static void take(Path file, Path as) throws IOException {
        try {
            Files.createLink(as, file);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(file, as);
        }
    }

    /** All statements of a table in one transaction: a commit each would wait for the disk each time. */
    private void table(Connection duck, Table table, String rows, boolean inside) throws SQLException {
        String name = DATABASE + "." + table.name();
        StringBuilder sql = new StringBuilder("BEGIN;\n");
        sql.append("CREATE %s %s AS %s;\n".formatted(inside ? "TABLE" : "VIEW", name, rows));
        sql.append(
                "COMMENT ON %s %s IS %s;\n".formatted(inside ? "TABLE" : "VIEW", name, Duck.literal(meaning(table))));
        for (Field<?> field : table.fields())
            sql.append("COMMENT ON COLUMN %s.%s IS %s;\n"
                    .formatted(name, Duck.name(field.name()), Duck.literal(meaning(field))));
        Duck.execute(duck, sql + "COMMIT");
    }

    private String meaning(Table table) {
        return "%s %s One row per %s.%s"
                .formatted(
                        table.meaning().en(),
                        table.meaning().zh(),
                        String.join(", ", table.keyNames()),
                        run.labels().stream().map(label -> " " + label + ".").collect(Collectors.joining()));
    }

    private static String meaning(Field<?> field) {
        String unit = field.unit().isEmpty() ? "" : " [" + field.unit() + "]";
        return field.meaning().en() + unit + " " + field.meaning().zh();
    }

    /** What whoever holds the database file alone must know. */
    private void about(Connection duck) throws SQLException {
        StringBuilder rows = new StringBuilder();
        rows.append(row(About.RUN, run.run())).append(row(About.CODE, run.code()));
        rows.append(row(About.FOLDER, address)).append(row(About.LICENCE, SnapshotReadme.LICENCE));
        run.labels().forEach(label -> rows.append(row(About.LABEL, label)));
        Duck.execute(duck, "CREATE TABLE %s.%s (name VARCHAR, value VARCHAR)".formatted(DATABASE, About.TABLE));
        Duck.execute(
                duck,
                "INSERT INTO %s.%s VALUES %s".formatted(DATABASE, About.TABLE, rows.substring(0, rows.length() - 2)));
    }

    private static String row(String name, String value) {
        return "(%s, %s), ".formatted(Duck.literal(name), Duck.literal(value));
    }
}
