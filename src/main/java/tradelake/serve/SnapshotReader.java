package tradelake.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tradelake.lake.BadInput;
import tradelake.lake.Layer;
import tradelake.report.Report;

/** Answers SQL from the current snapshot of a lake on this machine. Nothing can be changed; nothing of Spark is needed. */
public final class SnapshotReader implements AutoCloseable {
    /** As Spark says it, too. */
    private static final Pattern TABLES_IN = Pattern.compile("(?is)SHOW\\s+TABLES\\s+(?:IN|FROM)\\s+(\\w+)");

    private final Connection duck;
    private final Path folder;

    private SnapshotReader(Connection duck, Path folder) {
        this.duck = duck;
        this.folder = folder;
    }

    /**
     * The snapshot that {@code current} names, or empty where there is none.
     *
     * @param lake folder of the lake
     */
    public static Optional<SnapshotReader> open(Path lake) {
        Path published = lake.resolve(Snapshots.FOLDER);
        Path current = published.resolve(Snapshots.CURRENT);
        try {
            if (!Files.exists(current)) return Optional.empty();
            Path folder = published.resolve(Files.readString(current).strip());
            return Optional.of(new SnapshotReader(MovedSnapshot.open(folder), folder));
        } catch (IOException e) {
            throw new BadInput(
                    "Cannot read %s: %s. Make it readable, or delete it and run `tradelake refresh` again."
                            .formatted(current, e.getMessage()),
                    e);
        } catch (SQLException e) {
            throw new BadInput(
                    "Cannot open the snapshot in %s: %s. Delete that folder and run `tradelake refresh` again."
                            .formatted(
                                    published,
                                    String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")),
                    e);
        }
    }

    /** A database with nothing in it, to see whether DuckDB works here. */
    public static SnapshotReader ofNothing() {
        try {
            return new SnapshotReader(Duck.inMemory(), Path.of(""));
        } catch (SQLException e) {
            throw Refusals.of(e);
        }
    }

    /** What must be said over every answer. */
    public List<String> labels() {
        return texts("SELECT value FROM %s WHERE name = %s".formatted(About.TABLE, Duck.literal(About.LABEL)));
    }

    /**
     * Whether another run is published since, so that its snapshot was not or could not be written.
     *
     * @param lake folder of the lake
     */
    public boolean isBehind(Path lake) {
        Path pointers = lake.resolve("runs").resolve("published");
        try (Stream<Path> files = Files.list(pointers)) {
            Path last = files.filter(file -> file.toString().endsWith(".json"))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            String run = texts("SELECT value FROM %s WHERE name = %s".formatted(About.TABLE, Duck.literal(About.RUN)))
                    .get(0);
            return last != null && !Files.readString(last).contains('"' + run + '"');
        } catch (IOException e) {
            return false;
        }
    }

    /** The names of the tables, with their schema. */
    public List<String> tables() {
        return texts(
                "SELECT DISTINCT schema_name || '.' || table_name FROM (%s) ORDER BY 1".formatted(Listings.TABLES));
    }

    /** The names of the tables as DuckDB has them in its messages. */
    private List<String> names() {
        return tables().stream()
                .map(table -> table.substring(table.indexOf('.') + 1))
                .toList();
    }

    /** The names of all columns of all tables. */
    public List<String> columns() {
        return texts("SELECT DISTINCT column_name FROM duckdb_columns() WHERE schema_name = %s ORDER BY 1"
                .formatted(Duck.literal(Layer.GOLD.schema())));
    }

    /** The answer to one statement that only reads; close it. */
    public Answer query(String statement) {
        return run(checked(statement));
    }

    /** Every table with its rows, about, and what it means. */
    public Answer listing() {
        return run(Listings.ALL);
    }

    /** The columns of a table, with what each means. */
    public Answer description(String table) {
        String name = table.toLowerCase(Locale.ROOT).replaceFirst("^gold\\.", "");
        if (!tables().contains(Layer.GOLD.schema() + "." + name))
            throw new BadInput("No table is named %s. \\dt lists the tables.".formatted(table));
        return run(Listings.columnsOf(name));
    }

    /** Writes an answer as one Parquet file. */
    public void writeParquet(String statement, Path file) {
        String sql = "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)"
                .formatted(checked(statement), Duck.literal(file.toAbsolutePath()));
        try {
            Duck.execute(duck, sql);
        } catch (SQLException e) {
            throw Refusals.of(e, this::names);
        }
    }

    /** The report that lies beside the tables. Throws {@link BadInput} where an earlier version published without one. */
    public Path report() {
        Path report = folder.resolve(Report.FILE);
        if (!Files.exists(report))
            throw new BadInput(
                    "There is no %s: an earlier version published this run. Refresh, or write one with --out."
                            .formatted(report));
        return report;
    }

    /** Writes the report anew. */
    public void writeReport(Path file) {
        try {
            Report.write(duck, file);
        } catch (SQLException e) {
            throw Refusals.of(e);
        } catch (IOException e) {
            throw new BadInput("Cannot write %s: %s. Name another file.".formatted(file, e.getMessage()), e);
        }
    }

    /** Refused before DuckDB sees it: COPY could write files, and a second statement could be anything. */
    private static String checked(String statement) {
        List<String> statements = Statements.in(statement);
        String sql = statements.isEmpty() ? "" : statements.get(0);
        if (statements.size() > 1)
            throw new BadInput("Cannot run %d statements at once: ask one.".formatted(statements.size()));
        ReadOnly.DUCKDB.require(sql);
        return TABLES_IN.matcher(sql).replaceFirst("SHOW TABLES FROM $1");
    }

    private Answer run(String sql) {
        try {
            Statement statement = duck.createStatement();
            return new Answer(statement, statement.executeQuery(sql));
        } catch (SQLException e) {
            throw Refusals.of(e, this::names);
        }
    }

    private List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        try (Answer answer = run(sql)) {
            answer.forEachRemaining(row -> texts.add(String.valueOf(row[0])));
        }
        return texts;
    }

    @Override
    public void close() {
        try {
            duck.close();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot close the snapshot", e);
        }
    }
}
