package tradelake.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Answers SQL from the published run. */
@Command(
        name = "sql",
        header = "Answer SQL from the published run; without a statement, a shell.",
        description = {"Every table is there under its name, at the version that the published run pins."},
        footer = {
            "%nExamples:",
            "  tradelake sql \"SELECT year, intra_share FROM gold.regional_shares WHERE group_id = 'RCEP' AND is_headline\"",
            "  tradelake sql -o csv \"SELECT * FROM gold.coverage\" > coverage.csv"
        })
final class SqlCommand extends LakeCommand {
    @Mixin
    private RowOptions rows;

    @Parameters(arity = "0..1", paramLabel = "SELECT", description = "One statement, in quotation marks.")
    private String statement;

    SqlCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        workbench.sql(setup, Optional.ofNullable(statement), rows.to(out()));
    }
}
