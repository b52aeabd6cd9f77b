package tradelake.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tradelake.lake.Layer;

/** Opens a snapshot wherever it lies: views of one that was copied or mounted elsewhere point to where it was made. */
final class MovedSnapshot {
    private MovedSnapshot() {}

    static Connection open(Path folder) throws SQLException {
        Path database = folder.resolve(Snapshot.DATABASE);
        Connection duck = Duck.reading(database);
        String made =
                first(duck, "SELECT value FROM %s WHERE name = %s".formatted(About.TABLE, Duck.literal(About.FOLDER)));
        if (Path.of(made).equals(folder.toAbsolutePath().normalize())) return duck;
        List<String> views = all(duck, "SELECT view_name FROM duckdb_views() WHERE schema_name = 'gold'");
        if (views.isEmpty()) return duck;
        List<String> tables = all(
                duck,
                "SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE schema_name IN ('gold', 'run')");
        duck.close();
        return inPlace(folder, database, tables, views);
    }

    /** A database in memory with a view for each table: of the file's own, of the Parquet file beside it, or of the file's view. */
    private static Connection inPlace(Path folder, Path database, List<String> tables, List<String> views)
            throws SQLException {
        Connection duck = Duck.inMemory();
        String gold = Layer.GOLD.schema();
        Duck.execute(duck, "ATTACH %s AS moved (READ_ONLY); CREATE SCHEMA %s".formatted(Duck.literal(database), gold));
        Duck.execute(duck, "CREATE VIEW %1$s AS FROM moved.%1$s".formatted(About.TABLE));
        Duck.execute(duck, "CREATE SCHEMA " + RunRecord.SCHEMA);
        for (String table : tables) Duck.execute(duck, "CREATE VIEW %1$s AS FROM moved.%1$s".formatted(table));
        for (String view : views) {
            Path beside = folder.resolve(gold).resolve(view + ".parquet");
            Duck.execute(
                    duck,
                    "CREATE VIEW %s.%s AS FROM %s"
                            .formatted(
                                    gold,
                                    Duck.name(view),
                                    Files.exists(beside)
                                            ? "read_parquet(%s)".formatted(Duck.literal(beside))
                                            : "moved.%s.%s".formatted(gold, Duck.name(view))));
        }
        return duck;
    }

    private static String first(Connection duck, String sql) throws SQLException {
        return all(duck, sql).stream().findFirst().orElse("");
    }

    private static List<String> all(Connection duck, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }
}
