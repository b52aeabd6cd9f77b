package tradelake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the tables. */
@Command(
        name = "tables",
        header = "List the tables: what each holds, its rows and version.",
        description = {"What each column means: tradelake describe TABLE, or docs/tables.md."},
        footer = {"%nExamples:", "  tradelake tables", "  tradelake tables -o json"})
final class TablesCommand extends LakeCommand {
    @Mixin
    private RowOptions rows;

    TablesCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        workbench.tables(setup, rows.to(out()));
    }
}
