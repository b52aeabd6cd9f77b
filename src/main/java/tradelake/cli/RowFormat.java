package tradelake.cli;

import java.io.PrintWriter;

/** How rows are written. */
enum RowFormat {
    /** For people: aligned, numbers rounded, long texts cut. */
    table,
    /** For spreadsheets and statistics programs: full numbers, texts that a spreadsheet would run as a formula disarmed. */
    csv,
    /** For programs: an array of objects, one a line, values as they are. */
    json;

    RowsOut to(PrintWriter out) {
        return switch (this) {
            case table -> new TableOut(out);
            case csv -> new CsvOut(out);
            case json -> new JsonOut(out);
        };
    }
}
