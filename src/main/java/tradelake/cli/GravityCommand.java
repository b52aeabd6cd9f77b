package tradelake.cli;

import picocli.CommandLine.Command;

/** Structural gravity: the commands that estimate. */
@Command(
        name = "gravity",
        header = "Estimate gravity models on your own data or on the lake's.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"%nExamples:", "  tradelake gravity estimate --help"})
final class GravityCommand {}
