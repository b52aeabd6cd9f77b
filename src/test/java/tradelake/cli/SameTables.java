package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import tradelake.lake.Field;
import tradelake.lake.Table;
import tradelake.sources.Releases;

/** Compares two lakes table by table and row by row: equal but for the last digits of sums, 1e-12 relative. */
final class SameTables {
    /** Where and when a file was found, which says nothing about what is in it. */
    private static final Set<Field<?>> CIRCUMSTANCES = Set.of(Releases.PATH, Releases.MODIFIED, Releases.MESSAGE);

    private SameTables() {}

    static void assertSame(TestLake actual, TestLake expected, List<Table> tables) {
        assertSame(actual, expected, tables, Set.of());
    }

    /** @param apart columns that need not be equal */
    static void assertSame(TestLake actual, TestLake expected, List<Table> tables, Set<Field<?>> apart) {
        for (Table table : tables) {
            List<Row> left = rows(actual, table, apart);
            List<Row> right = rows(expected, table, apart);
            assertThat(left).as("rows of " + table).hasSameSizeAs(right);
            for (int i = 0; i < left.size(); i++) assertSame(table, left.get(i), right.get(i));
        }
    }

    private static List<Row> rows(TestLake lake, Table table, Set<Field<?>> apart) {
        Column[] columns = table.fields().stream()
                .filter(field -> !CIRCUMSTANCES.contains(field) && !apart.contains(field))
                .map(Field::col)
                .toArray(Column[]::new);
        Column[] key = table.key().stream().map(Field::col).toArray(Column[]::new);
        return lake.read(table).select(columns).orderBy(key).collectAsList();
    }

    private static void assertSame(Table table, Row left, Row right) {
        for (int column = 0; column < left.length(); column++) {
            Object a = left.get(column);
            Object b = right.get(column);
            boolean same = a instanceof Double x && b instanceof Double y
                    ? Math.abs(x - y) <= 1e-12 * Math.max(Math.abs(x), Math.abs(y))
                    : Objects.equals(a, b);
            if (!same)
                assertThat(left)
                        .as(table + ", column " + left.schema().fieldNames()[column])
                        .isEqualTo(right);
        }
    }
}
