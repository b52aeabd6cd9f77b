package tradelake.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The program: {@code bin/tradelake COMMAND}. It also runs, unchanged, under spark-submit, which then chooses the master, the
 * memory and the class path of the executors (docs/operations.md):
 *
 * <pre>
 * bin/tradelake-submit --master spark://host:7077 --properties-file conf/spark/standalone.conf -- \
 *   refresh --input s3a://trade/bulk --lake s3a://trade/lake
 * </pre>
 */
@Command(
        name = "tradelake",
        header = "From UN Comtrade files to a Delta lake that answers with regional shares.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Versions.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also when nothing was new",
            "1:a table or a check failed, or standard output could not be written",
            "2:bad usage, input or settings: one line says what",
            "75:try again later: the lake is held by another run, or its store or UN Comtrade does not answer",
            "130:stopped by Ctrl-C",
            "143:stopped by SIGTERM"
        },
        footer = {
            "%nExamples:",
            "  tradelake refresh",
            "  tradelake sql \"SELECT * FROM gold.regional_shares WHERE is_headline\"",
            "  tradelake refresh --help",
            "%nAnswers go to standard output, everything else to standard error.",
            "TRADELAKE_JAVA_OPTS is handed to Java, such as -Xmx8g.",
            "NO_COLOR, set to anything, switches colours off.",
            "TRADELAKE_ARCHIVE=off does without the class archive that shortens starts."
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        StandardOutput answers = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = new PrintWriter(utf8(new FileOutputStream(FileDescriptor.err)), true);
        int done = run(new SparkWorkbench(), utf8(answers), err, args);
        int code = answers.judged(done, StandardOutput.isPipe(), err);
        // A cluster manager takes an exit before the end of main for a failure, even with code 0.
        if (code != Exit.DONE || !SparkSessions.areSubmitted()) System.exit(code);
    }

    /** Runs one command and returns its exit code; tests call this too. */
    static int run(Workbench workbench, PrintWriter out, PrintWriter err, String... args) {
        try {
            return commandLine(workbench).setOut(out).setErr(err).execute(spoken(args));
        } catch (Error e) {
            e.printStackTrace(err);
            if (e instanceof OutOfMemoryError)
                err.println("Java ran out of memory: give it more, such as TRADELAKE_JAVA_OPTS=-Xmx8g.");
            return Exit.FAILED;
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** {@code help refresh} is said of many programs for {@code refresh --help}. */
    private static String[] spoken(String... args) {
        if (args.length == 0 || !args[0].equals("help")) return args;
        return Stream.concat(Arrays.stream(args).skip(1), Stream.of("--help")).toArray(String[]::new);
    }

    static CommandLine commandLine(Workbench workbench) {
        CommandLine commandLine = new CommandLine(new Main());
        commands(workbench).forEach(commandLine::addSubcommand);
        commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Failures::atParsing)
                .setExecutionExceptionHandler(Failures::atWork)
                .setExitCodeExceptionMapper(e -> Exit.FAILED);
        commandLine
                .getCommandSpec()
                .addOption(flag("Show the versions and exit.", "-V", "--version")
                        .versionHelp(true)
                        .build());
        layOutHelp(commandLine);
        CommandGroups.arrange(commandLine);
        return commandLine;
    }

    private static List<Object> commands(Workbench workbench) {
        return List.of(
                new FetchCommand(),
                new RefreshCommand(workbench),
                new IngestCommand(workbench),
                new ForgetCommand(workbench),
                new BuildCommand(workbench),
                new PlanCommand(workbench),
                new TablesCommand(workbench),
                new DescribeCommand(workbench),
                new CoverageCommand(workbench),
                new ClaimsCommand(workbench),
                new SqlCommand(workbench),
                new ReportCommand(workbench),
                new RunsCommand(workbench),
                new DiffCommand(workbench),
                new MaintainCommand(workbench),
                new TariffsCommand(),
                new CommandLine(new ScenarioCommand()).addSubcommand(new ScenarioRunCommand(workbench)),
                new SimulateCommand(),
                new SampleCommand(workbench),
                gravity(workbench),
                new BenchCommand(),
                new DoctorCommand(),
                new CompletionCommand());
    }

    private static CommandLine gravity(Workbench workbench) {
        return new CommandLine(new GravityCommand()).addSubcommand(new EstimateCommand(workbench));
    }

    private static void layOutHelp(CommandLine command) {
        command.getSubcommands().values().forEach(Main::layOutHelp);
        command.getCommandSpec()
                .addOption(flag("Show this help and exit.", "-h", "--help")
                        .usageHelp(true)
                        .build())
                .usageMessage()
                .sortOptions(false)
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n")
                .descriptionHeading(command.getParent() == null ? "" : "%n");
    }

    private static OptionSpec.Builder flag(String meaning, String... names) {
        return OptionSpec.builder(names).type(boolean.class).description(meaning);
    }

    /** Standard output is UTF-8 whatever the locale says: the names in the tables are Chinese too. */
    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }
}
