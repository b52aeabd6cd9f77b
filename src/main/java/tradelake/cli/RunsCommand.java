package tradelake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the runs. */
@Command(
        name = "runs",
        header = "List the runs: when, how they ended, which one readers see.",
        description = {
            "Each names the version of every table it stands on, its settings and the version of the program."
        },
        footer = {"%nExamples:", "  tradelake runs", "  tradelake runs -o json"})
final class RunsCommand extends LakeCommand {
    @Mixin
    private RowOptions rows;

    RunsCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        workbench.runs(setup, rows.to(out()));
    }
}
