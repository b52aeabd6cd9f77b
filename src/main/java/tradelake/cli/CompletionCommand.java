package tradelake.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes what a shell needs to complete commands, options and names of tables. */
@Command(
        name = "completion",
        header = "Print a script with which bash and zsh complete what you type.",
        description = "Commands, options, their values, and the names of tables after describe and build -s.",
        footer = {
            "%nExamples:",
            "  source <(bin/tradelake completion)",
            "  tradelake completion > ~/.local/share/bash-completion/completions/tradelake"
        })
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        CommandSpec root = spec.root();
        spec.commandLine().getOut().print(AutoComplete.bash(root.name(), root.commandLine()));
    }
}
