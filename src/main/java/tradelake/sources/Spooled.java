package tradelake.sources;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Content that must be read from its end, put into a temporary file on the local disk: so the bytes that are read are those
 * that were hashed on their way, wherever the file lies and however it is packed.
 */
record Spooled(Path path) implements Closeable {
    static Spooled of(InputStream content) throws IOException {
        Spooled spooled = new Spooled(Files.createTempFile("tradelake", ".part"));
        try {
            Files.copy(content, spooled.path, StandardCopyOption.REPLACE_EXISTING);
            return spooled;
        } catch (IOException | RuntimeException e) {
            spooled.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
