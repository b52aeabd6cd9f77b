package tradelake.tariffs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import tradelake.reference.Csv;
import tradelake.reference.Line;

/** Published or independently computed numbers beside ours, cell by cell. */
final class Expected {
    private Expected() {}

    /** A folder of expected numbers; the test is skipped where there is none. */
    static Path folder(String name) {
        String shared = System.getProperty("tradelake.shared", "");
        assumeFalse(shared.isEmpty(), "no expected numbers: set -Dtradelake.shared");
        return Path.of(shared, "oracles", name);
    }

    /**
     * Every cell of the file is in the table.
     *
     * @param keys the first columns, which name a row
     * @param tolerance relative, or absolute below 1
     */
    static void assertHolds(Path file, ResultTable actual, int keys, double tolerance) {
        assertHolds(Csv.ofFile(file, List.of()).lines(), actual, keys, tolerance);
    }

    static void assertHolds(List<Line> expected, ResultTable actual, int keys, double tolerance) {
        Map<List<Object>, Object[]> rows = new HashMap<>();
        for (Object[] row : actual.rows()) rows.put(List.of(row).subList(0, keys), row);
        assertThat(rows).hasSize(expected.size());
        SoftAssertions softly = new SoftAssertions();
        for (Line line : expected) {
            List<String> columns = List.copyOf(line.cells().keySet());
            List<Object> key = columns.subList(0, keys).stream()
                    .map(c -> (Object) line.text(c))
                    .toList();
            Object[] row = rows.get(key);
            assertThat(row).as("a row for %s", key).isNotNull();
            for (String column : columns.subList(keys, columns.size())) {
                Object cell = row[actual.columns().indexOf(column)];
                if (cell instanceof Double number)
                    softly.assertThat(number)
                            .as("%s of %s", column, key)
                            .isCloseTo(
                                    line.decimal(column),
                                    within(tolerance * Math.max(1, Math.abs(line.decimal(column)))));
                else
                    softly.assertThat(String.valueOf(cell))
                            .as("%s of %s", column, key)
                            .isEqualTo(line.text(column));
            }
        }
        softly.assertAll();
    }
}
