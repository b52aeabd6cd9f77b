package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.AutoComplete;
import picocli.CommandLine;

/** What the program says of itself: examples that are accepted, completion by the real shell, colours that can be refused. */
class HelpTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^  (?:source <\\(bin/)?tradelake (.*?)(?:\\)| > [\\w.~/-]+)?$");

    @TempDir
    Path folder;

    static List<CommandLine> commands() {
        List<CommandLine> commands = new ArrayList<>();
        withAllBelow(root(), commands);
        return commands;
    }

    private static CommandLine root() {
        return Main.commandLine(new RecordingWorkbench());
    }

    private static void withAllBelow(CommandLine command, List<CommandLine> commands) {
        commands.add(command);
        command.getSubcommands().values().forEach(below -> withAllBelow(below, commands));
    }

    /** The parser takes what the help shows, up to a pipe or a redirection. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasExamplesAndTheyAreAccepted(CommandLine command) {
        assertThat(command.getUsageMessage(CommandLine.Help.Ansi.OFF)).contains("Examples:");
        List<String> examples = examples(command);
        assertThat(examples).isNotEmpty();
        for (String example : examples)
            assertThatCode(() -> root().parseArgs(words(example))).as(example).doesNotThrowAnyException();
    }

    private static List<String> examples(CommandLine command) {
        String shown = String.join("\n", command.getCommandSpec().usageMessage().footer());
        return EXAMPLE.matcher(shown.replaceAll("\\\\\\s*\n\\s*", ""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String[] words(String line) {
        return WORD.matcher(line).results().map(HelpTest::word).toArray(String[]::new);
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "desc | describe",
                "describe gold.regional | gold.regional_shares",
                "build -s silver.bi | silver.bilateral",
                "tables -o j | json",
                "scenario ru | run",
                "refresh --inp | --input",
            })
    void bashCompletes(String typed, String completed) throws Exception {
        Path script = Files.writeString(folder.resolve("script"), AutoComplete.bash("tradelake", root()));
        String words = "tradelake " + typed;
        String asked =
                "source %s; compopt() { :; }; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=%d; _complete_tradelake; echo \"${COMPREPLY[@]}\""
                        .formatted(script, words, words.split(" ").length - 1, words, words.length());
        assertThat(output(Map.of(), "bash", "-c", asked).strip()).isEqualTo(completed);
    }

    /** On a terminal of its own, as util-linux's script makes one. */
    @Test
    void noColorMeansNoColor() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "util-linux's script is not here");
        assertThat(helpOnATerminal(Map.of())).contains("\u001b[", "refresh");
        assertThat(helpOnATerminal(Map.of("NO_COLOR", "1")))
                .doesNotContain("\u001b")
                .contains("refresh");
    }

    private String helpOnATerminal(Map<String, String> environment) throws Exception {
        String java = "%s/bin/java -XX:TieredStopAtLevel=1 -cp '%s' tradelake.cli.Main --help"
                .formatted(System.getProperty("java.home"), TradelakeProcess.classPath());
        return output(environment, "script", "-qec", java, "/dev/null");
    }

    private static String output(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Stream.of("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE").forEach(builder.environment()::remove);
        builder.environment().put("TERM", "xterm");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
