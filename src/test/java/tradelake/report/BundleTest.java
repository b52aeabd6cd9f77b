package tradelake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in the repository ready-made is what its build script wrote, from the sources and versions that it names. */
class BundleTest {
    private static final Path FRONTEND = Path.of("src/main/frontend");

    @Test
    void theScriptIsTheOneThatWasBundled() throws Exception {
        assertThat(sha256(bytes("report.js")))
                .isEqualTo(properties("bundle.properties").getProperty("bundle.sha256"));
    }

    @Test
    void itWasBundledFromTheseSources() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(FRONTEND.resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> file.toString().replace('\\', '/')))
                    .toList()) all.write(Files.readAllBytes(file));
        }
        assertThat(sha256(all.toByteArray()))
                .as("run src/main/frontend/build.sh")
                .isEqualTo(properties("bundle.properties").getProperty("sources.sha256"));
    }

    @Test
    void versionsAreThoseThatAreLockedAndTheLockNamesNoHost() throws Exception {
        String lock = Files.readString(FRONTEND.resolve("package-lock.json"));
        Properties bundle = properties("bundle.properties");
        for (String part : List.of("echarts", "zrender", "tslib", "esbuild"))
            assertThat(lock)
                    .containsPattern("\"node_modules/%s\": \\{\\s+\"version\": \"%s\""
                            .formatted(part, bundle.getProperty(part)));
        assertThat(lock).doesNotContain("\"resolved\"");
    }

    @Test
    void licencesOfWhatIsInItStandBesideIt() throws Exception {
        assertThat(new String(bytes("licences/echarts-NOTICE.txt"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Apache ECharts");
        for (String part : List.of("echarts", "zrender", "tslib"))
            assertThat(bytes("licences/" + part + "-LICENSE.txt")).isNotEmpty();
    }

    @Test
    void theCheckerOfAccessibilityIsTheOneThatWasTaken() throws Exception {
        assertThat(sha256(bytes("axe/axe.min.js")))
                .isEqualTo(properties("axe/axe.properties").getProperty("sha256"));
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Report.class.getResourceAsStream(name)) {
            properties.load(file);
        }
        return properties;
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream file = Report.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
