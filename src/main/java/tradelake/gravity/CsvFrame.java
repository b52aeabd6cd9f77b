package tradelake.gravity;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
        CsvParser parser = new CsvParser(settings());
        try {
            parser.beginParsing(file.toFile(), "UTF-8");
            List<String> header = header(file, parser.parseNext(), columns);
            return rows(parser, header, columns);
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

    private static Frame rows(CsvParser parser, List<String> header, Set<String> columns) {
        Map<String, Cells> cells = new LinkedHashMap<>();
        columns.forEach(column -> cells.put(column, new Cells()));
        int rows = 0;
        for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
            for (var column : cells.entrySet()) {
                int place = header.indexOf(column.getKey());
                column.getValue().add(place < row.length ? row[place].strip() : "");
            }
            rows++;
        }
        Map<String, Variable> variables = new LinkedHashMap<>();
        cells.forEach((name, column) -> variables.put(name, column.variable()));
        return new Frame(rows, variables);
    }

    /** A column that is read as numbers until a text comes. */
    private static final class Cells {
        private double[] numbers = new double[1024];
        private int size = 0;
        private boolean numeric = true;
        private final List<String> texts = new ArrayList<>();
        private final Map<String, String> pool = new HashMap<>();

        void add(String cell) {
            texts.add(pool.computeIfAbsent(cell, same -> same));
            if (!numeric) return;
            if (size == numbers.length) numbers = Arrays.copyOf(numbers, 2 * size);
            try {
                numbers[size++] = cell.isEmpty() || cell.equals("NA") ? Double.NaN : Double.parseDouble(cell);
            } catch (NumberFormatException e) {
                numeric = false;
            }
        }

        Variable variable() {
            return numeric ? new Variable.Numbers(Arrays.copyOf(numbers, size)) : Factor.of(texts);
        }
    }
}
