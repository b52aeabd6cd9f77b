package tradelake.tariffs.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tradelake.lake.Fingerprint;
import tradelake.lake.Settings;
import tradelake.reference.Reference;
import tradelake.tariffs.elasticities.ElasticitySets;
import tradelake.tariffs.production.ProductionFolder;
import tradelake.tariffs.scenarios.Scenario;
import tradelake.tariffs.scenarios.ScenarioReader;
import tradelake.tariffs.scenarios.Scenarios;

/** Reads a {@link Study} from the settings and the project's folder conf. */
public final class StudyReader {
    private static final String SCENARIOS = "scenarios.run";

    private static final String COLLECTED = "tariffs.collected";
    private static final String NONE = "off";

    private static final List<String> NUMBERS =
            List.of("tariffs.import-scale", "scenarios.draws", "scenarios.seed", "scenarios.relative-error");

    private final Settings settings;
    private final Reference reference;
    private final Path home;

    /**
     * Reads with these settings.
     *
     * @param home the project's folder; paths in settings are relative to it
     */
    public StudyReader(Settings settings, Reference reference, Path home) {
        this.settings = settings;
        this.reference = reference;
        this.home = home;
    }

    /** What a refresh answers; nothing where the project's folder comes without scenarios. */
    public Study standing() {
        return Files.isDirectory(conf("scenarios")) ? read(settings.list(SCENARIOS)) : Study.none();
    }

    /**
     * The study of some scenarios.
     *
     * @param names of conf/scenarios, or files of the user's
     */
    public Study read(List<String> names) {
        Path tariffs = conf("tariffs"), elasticities = conf("elasticities");
        ProductionFolder production =
                new ProductionFolder(home.resolve(settings.string("scenarios.production")), conf("production"));
        Optional<Path> collected = collected();
        ElasticitySets sets = ElasticitySets.of(elasticities);
        Scenarios all = new Scenarios(conf("scenarios"), new ScenarioReader(reference, sets.names()));
        List<Scenario> scenarios = names.stream().distinct().map(all::named).toList();
        return new Study(
                scenarios,
                tariffs,
                sets,
                positive("tariffs.import-scale"),
                uncertainty(),
                production,
                collected,
                Fingerprint.of(List.of(
                        names.stream()
                                .distinct()
                                .map(name -> Fingerprint.ofFiles(all.file(name)))
                                .toList()
                                .toString(),
                        settings.fingerprintOf(NUMBERS),
                        Fingerprint.ofFiles(tariffs),
                        Fingerprint.ofFiles(elasticities),
                        Fingerprint.ofFiles(production.folder()),
                        Fingerprint.ofFiles(production.industries()),
                        collected.map(Fingerprint::ofFiles).orElse(NONE))));
    }

    private Study.Uncertainty uncertainty() {
        int draws = settings.integer("scenarios.draws");
        if (draws < 0) throw settings.refuse("scenarios.draws", "nought or more");
        double error = settings.number("scenarios.relative-error");
        if (!(error >= 0)) throw settings.refuse("scenarios.relative-error", "nought or more");
        return new Study.Uncertainty(draws, settings.wholeNumber("scenarios.seed"), error);
    }

    private double positive(String key) {
        double value = settings.number(key);
        if (!(value > 0)) throw settings.refuse(key, "above nought");
        return value;
    }

    private Optional<Path> collected() {
        String folder = settings.string(COLLECTED);
        if (folder.equals(NONE)) return Optional.empty();
        Path path = home.resolve(folder);
        if (!Files.isDirectory(path)) throw settings.refuse(COLLECTED, "a folder that is there, or " + NONE);
        return Optional.of(path);
    }

    private Path conf(String folder) {
        return home.resolve("conf").resolve(folder);
    }
}
