package tradelake;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inputs with known results that are kept outside the project: {@code -Dtradelake.shared=FOLDER}; tests are skipped without. */
public final class OracleFile {
    private OracleFile() {}

    public static Path shared(String... path) {
        String shared = System.getProperty("tradelake.shared", "");
        assumeFalse(shared.isEmpty(), "no files with known results: set -Dtradelake.shared");
        return Path.of(shared, path);
    }

    /** The lines of a CSV file under oracles/, cells by column, empty ones as "". */
    public static List<Map<String, String>> lines(String file) {
        return linesOf(shared("oracles", file));
    }

    public static List<Map<String, String>> linesOf(Path file) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setHeaderExtractionEnabled(true);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxCharsPerColumn(100_000);
        settings.setMaxColumns(2000);
        CsvParser parser = new CsvParser(settings);
        List<String[]> rows = parser.parseAll(file.toFile(), "UTF-8");
        String[] header = parser.getContext().headers();
        return rows.stream().map(row -> cells(header, row)).toList();
    }

    public static double number(Map<String, String> line, String column) {
        String text = line.get(column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static Map<String, String> cells(String[] header, String[] row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) cells.put(header[i], i < row.length ? row[i] : "");
        return cells;
    }
}
