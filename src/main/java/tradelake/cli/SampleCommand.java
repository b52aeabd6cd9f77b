package tradelake.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tradelake.lake.BadInput;

/** Writes synthetic Comtrade files of any size. */
@Command(
        name = "sample",
        header = "Write synthetic Comtrade files of any size.",
        description = {
            "The same seed gives the same files. The numbers are made up: everything computed from them says SYNTHETIC.",
        },
        footer = {"%nExamples:", "  tradelake sample /tmp/comtrade --rows 50000000", "  tradelake sample mine --seed 7"
        })
final class SampleCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            description =
                    "Where to write: a new folder, an empty one, or one that holds an earlier sample, which is replaced.")
    private Path folder;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "About how many rows, all files together. Default: ${DEFAULT-VALUE}.",
            defaultValue = "280000")
    private long rows;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Another seed, another world. Default: 7, as in data-samples.")
    private long seed = 7;

    @Spec
    private CommandSpec spec;

    private final Workbench workbench;

    SampleCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        if (rows < 1) throw new BadInput("Cannot write %d rows: --rows must be 1 or more.".formatted(rows));
        workbench.sample(folder, rows, seed, spec.commandLine().getErr()::println);
        return Exit.DONE;
    }
}
