package tradelake.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes files out of the lake again. */
@Command(
        name = "forget",
        header = "Take files out of the lake again.",
        description = {
            "Their reporter-years are made anew from the files that remain; gold follows with the next build or refresh."
        },
        footer = {"%nExamples:", "  tradelake forget C_A_32_202401_H6_O.txt.gz", "  tradelake forget 9f86d081884c"})
final class ForgetCommand extends LakeCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Name, path or first digits of the SHA-256 of one ingested file.")
    private List<String> files;

    ForgetCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        MetricsFile.around("forget", setup, watched -> workbench.forget(watched, files));
    }
}
