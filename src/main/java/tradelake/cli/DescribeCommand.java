package tradelake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a table holds, column by column. */
@Command(
        name = "describe",
        header = "Say what a table holds, column by column.",
        description = {
            "Type, unit and meaning of every column, as declared in the code; on standard error what the table is made from, what"
                    + " holds in every row and a statement to begin with. The same as docs/tables.md."
        },
        footer = {
            "%nExamples:",
            "  tradelake describe gold.regional_shares",
            "  tradelake describe gold.regional_shares --language zh"
        })
final class DescribeCommand extends LakeCommand {
    @Mixin
    private RowOptions rows;

    @Option(names = "--language", paramLabel = "en|zh", description = "Language of the answer. Default: en.")
    private Language language = Language.EN;

    @Parameters(
            arity = "1",
            paramLabel = "TABLE",
            completionCandidates = TableNames.class,
            description = "Such as gold.regional_shares.")
    private String table;

    DescribeCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        workbench.describe(setup, table, language, rows.to(out()));
    }
}
