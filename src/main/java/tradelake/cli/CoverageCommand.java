package tradelake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which reporters have data for which years. */
@Command(
        name = "coverage",
        header = "Say which reporters have data for which years.",
        description = {"Beside the published control totals, where there are any."},
        footer = {"%nExamples:", "  tradelake coverage", "  tradelake coverage -o csv > coverage.csv"})
final class CoverageCommand extends LakeCommand {
    @Mixin
    private RowOptions rows;

    CoverageCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        workbench.coverage(setup, rows.to(out()));
    }
}
