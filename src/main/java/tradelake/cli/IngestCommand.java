package tradelake.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes files into the lake, and no further than silver.flows. */
@Command(
        name = "ingest",
        header = "Take files into the lake, no further than silver.flows.",
        description = {
            "Every row is accepted, set aside or quarantined, with the reason: silver.ledger adds up to the dollar."
        },
        footer = {
            "%nExamples:",
            "  tradelake ingest ~/comtrade/2023",
            "  tradelake ingest s3a://trade/bulk --lake s3a://trade/lake"
        })
final class IngestCommand extends LakeCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files and folders of UN Comtrade files, searched through.")
    private List<String> paths;

    IngestCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        MetricsFile.around(
                "ingest",
                setup,
                watched -> workbench.ingest(
                        watched, paths.stream().map(Home::typed).toList()));
    }
}
