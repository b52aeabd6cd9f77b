package tradelake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what would be made, and why. */
@Command(
        name = "plan",
        header = "Say what build would make, and why.",
        description = {"Reads manifests only; changes nothing."},
        footer = {"%nExamples:", "  tradelake plan", "  tradelake plan -s gold.* -o csv"})
final class PlanCommand extends LakeCommand {
    @Mixin
    private BuildOptions options;

    @Mixin
    private RowOptions rows;

    PlanCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        workbench.plan(setup, options.choice(), rows.to(out()));
    }
}
