package tradelake.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tradelake.lake.console.TextTable;

/** Writes rows as an aligned table; numbers of a column have as many decimals as the one that needs most, four at most. */
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
        List<Object[]> all = new ArrayList<>();
        rows.forEach(all::add);
        int[] decimals = IntStream.range(0, headings.size())
                .map(column -> all.stream()
                        .mapToInt(row -> Cell.decimals(row[column]))
                        .max()
                        .orElse(0))
                .toArray();
        for (Object[] row : all)
            table.add(IntStream.range(0, row.length)
                    .mapToObj(column -> Cell.rounded(row[column], decimals[column]))
                    .toList());
        out.print(table);
        out.flush();
    }
}
