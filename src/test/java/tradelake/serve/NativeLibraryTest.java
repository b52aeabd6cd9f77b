package tradelake.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    @TempDir
    Path folder;

    @Test
    void theDriverWorksWithItsLibraryBesideItAndIsNotChangedTwice() throws Exception {
        Path jar = Files.copy(home(org.duckdb.DuckDBDriver.class), folder.resolve("duckdb_jdbc-1.jar"));
        NativeLibrary.main(new String[] {folder.toString()});
        try (ZipFile slim = new ZipFile(jar.toFile())) {
            assertThat(slim.stream()).noneMatch(entry -> entry.getName().startsWith("libduckdb"));
        }
        assertThat(new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                home(Connects.class) + ":" + jar,
                                Connects.class.getName())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        byte[] once = Files.readAllBytes(jar);
        NativeLibrary.main(new String[] {folder.toString()});
        assertThat(jar).hasBinaryContent(once);
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Opens DuckDB with the driver on its class path. */
    static final class Connects {
        private Connects() {}

        public static void main(String[] args) throws Exception {
            java.sql.DriverManager.getConnection("jdbc:duckdb:").close();
        }
    }
}
