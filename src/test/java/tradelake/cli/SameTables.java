package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import tradelake.lake.Field;
import tradelake.lake.Table;

/** Compares two lakes table by table and row by row: equal but for the last digits of sums, 1e-12 relative. */
final class SameTables {
    private SameTables() {}

    static void assertSame(TestLake actual, TestLake expected, List<Table> tables) {
        assertSame(actual, expected, tables, Set.of());
    }

    /** @param apart columns that need not be equal */
    static void assertSame(TestLake actual, TestLake expected, List<Table> tables, Set<Field<?>> apart) {
        for (Table table : tables)
            assertThat(TableDifference.of(table, actual.read(table), expected.read(table), apart))
                    .matches(TableDifference::isNone);
    }
}
