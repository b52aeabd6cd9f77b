package tradelake.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Small parts of data-samples for tests that refresh more than once. */
final class Samples {
    private static final Path ALL = Path.of("data-samples");

    private Samples() {}

    /** Viet Nam, Indonesia and Singapore in two years, copied into a folder. */
    static Path small(Path folder) throws IOException {
        return copied("COMTRADE-FINAL-CA(704|360|702)(2018|2019).*|C_A_(704|360|702)_(2018|2019)01.*", folder);
    }

    /** All reporters in three years, with a republished dataset, a converted one and a group's reports. */
    static Path threeYears(Path folder) throws IOException {
        return copied("COMTRADE-FINAL-CA\\d{3}(2018|2019|2020).*|C_A_\\d+_(2018|2019|2020)01.*", folder);
    }

    private static Path copied(String names, Path folder) throws IOException {
        List<Path> chosen;
        try (Stream<Path> files = Files.walk(ALL)) {
            chosen = files.filter(file -> file.getFileName().toString().matches(names))
                    .sorted()
                    .toList();
        }
        Files.createDirectories(folder);
        for (Path file : chosen) Files.copy(file, folder.resolve(file.getFileName()));
        return folder;
    }
}
