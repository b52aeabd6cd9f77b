package tradelake.sources.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for one answer, outside the folder that is fetched into. */
final class Scratch {
    private Scratch() {}

    static Path file() {
        try {
            return Files.createTempFile("tradelake-list", ".json");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into the folder of temporary files.", e);
        }
    }
}
