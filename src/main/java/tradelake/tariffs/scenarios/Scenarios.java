package tradelake.tariffs.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tradelake.lake.BadInput;
import tradelake.lake.Nearest;

/** The scenarios in a folder. */
public final class Scenarios {
    /** The one that is run when nobody names another. */
    public static final String STANDARD = "us-2025-08-31";

    private static final String ENDING = ".conf";

    private final Path folder;
    private final ScenarioReader reader;

    public Scenarios(Path folder, ScenarioReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    /** All, by name. */
    public List<Scenario> all() {
        return files().stream().map(reader::read).toList();
    }

    /** The scenario of a name, or in a file of the user's. */
    public Scenario named(String nameOrFile) {
        return reader.read(file(nameOrFile));
    }

    /** The file of a scenario that is named, or is that file. */
    public Path file(String nameOrFile) {
        if (nameOrFile.endsWith(ENDING)) return Path.of(nameOrFile);
        Path file = folder.resolve(nameOrFile + ENDING);
        if (Files.exists(file)) return file;
        List<String> names = files().stream()
                .map(path -> path.getFileName().toString().replace(ENDING, ""))
                .toList();
        throw new BadInput("There is no scenario '%s': `tradelake scenario list` lists them.%s"
                .formatted(nameOrFile, Nearest.hint(nameOrFile, names)));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadInput("Cannot read the scenarios in %s: is the folder there?".formatted(folder), e);
        }
    }
}
