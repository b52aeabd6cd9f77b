package tradelake.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rows as CSV (RFC 4180, line feeds). A text that a spreadsheet would run as a formula, because it begins with
 * {@code = + - @}, tab or carriage return, gets an apostrophe before it; JSON gives it as it is.
 */
final class CsvOut implements RowsOut {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final PrintWriter out;

    CsvOut(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(List<Heading> headings, Iterable<Object[]> rows) {
        line(headings.stream().map(Heading::name).toArray());
        rows.forEach(this::line);
        out.flush();
    }

    private void line(Object[] values) {
        out.print(Arrays.stream(values).map(CsvOut::field).collect(Collectors.joining(",")) + "\n");
    }

    /** Null is an empty field, the empty text two quotation marks. */
    private static String field(Object value) {
        String text = Cell.exact(value);
        if (value == null || value instanceof Number) return text;
        if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) text = "'" + text;
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> ",\"\n\r".indexOf(c) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
