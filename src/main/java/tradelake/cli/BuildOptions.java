package tradelake.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tradelake.lake.Selection;

/** Which jobs are meant, and from what state of the files. */
final class BuildOptions {
    @Option(
            names = {"-s", "--select"},
            arity = "1..*",
            paramLabel = "SELECT",
            completionCandidates = TableNames.class,
            description =
                    "Jobs: NAME, NAME+ (and all that depend on it), +NAME (and all it depends on), gold.* (a layer).")
    private List<String> select = new ArrayList<>();

    @Option(names = "--full", description = "Make them all anew, also those that are not stale.")
    private boolean full;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Count only files published up to this day, such as 2025-03-31, and those that bear no date.")
    private LocalDate asOf;

    BuildChoice choice() {
        return new BuildChoice(new Selection(List.copyOf(select)), full, Optional.ofNullable(asOf));
    }
}
