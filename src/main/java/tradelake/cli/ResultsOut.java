package tradelake.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tradelake.lake.BadInput;
import tradelake.tariffs.simulate.ResultTable;

/** Several tables of results on one standard output: as one, with a first column that says which table a row is of. */
final class ResultsOut {
    private static final String TABLE = "table";

    private ResultsOut() {}

    /**
     * Writes one table as it is, or all of them with the columns of each behind one another.
     *
     * @param only the table that the user wants
     */
    static void write(List<ResultTable> tables, Optional<String> only, RowsOut out) {
        if (only.isPresent()) {
            ResultTable table = named(tables, only.get());
            out.write(headings(List.of(table), table.columns()), table.rows());
            return;
        }
        Set<String> columns = new LinkedHashSet<>(List.of(TABLE));
        tables.forEach(table -> columns.addAll(table.columns()));
        List<String> all = List.copyOf(columns);
        List<Object[]> rows = new ArrayList<>();
        for (ResultTable table : tables) for (Object[] row : table.rows()) rows.add(spread(all, table, row));
        out.write(headings(tables, all), rows);
    }

    private static ResultTable named(List<ResultTable> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("This model has no table '%s': use --table with one of %s."
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        tables.stream().map(ResultTable::name).toList()))));
    }

    private static Object[] spread(List<String> columns, ResultTable table, Object[] row) {
        Object[] wide = new Object[columns.size()];
        wide[0] = table.name();
        for (int c = 0; c < row.length; c++)
            wide[columns.indexOf(table.columns().get(c))] = row[c];
        return wide;
    }

    private static List<Heading> headings(List<ResultTable> tables, Collection<String> columns) {
        return columns.stream()
                .map(column -> new Heading(column, tables.stream().anyMatch(table -> holdsNumbers(table, column))))
                .toList();
    }

    private static boolean holdsNumbers(ResultTable table, String column) {
        int place = table.columns().indexOf(column);
        return place >= 0 && table.rows().stream().anyMatch(row -> row[place] instanceof Number);
    }
}
