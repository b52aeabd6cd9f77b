package tradelake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tradelake.lake.BadInput;

/** Gives back the room of old versions. */
@Command(
        name = "maintain",
        header = "Delete old versions of the tables that the last runs do not stand on.",
        description = {
            "Every refresh leaves earlier versions of its tables in the lake, so that runs can be compared. This deletes those that none of the"
                    + " last published runs stands on. Originals in LAKE/raw and the list of runs stay."
        },
        footer = {"%nExamples:", "  tradelake maintain", "  tradelake maintain --runs 1"})
final class MaintainCommand extends LakeCommand {
    @Option(
            names = "--runs",
            paramLabel = "N",
            description =
                    "How many published runs stay readable, the one that readers see included: 1 or more. Default: ${DEFAULT-VALUE}.")
    private int runs = 3;

    @Mixin
    private RowOptions rows;

    MaintainCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        if (runs < 1) throw new BadInput("Cannot keep %d runs: readers need one, so give 1 or more.".formatted(runs));
        workbench.maintain(setup, runs, rows.to(out()));
    }
}
