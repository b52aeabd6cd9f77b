package tradelake.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.lake.Field;
import tradelake.lake.Table;
import tradelake.sources.Releases;

/**
 * What differs between the rows of a table in two lakes, found row by row under the table's key; numbers are the same where
 * they are to 1e-12, for sums are added up in any order. For tables that fit into memory.
 *
 * @param rows that were expected
 * @param lost rows that were expected and are not there
 * @param surplus rows whose key is there once more, or was not expected
 * @param changed rows with another value in some column
 * @param example of a difference
 */
record TableDifference(Table table, long rows, long lost, long surplus, long changed, Optional<String> example) {
    private static final double SAME = 1e-12;

    /** Where and when a file was found, which says nothing about what is in it. */
    private static final Set<Field<?>> CIRCUMSTANCES = Set.of(Releases.PATH, Releases.MODIFIED, Releases.MESSAGE);

    /** @param apart columns that need not be equal */
    static TableDifference of(Table table, Dataset<Row> actual, Dataset<Row> expected, Set<Field<?>> apart) {
        List<Field<?>> compared = table.fields().stream()
                .filter(field -> !CIRCUMSTANCES.contains(field) && !apart.contains(field))
                .toList();
        Map<List<Object>, Row> missing = new HashMap<>();
        List<Row> wanted = rows(expected, compared);
        wanted.forEach(row -> missing.put(key(table, row), row));
        Found found = new Found(table);
        rows(actual, compared).forEach(row -> found.take(row, missing.remove(key(table, row))));
        missing.values().forEach(found::lost);
        return new TableDifference(
                table, wanted.size(), missing.size(), found.surplus, found.changed, Optional.ofNullable(found.example));
    }

    boolean isNone() {
        return lost == 0 && surplus == 0 && changed == 0;
    }

    private static List<Row> rows(Dataset<Row> rows, List<Field<?>> fields) {
        return rows.select(fields.stream().map(Field::col).toArray(Column[]::new))
                .collectAsList();
    }

    private static List<Object> key(Table table, Row row) {
        return table.key().stream()
                .<Object>map(field -> row.getAs(field.name()))
                .toList();
    }

    /** Counts what is found, and keeps the first as an example. */
    private static final class Found {
        private final Table table;
        private long surplus;
        private long changed;
        private String example;

        Found(Table table) {
            this.table = table;
        }

        /** @param expected the row of the same key, null where there is none or it was met before */
        void take(Row row, Row expected) {
            if (expected == null) {
                surplus++;
                say("once more or not expected", row);
            } else {
                Set<String> differing = differing(row, expected);
                if (differing.isEmpty()) return;
                changed++;
                say("other values of " + differing + " than in " + expected, row);
            }
        }

        void lost(Row row) {
            say("lost", row);
        }

        private void say(String what, Row row) {
            if (example == null) example = "%s, %s: %s".formatted(table, what, row);
        }
    }

    private static Set<String> differing(Row left, Row right) {
        Set<String> columns = new HashSet<>();
        for (int i = 0; i < left.length(); i++)
            if (!same(left.get(i), right.get(i))) columns.add(left.schema().fieldNames()[i]);
        return columns;
    }

    private static boolean same(Object left, Object right) {
        return left instanceof Double a && right instanceof Double b
                ? a.equals(b) || Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b))
                : Objects.equals(left, right);
    }
}
