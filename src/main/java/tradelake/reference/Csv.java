package tradelake.reference;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tradelake.lake.BadInput;
import tradelake.lake.Nearest;

/** A small table as text: a built-in resource, the user's file of the same columns in conf/, or an input of a model. */
public record Csv(List<Line> lines) {
    private static final int LONGEST_CELL = 100_000;

    /** The resource of this name beside the package's classes. */
    static Csv builtIn(String file, List<String> columns) {
        try (InputStream in = Csv.class.getResourceAsStream(file)) {
            return parse("built-in " + file, in.readAllBytes(), columns);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the built-in " + file, e);
        }
    }

    /** The user's file of this name, with no lines if there is none. */
    static Csv ofUser(Path folder, String file, List<String> columns) {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) return new Csv(List.of());
        try {
            return parse(path.toString(), Files.readAllBytes(path), columns);
        } catch (IOException e) {
            throw new BadInput("Cannot read %s (%s): make it a readable CSV file or remove it".formatted(path, e), e);
        }
    }

    /** A file that must be there and have these columns; it may have more. */
    public static Csv ofFile(Path path, List<String> required) {
        try {
            Csv csv = parse(path.toString(), Files.readAllBytes(path), List.of());
            if (csv.lines.isEmpty()) throw new BadInput("%s has no lines below its header: add some.".formatted(path));
            for (String column : required)
                if (!csv.columns().contains(column))
                    throw new BadInput("%s has no column '%s': it needs %s.%s"
                            .formatted(path, column, String.join(", ", required), Nearest.hint(column, csv.columns())));
            return csv;
        } catch (IOException e) {
            throw new BadInput("Cannot read %s: is it there, and readable?".formatted(path), e);
        }
    }

    /** The columns of the first line, in order. */
    public List<String> columns() {
        return lines.isEmpty() ? List.of() : List.copyOf(lines.get(0).cells().keySet());
    }

    /** @param columns those that may stand in the header; any may, if it is empty */
    private static Csv parse(String file, byte[] bytes, List<String> columns) {
        CsvParser parser = new CsvParser(settings());
        try {
            parser.beginParsing(new StringReader(text(file, bytes)));
            List<String> header = header(file, parser.parseNext(), columns);
            List<Line> lines = new ArrayList<>();
            for (String[] row = parser.parseNext(); row != null; row = parser.parseNext())
                lines.add(line(file, parser.getContext().currentLine(), header, row));
            return new Csv(List.copyOf(lines));
        } catch (TextParsingException e) {
            throw new BadInput(
                    "%s line %d is not CSV: put a cell with commas or quotes in double quotes, and double the quotes inside it"
                            .formatted(file, e.getLineIndex() + 1),
                    e);
        } finally {
            parser.stopParsing();
        }
    }

    private static CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setComment('\0');
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
        settings.setMaxCharsPerColumn(LONGEST_CELL);
        settings.setNullValue("");
        return settings;
    }

    /** The bytes as UTF-8; the parser itself skips a byte order mark and carriage returns. */
    private static String text(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInput("%s is not UTF-8: save it as \"CSV UTF-8\"".formatted(file), e);
        }
    }

    private static List<String> header(String file, String[] row, List<String> columns) {
        if (row == null) throw new BadInput("%s is empty: begin it with a header line".formatted(file));
        Set<String> seen = new HashSet<>();
        for (String column : row) {
            if (!columns.isEmpty() && !columns.contains(column)) throw unknownColumn(file, column, columns);
            if (!seen.add(column))
                throw new BadInput("%s line 1: column '%s' stands twice: keep one".formatted(file, column));
        }
        return List.of(row);
    }

    private static Line line(String file, long number, List<String> header, String[] row) {
        if (row.length > header.size())
            throw new BadInput("%s line %d: '%s' stands under no column of the header: quote a cell that has commas"
                    .formatted(file, number, row[header.size()]));
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) cells.put(header.get(i), cell(file, number, row[i]));
        return new Line(file, number, cells);
    }

    private static String cell(String file, long number, String text) {
        if (text.contains("\n"))
            throw new BadInput("%s: the cell that ends on line %d holds a line break: close its quote on one line"
                    .formatted(file, number));
        return text.strip();
    }

    private static BadInput unknownColumn(String file, String column, List<String> columns) {
        return new BadInput(
                "%s line 1: unknown column '%s': use %s".formatted(file, column, String.join(", ", columns)));
    }
}
