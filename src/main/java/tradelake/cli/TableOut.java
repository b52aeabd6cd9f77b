package tradelake.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import tradelake.lake.console.TextTable;

/** Writes rows as an aligned table. */
final class TableOut implements RowsOut {
    private static final int WIDEST_CELL = 120;

    private final PrintWriter out;

    TableOut(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(List<Heading> headings, Iterable<Object[]> rows) {
        TextTable table = new TextTable(
                headings.stream()
                        .map(heading -> new TextTable.Column(heading.name(), heading.number()))
                        .toList(),
                WIDEST_CELL);
        rows.forEach(row -> table.add(Arrays.stream(row).map(Cell::rounded).toList()));
        out.print(table);
        out.flush();
    }
}
