package tradelake.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Lays DuckDB's native library beside its driver. The driver's jar holds the library for four systems and unpacks one, 60 MB, at
 * each start, which takes longer than an answer; where the jar holds none, the driver loads the one in the jar's folder. The
 * launcher runs this once after each build.
 */
public final class NativeLibrary {
    private static final String NATIVE = "libduckdb_java.so_";

    private NativeLibrary() {}

    /**
     * Changes the driver's jar in a folder of libraries, if it is there and has this system's library in it.
     *
     * @param args the folder
     */
    public static void main(String[] args) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(args[0]))) {
            for (Path jar : jars.filter(jar -> jar.getFileName().toString().matches("duckdb_jdbc-.*\\.jar"))
                    .toList()) layBeside(jar);
        }
    }

    /** Library first, jar after: whatever dies between leaves a driver that works. Both appear whole. */
    static void layBeside(Path jar) throws IOException {
        Path slim = jar.resolveSibling("driver.tmp");
        try (ZipFile driver = new ZipFile(jar.toFile())) {
            ZipEntry library = driver.getEntry(NATIVE + system());
            if (library == null) return;
            Path beside = jar.resolveSibling("native.tmp");
            try (var in = driver.getInputStream(library)) {
                Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(beside, jar.resolveSibling(library.getName()), StandardCopyOption.ATOMIC_MOVE);
            copyClasses(driver, slim);
            Files.move(slim, jar, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(slim);
        }
    }

    private static void copyClasses(ZipFile driver, Path slim) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(slim))) {
            for (ZipEntry entry : driver.stream()
                    .filter(entry -> !entry.getName().startsWith(NATIVE))
                    .toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                driver.getInputStream(entry).transferTo(out);
                out.closeEntry();
            }
        }
    }

    /** As the driver names it. */
    private static String system() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("mac")) return "osx_universal";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return (os.contains("windows") ? "windows_" : "linux_") + machine;
    }
}
