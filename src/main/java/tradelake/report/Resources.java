package tradelake.report;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of this package in the class path, which is a folder or a jar. */
final class Resources {
    private Resources() {}

    static String text(String name) {
        try (InputStream file = Resources.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Config config(String name) {
        return ConfigFactory.parseString(text(name)).resolve();
    }

    /** The names of the files in a folder, sorted. */
    static List<String> names(String folder) {
        try {
            URI place = Resources.class.getResource(folder).toURI();
            if (!place.getScheme().equals("jar")) return names(Path.of(place));
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return names(
                        jar.getPath(place.toString().substring(place.toString().indexOf('!') + 1)));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("Cannot list the resources in " + folder, e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
