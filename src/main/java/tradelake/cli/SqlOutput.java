package tradelake.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import tradelake.lake.BadInput;

/** How and where the answers of `tradelake sql` are written. */
final class SqlOutput {
    /** The forms of an answer. */
    enum Form {
        table,
        csv,
        json,
        parquet
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|csv|json|parquet",
            description =
                    "How rows are written. csv has full numbers and puts an apostrophe before texts that a spreadsheet would run"
                            + " as a formula; json has every value as it is; parquet needs --out. Default: by the ending of"
                            + " --out, else table.")
    private Form form;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the answer to this file, in place of what is there, and not to standard output.")
    private Path file;

    /** The file that is to be written as Parquet. */
    Optional<Path> parquet() {
        if (form() != Form.parquet) return Optional.empty();
        if (file == null)
            throw new BadInput("Cannot write Parquet to standard output: name a file, such as --out answer.parquet.");
        return Optional.of(file);
    }

    /**
     * Where rows go in the other forms.
     *
     * @param out standard output
     */
    RowsOut to(PrintWriter out) {
        RowFormat format = form() == Form.parquet ? RowFormat.table : RowFormat.valueOf(form().name());
        return file == null || form() == Form.parquet ? format.to(out) : this.toFile(format);
    }

    private RowsOut toFile(RowFormat format) {
        return (headings, rows) -> TextFile.write(file, out -> format.to(out).write(headings, rows));
    }

    private Form form() {
        if (form != null) return form;
        if (file == null) return Form.table;
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(Form.values())
                .filter(each -> name.endsWith("." + each))
                .findFirst()
                .orElse(Form.table);
    }
}
