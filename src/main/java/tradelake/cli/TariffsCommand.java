package tradelake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What tariffs are in force. */
@Command(
        name = "tariffs",
        header = "Say which tariffs are in force on a day.",
        description = "The schedules are data: conf/tariffs, a folder for each importer.",
        synopsisSubcommandLabel = "rates",
        subcommands = RatesCommand.class,
        footer = {"%nExamples:", "  tradelake tariffs rates --help"})
final class TariffsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand: tradelake tariffs rates");
    }
}
