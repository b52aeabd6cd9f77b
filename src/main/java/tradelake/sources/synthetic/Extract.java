package tradelake.sources.synthetic;

import com.univocity.parsers.common.record.Record;
import java.util.List;

/**
 * A legacy CSV to be written, as a line of extracts.csv: part of what a reporter published.
 *
 * @param columns 22 or 35
 * @param flows the flow wanted, empty for all
 * @param chapters the chapters wanted, empty for all
 * @param trailingBlank whether commodity codes end in a blank
 */
record Extract(
        String file,
        int reporter,
        int firstYear,
        int lastYear,
        int columns,
        boolean byteOrderMark,
        String lineEnd,
        String flows,
        List<String> chapters,
        boolean trailingBlank,
        String note) {
    private static final List<String> LEGACY_FLOWS = List.of("M", "X", "RX", "RM");

    static List<Extract> all() {
        return Embedded.rows("extracts.csv").stream().map(Extract::from).toList();
    }

    /** The legacy files show totals over procedures, modes and second partners only. */
    boolean wants(Row row) {
        return !row.isBreakdown()
                && (flows.isEmpty() ? LEGACY_FLOWS.contains(row.flow) : flows.equals(row.flow))
                && (chapters.isEmpty() || row.level > 0 && chapters.contains(row.code.substring(0, 2)));
    }

    private static Extract from(Record row) {
        return new Extract(
                row.getString("file"),
                row.getInt("reporter"),
                row.getInt("first_year"),
                row.getInt("last_year"),
                row.getInt("columns"),
                row.getInt("bom") == 1,
                row.getString("line_end").equals("CRLF") ? "\r\n" : "\n",
                row.getString("flows"),
                Embedded.words(row.getString("chapters")),
                row.getInt("trailing_blank") == 1,
                row.getString("note"));
    }
}
