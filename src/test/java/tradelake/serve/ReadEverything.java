package tradelake.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What a program of somebody else does: opens the database by JDBC and reads every table and comment, until its input ends. */
final class ReadEverything {
    private ReadEverything() {}

    public static void main(String[] args) throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection duck =
                DriverManager.getConnection("jdbc:duckdb:" + Path.of(args[0]).resolve(Snapshot.DATABASE), readOnly)) {
            Thread end = new Thread(ReadEverything::awaitEnd);
            end.setDaemon(true);
            end.start();
            while (end.isAlive()) System.out.println(everything(duck));
            System.out.println(everything(duck));
        }
    }

    private static void awaitEnd() {
        try {
            System.in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String everything(Connection duck) throws SQLException {
        List<String> read = new ArrayList<>();
        try (ResultSet tables = duck.getMetaData().getTables(null, "gold", "%", null)) {
            while (tables.next()) read.add(tables.getString("TABLE_NAME") + " " + tables.getString("REMARKS"));
        }
        for (String line : List.copyOf(read)) {
            String table = line.substring(0, line.indexOf(' '));
            read.add(first(duck, "SELECT count(COLUMNS(*)) FROM gold." + table));
            try (ResultSet columns = duck.getMetaData().getColumns(null, "gold", table, "%")) {
                while (columns.next()) read.add(columns.getString("REMARKS"));
            }
        }
        return String.join("|", read);
    }

    private static String first(Connection duck, String sql) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
