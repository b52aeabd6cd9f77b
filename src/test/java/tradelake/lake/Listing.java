package tradelake.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every file and folder under a folder, with its size and the time of its last change: equal where nothing was written. */
public final class Listing {
    private Listing() {}

    public static String of(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().map(Listing::line).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Path path) {
        try {
            return "%s %d %s".formatted(path, Files.size(path), Files.getLastModifiedTime(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
