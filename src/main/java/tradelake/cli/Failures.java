package tradelake.cli;

import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import tradelake.lake.BadInput;
import tradelake.lake.Expected;
import tradelake.lake.Shutdown;
import tradelake.lake.TryLater;
import tradelake.lake.console.Display;
import tradelake.lake.console.JsonStory;

/** What the user sees when a command fails, and the exit code: one line for what is expected, the full trace for a fault. */
final class Failures {
    private Failures() {}

    /** The arguments cannot be understood: one line, and where to look. */
    static int atParsing(ParameterException e, String[] args) {
        CommandLine cmd = e.getCommandLine();
        PrintWriter err = cmd.getErr();
        err.println(cmd.getColorScheme().errorText(Display.printable(sentence(e))));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try: " + cmd.getCommandSpec().qualifiedName() + " --help");
        return Exit.BAD_INPUT;
    }

    private static String sentence(ParameterException e) {
        boolean isRoot = e.getCommandLine().getParent() == null;
        if (isRoot && e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption())
            return "There is no command " + unmatched.getUnmatched().get(0);
        return e.getMessage();
    }

    /** The command began and failed; Spark may have wrapped what a reader or a job said. */
    static int atWork(Exception e, CommandLine cmd, ParseResult parsed) throws Exception {
        Throwable known = Expected.behind(e).orElse(null);
        if (known == null && Shutdown.isUnderWay()) return stopped(cmd);
        if (known == null) throw e;
        int code = code(known);
        if (wantsJson(parsed)) new JsonStory(cmd.getErr(), Clock.systemUTC()).failed(known.getMessage(), code);
        else cmd.getErr().println(cmd.getColorScheme().errorText(Display.printable(known.getMessage())));
        return code;
    }

    /** The exit code of a failure, or of what is behind it. */
    static int code(Throwable failure) {
        Throwable known = Expected.behind(failure).orElse(null);
        if (known == null && Shutdown.isUnderWay()) return Exit.STOPPED;
        return known instanceof BadInput ? Exit.BAD_INPUT : known instanceof TryLater ? Exit.TRY_LATER : Exit.FAILED;
    }

    private static int stopped(CommandLine cmd) {
        cmd.getErr().println("Stopped. Readers see what they saw before; the next run goes on from what was finished.");
        return Exit.STOPPED;
    }

    private static boolean wantsJson(ParseResult parsed) {
        ParseResult leaf = parsed;
        while (leaf.hasSubcommand()) leaf = leaf.subcommand();
        return leaf.matchedOptionValue("--log-format", LogFormat.text) == LogFormat.json;
    }
}
