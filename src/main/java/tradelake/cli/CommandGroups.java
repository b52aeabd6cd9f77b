package tradelake.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lists the commands in the help by what one wants, not by the alphabet. */
final class CommandGroups {
    private static final int WIDTH = 12;
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Make the lake", List.of("fetch", "refresh", "ingest", "forget", "build", "maintain"));
        GROUPS.put("Ask the lake", List.of("sql", "report", "tables", "describe", "coverage", "claims"));
        GROUPS.put("Estimate", List.of("gravity"));
        GROUPS.put("See how it stands", List.of("plan", "runs", "diff"));
        GROUPS.put("Ask what tariffs do", List.of("tariffs", "scenario", "simulate"));
        GROUPS.put("Set it up and try it", List.of("doctor", "completion", "sample", "bench"));
    }

    private CommandGroups() {}

    static void arrange(CommandLine commandLine) {
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::list);
    }

    private static String list(Help help) {
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((heading, names) -> {
            text.append(help.createHeading("%n" + heading + ":%n"));
            for (String name : names) text.append(line(help, name));
        });
        return text.toString();
    }

    private static String line(Help help, String name) {
        Help command = help.subcommands().get(name);
        String header = command.commandSpec().usageMessage().header()[0];
        String colored = help.colorScheme().commandText(name).toString();
        return "  %s%s%s%n".formatted(colored, " ".repeat(WIDTH - name.length()), header);
    }
}
