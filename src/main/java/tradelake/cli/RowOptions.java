package tradelake.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The option of every command that answers with rows. */
final class RowOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|csv|json",
            description =
                    "How rows are written to standard output. csv has full numbers and puts an apostrophe before texts that"
                            + " a spreadsheet would run as a formula; json has every value as it is. Default: table.")
    private RowFormat format = RowFormat.table;

    RowFormat format() {
        return format;
    }

    /** Whether the answer is for people to look at. */
    boolean areForPeople() {
        return format == RowFormat.table;
    }

    RowsOut to(PrintWriter out) {
        return format.to(out);
    }
}
