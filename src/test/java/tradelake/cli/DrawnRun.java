package tradelake.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tradelake.lake.Layer;
import tradelake.lake.Settings;
import tradelake.lake.Table;
import tradelake.report.Report;

/** The database of a snapshot with every gold table as declared, and few drawn rows in those that the report asks. */
public final class DrawnRun {
    private DrawnRun() {}

    /** In memory; drop a table from it to see what its absence does. */
    public static Connection open() throws SQLException, IOException {
        Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        execute(duck, "CREATE SCHEMA gold");
        for (Table table : TradelakeCatalog.declared(Settings.read(Optional.empty(), List.of()))
                .tables()) if (table.layer() == Layer.GOLD) execute(duck, create(table));
        try (InputStream rows = Report.class.getResourceAsStream("drawn.sql")) {
            execute(duck, new String(rows.readAllBytes(), StandardCharsets.UTF_8));
        }
        return duck;
    }

    /** The report of it, written into the folder. */
    public static Path report(Path folder) throws SQLException, IOException {
        Path file = folder.resolve(Report.FILE);
        try (Connection duck = open()) {
            Report.write(duck, file);
        }
        return file;
    }

    public static void execute(Connection duck, String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Spark's names of types are DuckDB's, but for arrays. */
    private static String create(Table table) {
        return table.fields().stream()
                .map(field -> "\"" + field.name() + "\" " + field.type().sql().replaceAll("ARRAY<(\\w+)>", "$1[]"))
                .collect(Collectors.joining(", ", "CREATE TABLE " + table.name() + " (", ")"));
    }
}
