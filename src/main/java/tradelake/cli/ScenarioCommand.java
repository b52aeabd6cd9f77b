package tradelake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What would happen if. */
@Command(
        name = "scenario",
        header = "List tariff scenarios, or run them.",
        description = "Scenarios are files: conf/scenarios, one each.",
        synopsisSubcommandLabel = "list|run",
        subcommands = ScenarioListCommand.class,
        footer = {"%nExamples:", "  tradelake scenario list", "  tradelake scenario run us-2025-08-31"})
final class ScenarioCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand: tradelake scenario list, or run NAME");
    }
}
