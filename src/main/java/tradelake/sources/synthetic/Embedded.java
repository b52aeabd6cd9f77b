package tradelake.sources.synthetic;

import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The small tables that are part of the program and describe the synthetic world. */
final class Embedded {
    private Embedded() {}

    /** The rows of one of this package's tables, by header. */
    static List<Record> rows(String table) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setHeaderExtractionEnabled(true);
        settings.setNullValue("");
        try (InputStream in = Embedded.class.getResourceAsStream("/tradelake/sources/synthetic/" + table)) {
            return new CsvParser(settings).parseAllRecords(in, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the program's own table " + table, e);
        }
    }

    /** The words of a cell that lists several; none when it is empty. */
    static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split(" "));
    }
}
