package tradelake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sets published figures beside the lake's own. */
@Command(
        name = "claims",
        header = "Set published figures beside the lake's own.",
        description = {
            "One line a figure: what is printed, what the primary definition gives, the verdict, and how many of the definitions"
                    + " reproduce it. gold.claims has a row for each definition."
        },
        footer = {"%nExamples:", "  tradelake claims", "  tradelake claims -o csv > claims.csv"})
final class ClaimsCommand extends LakeCommand {
    @Mixin
    private RowOptions rows;

    ClaimsCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        workbench.claims(setup, rows.to(out()));
    }
}
