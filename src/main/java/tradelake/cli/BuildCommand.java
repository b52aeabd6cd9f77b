package tradelake.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the tables that are stale. */
@Command(
        name = "build",
        header = "Make the tables that are stale, or those selected.",
        description = {
            "A table is stale when its inputs, the settings it depends on or its code changed since its last good commit."
        },
        footer = {
            "%nExamples:",
            "  tradelake build",
            "  tradelake build -s gold.regional_shares+ --set mirror.cif-factor=1.08",
            "  tradelake build --as-of 2025-03-31",
            "  tradelake build --lake /shared/lake --out ~/mine --set membership.fixed-on=2020-12-31",
            "  tradelake build --register spark_catalog.trade"
        })
final class BuildCommand extends LakeCommand {
    @Mixin
    private BuildOptions options;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Make them in this folder, beside the published run of the lake, which is read and not written to:"
                            + " docs/operations.md.")
    private String out;

    @Mixin
    private RegisterOption register;

    BuildCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        MetricsFile.around(
                "build",
                setup,
                watched -> workbench.build(
                        watched, options.choice(), Optional.ofNullable(out).map(Home::typed), register.schema()));
    }
}
