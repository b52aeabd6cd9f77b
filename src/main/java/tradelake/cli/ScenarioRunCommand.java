package tradelake.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tradelake.lake.BadInput;
import tradelake.tariffs.simulate.ResultTable;

/** Answers scenarios beside the lake. */
@Command(
        name = "run",
        header = "Answer scenarios on the published lake, without touching it.",
        description = {
            "A researcher's own workspace: the published run is read, no lock is taken, and the answers go to standard output or"
                    + " to --out. Tables: scenario_country, scenario_bilateral, effective_tariffs, applied_tariffs, with the"
                    + " columns that `tradelake describe` says of them.",
            "A model that lacks an input has no rows, and a line on standard error says what is missing."
        },
        footer = {
            "%nExamples:",
            "  tradelake scenario run us-2025-08-31",
            "  tradelake scenario run us-2025-11-15 mine.conf --out answers",
            "  tradelake scenario run mine.conf --table scenario_bilateral -o csv --set scenarios.draws=1000"
        })
final class ScenarioRunCommand extends LakeCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "NAME|FILE",
            description = "Scenarios of conf/scenarios, or files NAME.conf.")
    private List<String> names;

    @Option(names = "--out", paramLabel = "DIR", description = "Write each table to DIR/TABLE.csv instead.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description =
                    "One table of the answers. Default: scenario_country for people; with csv and json all as one, with a first"
                            + " column that names the table.")
    private Optional<String> table = Optional.empty();

    @Mixin
    private RowOptions rows;

    ScenarioRunCommand(Workbench workbench) {
        super(workbench);
    }

    @Override
    void run(Setup setup) {
        List<ResultTable> results = workbench.scenarios(setup, names);
        if (folder.isPresent()) {
            write(results, folder.get());
            setup.teller()
                    .note("Written to %s: %s"
                            .formatted(
                                    folder.get(),
                                    results.stream()
                                            .map(ScenarioRunCommand::file)
                                            .collect(Collectors.joining(", "))));
            return;
        }
        boolean first = table.isEmpty() && rows.areForPeople();
        ResultsOut.write(results, first ? Optional.of(results.get(0).name()) : table, rows.to(out()));
    }

    private void write(List<ResultTable> results, Path to) {
        try {
            Files.createDirectories(to);
        } catch (IOException e) {
            throw new BadInput("Cannot write to %s: give a folder that can be written.".formatted(to), e);
        }
        for (ResultTable result : results)
            if (table.map(result.name()::equals).orElse(true))
                TextFile.write(
                        to.resolve(file(result)),
                        out -> ResultsOut.write(List.of(result), Optional.of(result.name()), RowFormat.csv.to(out)));
    }

    private static String file(ResultTable result) {
        return result.name() + ".csv";
    }
}
