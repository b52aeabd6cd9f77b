package tradelake.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Numbers that other programs found, where they are at hand: {@code -Dtradelake.shared=FOLDER}. */
record Oracle(Path folder) {
    static Oracle named(String name) {
        String shared = System.getProperty("tradelake.shared", "");
        assumeFalse(shared.isEmpty(), "no oracles: set -Dtradelake.shared");
        return new Oracle(Path.of(shared, "oracles", name));
    }

    Frame frame(String file, Specification model, String... more) {
        var columns = new LinkedHashSet<>(model.columns());
        columns.addAll(List.of(more));
        return CsvFrame.read(folder.resolve(file), columns);
    }

    Frame frame(String file, String... columns) {
        return CsvFrame.read(folder.resolve(file), new LinkedHashSet<>(List.of(columns)));
    }

    /** Lines of a small file by the names in its header. */
    List<Map<String, String>> lines(String file) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(file));
            String[] header = cells(lines.get(0));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.length; i++) row.put(header[i], cells[i]);
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String line) {
        return line.replace("\"", "").split(",", -1);
    }

    /** Equal up to a share of the expected value. */
    static void close(double actual, double expected, double relative, String what) {
        assertThat(Math.abs(actual - expected))
                .as("%s: %.17g, expected %.17g", what, actual, expected)
                .isLessThanOrEqualTo(relative * Math.abs(expected));
    }
}
