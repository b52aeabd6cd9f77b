package tradelake.gravity;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tradelake.lake.BadInput;

/**
 * Reads columns of a CSV file with a header. A column whose cells are all numbers, empty or {@code NA} is one of numbers.
 */
public final class CsvFrame {
    private static final int LONGEST_CELL = 100_000;

    private CsvFrame() {}

    /** The named columns; a name that the header lacks is a mistake. */
    public static Frame read(Path file, Set<String> columns) {
        if (!Files.isReadable(file) || Files.isDirectory(file))
            throw new BadInput("Cannot read %s: name a CSV file that is there.".formatted(file));
        if (Files.isRegularFile(file)) return again(file, columns);
        return copied(file, columns);
    }

    /** What comes through a pipe can be read once alone. */
    private static Frame copied(Path pipe, Set<String> columns) {
        try (InputStream in = Files.newInputStream(pipe)) {
            Path copy = Files.createTempFile("tradelake", ".csv");
            try {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return again(copy, columns);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new BadInput("Cannot read %s (%s): name a CSV file that is there.".formatted(pipe, e), e);
        }
    }

    /** Begins anew whenever a column turns out to be one of texts, so that no column has to be kept as both. */
    private static Frame again(Path file, Set<String> columns) {
        Set<String> texts = new HashSet<>();
        while (true)
            try {
                return once(file, columns, texts);
            } catch (NotANumber text) {
                texts.add(text.column);
            }
    }

    /** A column that was taken for numbers has another text. */
    private static final class NotANumber extends Exception {
        private static final long serialVersionUID = 1;

        private final String column;

        NotANumber(String column) {
            this.column = column;
        }
    }

    private static Frame once(Path file, Set<String> columns, Set<String> texts) throws NotANumber {
        CsvParser parser = new CsvParser(settings());
        try {
            parser.beginParsing(file.toFile(), "UTF-8");
            List<String> header = header(file, parser.parseNext(), columns);
            return rows(parser, header, columns, texts);
        } catch (TextParsingException e) {
            throw new BadInput(
                    "%s line %d is not CSV: put a cell with commas or quotes in double quotes."
                            .formatted(file, e.getLineIndex() + 1),
                    e);
        } finally {
            parser.stopParsing();
        }
    }

    private static CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setMaxCharsPerColumn(LONGEST_CELL);
        settings.setMaxColumns(10_000);
        settings.setNullValue("");
        settings.setLineSeparatorDetectionEnabled(true);
        return settings;
    }

    private static List<String> header(Path file, String[] row, Set<String> columns) {
        if (row == null) throw new BadInput("%s is empty: begin it with a header line.".formatted(file));
        List<String> header = Arrays.asList(row);
        for (String column : columns)
            if (!header.contains(column))
                throw new BadInput(
                        "%s has no column '%s': it has %s.".formatted(file, column, String.join(", ", header)));
        return header;
    }

    private static Frame rows(CsvParser parser, List<String> header, Set<String> columns, Set<String> texts)
            throws NotANumber {
        List<Cells> cells = columns.stream()
                .map(name -> new Cells(name, header.indexOf(name), texts.contains(name)))
                .toList();
        int rows = 0;
        for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
            for (Cells column : cells) column.add(row);
            rows++;
        }
        Map<String, Variable> variables = new LinkedHashMap<>();
        for (Cells column : cells) variables.put(column.name, column.variable());
        return new Frame(rows, variables);
    }

    /** A column that is read as numbers until a text comes. */
    private static final class Cells {
        private final String name;
        private final int place;
        private final boolean isText;
        private final TextColumn texts = new TextColumn();
        private double[] numbers = new double[1024];
        private int size = 0;

        Cells(String name, int place, boolean isText) {
            this.name = name;
            this.place = place;
            this.isText = isText;
        }

        void add(String[] row) throws NotANumber {
            String cell = place < row.length ? row[place].strip() : "";
            if (isText) {
                texts.add(cell);
                return;
            }
            if (size == numbers.length) numbers = Arrays.copyOf(numbers, 2 * size);
            numbers[size++] = number(cell);
        }

        private double number(String cell) throws NotANumber {
            if (cell.isEmpty() || cell.equals("NA")) return Double.NaN;
            try {
                return Double.parseDouble(cell);
            } catch (NumberFormatException e) {
                throw new NotANumber(name);
            }
        }

        Variable variable() {
            return isText ? texts.factor() : new Variable.Numbers(Arrays.copyOf(numbers, size));
        }
    }
}
