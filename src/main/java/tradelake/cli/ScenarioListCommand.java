package tradelake.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tradelake.reference.Reference;
import tradelake.tariffs.elasticities.ElasticitySets;
import tradelake.tariffs.scenarios.Scenario;
import tradelake.tariffs.scenarios.ScenarioReader;
import tradelake.tariffs.scenarios.Scenarios;
import tradelake.tariffs.simulate.ModelName;

/** Lists the scenarios. */
@Command(
        name = "list",
        header = "List the scenarios of conf/scenarios.",
        footer = {"%nExamples:", "  tradelake scenario list", "  tradelake scenario list -o json"})
final class ScenarioListCommand implements Callable<Integer> {
    @Mixin
    private RowOptions rows;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ScenarioReader reader = new ScenarioReader(
                Reference.load(Path.of(Home.standard("conf"))),
                ElasticitySets.of(Path.of(Home.standard("conf/elasticities"))).names());
        List<Scenario> all = new Scenarios(Path.of(Home.standard("conf/scenarios")), reader).all();
        rows.to(spec.commandLine().getOut())
                .write(
                        List.of(
                                Heading.text("scenario"),
                                Heading.text("is_default"),
                                Heading.text("date"),
                                Heading.text("known_on"),
                                Heading.text("importers"),
                                Heading.text("models"),
                                Heading.text("elasticities"),
                                Heading.number("base_year"),
                                Heading.text("title_en"),
                                Heading.text("title_zh")),
                        all.stream().map(ScenarioListCommand::row).toList());
        return Exit.DONE;
    }

    private static Object[] row(Scenario scenario) {
        return new Object[] {
            scenario.name(),
            scenario.name().equals(Scenarios.STANDARD),
            scenario.after().date().toString(),
            scenario.after().knownOn().map(Object::toString).orElse(null),
            String.join(" ", scenario.importers()),
            scenario.models().stream().map(ModelName::label).collect(Collectors.joining(" ")),
            scenario.elasticities(),
            scenario.baseYear(),
            scenario.title().en(),
            scenario.title().zh()
        };
    }
}
