package tradelake.serve;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** Connections to DuckDB, and how texts and names stand in its SQL. */
final class Duck {
    private Duck() {}

    /** A database of this process alone. */
    static Connection inMemory() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:");
    }

    /** A database file that nobody can change through this connection; rows come as they are asked for. */
    static Connection reading(Path file) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        properties.setProperty("jdbc_stream_results", "true");
        return DriverManager.getConnection("jdbc:duckdb:" + file, properties);
    }

    /** Runs statements whose answers do not matter; after an error DuckDB closes a statement, so each has its own. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of Parquet files, to stand after FROM. */
    static String parquet(List<Path> files, boolean partitioned) {
        return "read_parquet([%s], hive_partitioning = %b)"
                .formatted(files.stream().map(Duck::literal).collect(Collectors.joining(", ")), partitioned);
    }

    /** The text as a literal. */
    static String literal(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }

    /** The name as an identifier, whatever stands in it. */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
