package tradelake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** From files to a published lake: the main job. */
@Command(
        name = "refresh",
        header = "From files to a published lake: the main job.",
        description = {
            "Reads new files, makes what is stale, audits every table, publishes the run for readers, and prints the headline shares.",
            "Run it twice and nothing changes; kill it at any moment and the next run ends in the same state."
        },
        footer = {
            "%nExamples:",
            "  tradelake refresh",
            "  tradelake refresh --input ~/comtrade --lake /data/lake --set years=2008-2013"
        })
final class RefreshCommand extends LakeCommand {
    @Mixin
    private InputOptions input;

    @Mixin
    private RegisterOption register;

    @Mixin
    private RowOptions rows;

    RefreshCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        MetricsFile.around(
                "refresh",
                setup,
                watched -> workbench.refresh(watched, input.paths(), register.schema(), rows.to(out())));
    }
}
