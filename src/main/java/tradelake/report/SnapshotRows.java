package tradelake.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers from the database of a snapshot, as values that JSON has. */
final class SnapshotRows {
    private final Connection duck;
    private final Set<String> tables;

    SnapshotRows(Connection duck) {
        this.duck = duck;
        this.tables = new HashSet<>();
    }

    /** Which of the tables are not there. */
    List<String> without(List<String> wanted) throws SQLException {
        if (tables.isEmpty())
            tables.addAll(texts("SELECT table_schema || '.' || table_name FROM information_schema.tables"));
        return wanted.stream().filter(table -> !tables.contains(table)).toList();
    }

    /** The named columns of every row. */
    List<List<Object>> rows(String sql, List<String> columns) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<List<Object>> rows = new ArrayList<>();
            while (answer.next()) {
                List<Object> row = new ArrayList<>();
                for (String column : columns) row.add(plain(answer.getObject(column)));
                rows.add(row);
            }
            return rows;
        }
    }

    /** The first column. */
    List<String> texts(String sql) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (answer.next()) texts.add(answer.getString(1));
            return texts;
        }
    }

    /** JSON has neither days nor what is no number. */
    private static Object plain(Object value) {
        if (value instanceof Double number) return number.isNaN() || number.isInfinite() ? null : number;
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
