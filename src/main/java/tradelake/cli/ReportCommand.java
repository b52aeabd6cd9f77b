package tradelake.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says where the report of the published run lies, writes it elsewhere, or opens it. */
@Command(
        name = "report",
        header = "Find, write or open the report of the published run.",
        description = {
            "One HTML file with charts, their definitions, numbers and SQL, in English and Chinese; it loads nothing and can be"
                    + " passed on as it is. Every refresh writes it beside the published tables."
        },
        footer = {
            "%nExamples:",
            "  tradelake report",
            "  tradelake report --open",
            "  tradelake report --out shares.html"
        })
final class ReportCommand extends LakeCommand {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write it to this file too, replacing one that is there.")
    private Path file;

    @Option(names = "--open", description = "Open it in the browser of this machine.")
    private boolean open;

    ReportCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        Path report = workbench.report(setup, Optional.ofNullable(file));
        out().println(report);
        out().flush();
        if (open) Opener.ofThisSystem().open(report.toAbsolutePath());
    }
}
