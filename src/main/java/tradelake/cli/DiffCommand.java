package tradelake.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what differs between the tables of two runs. */
@Command(
        name = "diff",
        header = "Say what differs between two runs: files, settings, tables, numbers.",
        description = {
            "Rows of the tables that the runs stand on are compared by their keys, numbers to the last digit. Which files came and"
                    + " went, and which settings differ, is said beside it. With --table, every number that differs, the greatest"
                    + " change of each column first."
        },
        footer = {
            "%nExamples:",
            "  tradelake diff 3",
            "  tradelake diff 3 4 --table gold.regional_shares -o csv > moved.csv"
        })
final class DiffCommand extends LakeCommand {
    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "A run: its number, or the beginning of its name: tradelake runs.")
    private String before;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "RUN",
            description = "The run to compare it with. Default: the one that readers see.")
    private String after;

    @Option(names = "--table", paramLabel = "TABLE", description = "The table whose numbers are listed.")
    private String table;

    @Mixin
    private RowOptions rows;

    DiffCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        workbench.diff(setup, before, Optional.ofNullable(after), Optional.ofNullable(table), rows.to(out()));
    }
}
