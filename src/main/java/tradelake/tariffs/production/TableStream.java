package tradelake.tariffs.production;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tradelake.lake.BadInput;

/** A CSV file of any length and width, row by row. */
final class TableStream implements AutoCloseable {
    /** ICIO tables have some 4,500. */
    private static final int MOST_COLUMNS = 20_000;

    private final Path file;
    private final InputStream text;
    private final CsvParser parser;
    private final List<String> header;

    private TableStream(Path file, InputStream text, CsvParser parser, List<String> header) {
        this.file = file;
        this.text = text;
        this.parser = parser;
        this.header = header;
    }

    static TableStream of(Path file) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setNullValue("");
        settings.setLineSeparatorDetectionEnabled(true);
        CsvParser parser = new CsvParser(settings);
        try {
            // The parser takes a byte order mark off bytes, not off text.
            InputStream text = Files.newInputStream(file);
            parser.beginParsing(text, StandardCharsets.UTF_8);
            String[] header = parser.parseNext();
            if (header == null) throw new BadInput("%s is empty: begin it with a header line.".formatted(file));
            return new TableStream(file, text, parser, List.of(header));
        } catch (IOException | TextParsingException e) {
            throw new BadInput("Cannot read %s as CSV: is it there, whole, and UTF-8?".formatted(file), e);
        }
    }

    List<String> header() {
        return header;
    }

    Path file() {
        return file;
    }

    /** The next row, as long as the header. */
    Optional<String[]> next() {
        try {
            String[] row = parser.parseNext();
            if (row != null && row.length != header.size())
                throw refuse("has %d cells where the header has %d: is the file whole?"
                        .formatted(row.length, header.size()));
            return Optional.ofNullable(row);
        } catch (TextParsingException e) {
            throw new BadInput("Cannot read %s as CSV: is it whole, and UTF-8?".formatted(file), e);
        }
    }

    /** A number; nought for an empty cell and for NA. */
    double number(String cell) {
        if (cell.isEmpty() || cell.equals("NA")) return 0;
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw refuse("'%s' is not a number: write it like 0.01.".formatted(cell));
        }
    }

    private BadInput refuse(String why) {
        return new BadInput("%s line %d: %s".formatted(file, parser.getContext().currentLine(), why));
    }

    @Override
    public void close() {
        parser.stopParsing();
        try {
            text.close();
        } catch (IOException e) {
            throw new BadInput("Cannot read %s to its end: is it whole?".formatted(file), e);
        }
    }
}
