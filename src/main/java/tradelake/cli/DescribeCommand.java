package tradelake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a table holds, column by column. */
@Command(
        name = "describe",
        header = "Say what a table holds, column by column.",
        description = {"Type, unit and meaning of every column, as declared in the code."},
        footer = {"%nExamples:", "  tradelake describe gold.regional_shares"})
final class DescribeCommand extends LakeCommand {
    @Mixin
    private RowOptions rows;

    @Parameters(arity = "1", paramLabel = "TABLE", description = "Such as gold.regional_shares.")
    private String table;

    DescribeCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        workbench.describe(setup, table, rows.to(out()));
    }
}
