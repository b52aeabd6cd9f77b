package tradelake.lake.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of text in aligned columns, numbers to the right, two blanks between; a last column to the left has no padding. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final int widest;

    /**
     * A heading and the side to which its cells are pushed.
     *
     * @param right as numbers stand
     */
    public record Column(String heading, boolean right) {
        public static Column left(String heading) {
            return new Column(heading, false);
        }

        public static Column right(String heading) {
            return new Column(heading, true);
        }
    }

    public TextTable(Column... columns) {
        this(Arrays.asList(columns), Integer.MAX_VALUE);
    }

    /**
     * A table whose longer cells are cut.
     *
     * @param widest columns on the terminal that one cell may take
     */
    public TextTable(List<Column> columns, int widest) {
        this.columns = List.copyOf(columns);
        this.widest = widest;
        rows.add(columns.stream().map(column -> cell(column.heading())).toList());
    }

    public TextTable add(String... cells) {
        return add(Arrays.asList(cells));
    }

    public TextTable add(List<String> cells) {
        if (cells.size() != columns.size())
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        rows.add(cells.stream().map(this::cell).toList());
        return this;
    }

    private String cell(String text) {
        return Display.cut(Display.printable(text), widest);
    }

    /** The lines, each ended by a line feed. */
    @Override
    public String toString() {
        int[] widths = new int[columns.size()];
        for (List<String> row : rows)
            for (int i = 0; i < widths.length; i++) widths[i] = Math.max(widths[i], Display.width(row.get(i)));
        return rows.stream().map(row -> line(row, widths) + "\n").collect(Collectors.joining());
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = String.join("", Collections.nCopies(widths[i] - Display.width(row.get(i)), " "));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).right() ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
