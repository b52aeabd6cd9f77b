package tradelake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
            "  tradelake build --register spark_catalog.trade"
        })
final class BuildCommand extends LakeCommand {
    @Mixin
    private BuildOptions options;

    @Mixin
    private RegisterOption register;

    BuildCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        MetricsFile.around("build", setup, watched -> workbench.build(watched, options.choice(), register.schema()));
    }
}
