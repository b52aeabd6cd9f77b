package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** bin/tradelake in a folder of its own, with stand-ins for Maven and Java that note how they are called. */
class LauncherTest {
    private static final Path SCRIPT = Path.of("bin/tradelake");

    private static final String JAVA =
            """
            #!/bin/bash
            if [ "$1" = -version ]; then echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit 0; fi
            printf '%s\\n' "$PWD" "$@"
            for option; do
              case $option in -XX:ArchiveClassesAtExit=*) echo classes >"${option#*=}" ;; esac
            done
            """;

    private static final String MAVEN =
            """
            #!/bin/bash
            if [ "$1" = -v ]; then echo 'Apache Maven 3.8.7'; echo 'Java version: 17.0.15, vendor: x'; exit 0; fi
            echo built >>built.log
            sleep 1
            mkdir -p target/lib
            touch target/tradelake-0.1.0.jar target/lib/b.jar target/lib/a.jar
            """;

    @TempDir
    Path folder;

    private String archive = "off";

    @ParameterizedTest
    @ValueSource(strings = {"bin/tradelake", "bin/tradelake-submit", ".ci/run"})
    void theScriptsParse(String script) throws Exception {
        assertThat(new ProcessBuilder("bash", "-n", script).inheritIO().start().waitFor())
                .isZero();
        assertThat(Path.of(script)).isExecutable();
    }

    @Test
    void theFirstRunBuildsTheSecondDoesNotAndAChangedSourceDoes() throws Exception {
        Path home = project();
        assertThat(run(home, "tables").err()).contains("building");
        assertThat(run(home, "tables").err()).isEmpty();
        assertThat(home.resolve("built.log")).hasContent("built");
        Thread.sleep(1100);
        Files.writeString(home.resolve("src/main/X.java"), "changed");
        run(home, "tables");
        assertThat(home.resolve("built.log")).hasContent("built\nbuilt");
    }

    @Test
    void twoFirstRunsBuildOnce() throws Exception {
        Path home = project();
        Process one = start(home, "tables");
        Process two = start(home, "tables");
        assertThat(one.waitFor()).isZero();
        assertThat(two.waitFor()).isZero();
        assertThat(home.resolve("built.log")).hasContent("built");
    }

    @Test
    void javaIsGivenTheOptionsTheClassPathAndTheUsersFolder() throws Exception {
        Path home = project();
        List<String> lines =
                run(home, "sql", "SELECT 1", "--lake", "my lake").out().lines().toList();
        Path real = home.toRealPath();
        assertThat(lines)
                .startsWith(folder.toRealPath().toString(), "@" + real + "/conf/jvm.options")
                .contains("-Dtradelake.home=" + real, "-Dtradelake.terminal=false", "-Xmx123m")
                .containsSubsequence(
                        "-cp",
                        "%1$s/target/launcher/tradelake.jar:%1$s/target/lib/a.jar:%1$s/target/lib/b.jar"
                                .formatted(real),
                        "tradelake.cli.Main",
                        "sql",
                        "SELECT 1",
                        "--lake",
                        "my lake");
    }

    @Test
    void anOldJavaIsOneSentence() throws Exception {
        Path home = project();
        script(folder.resolve("tools/java"), JAVA.replace("17.0.15", "11.0.2"));
        Result result = run(home, "tables");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("tradelake: Java 11 is too old; install JDK 17 or set JAVA_HOME to one.\n");
    }

    @Test
    void anOldMavenIsOneSentence() throws Exception {
        Path home = project();
        script(folder.resolve("tools/mvn"), MAVEN.replace("3.8.7", "3.6.3"));
        Result result = run(home, "tables");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("tradelake: Maven 3.6 is too old; install 3.8 or later.\n");
    }

    @Test
    void aFailedBuildSaysSoAndTheNextRunBuildsAgainFromWholeLibraries() throws Exception {
        Path home = project();
        script(
                folder.resolve("tools/mvn"),
                MAVEN.replace("sleep 1", "mkdir -p target/lib; touch target/lib/half.jar; exit 1"));
        Result failed = run(home, "tables");
        assertThat(failed.code()).isEqualTo(2);
        assertThat(failed.err()).contains("the build failed");
        script(folder.resolve("tools/mvn"), MAVEN);
        assertThat(run(home, "tables").out()).doesNotContain("half.jar");
    }

    @Test
    void theClassArchiveIsMadeAfterTheFirstRunAndUsedByTheNext() throws Exception {
        Path home = project();
        archive = "on";
        assertThat(run(home, "tables").out()).doesNotContain("-XX:SharedArchiveFile");
        Path launcher = home.toRealPath().resolve("target/launcher");
        waitFor(() -> names(launcher).stream().anyMatch(name -> name.matches("classes-\\d+\\.jsa")));
        assertThat(run(home, "tables").out()).contains("-XX:SharedArchiveFile=" + launcher + "/classes-");
        waitFor(() -> names(launcher).stream().noneMatch(name -> name.startsWith("archive.tmp")));
    }

    @Test
    void anArchiveThatCannotBeMadeIsNotTriedAgainAndHarmsNoRun() throws Exception {
        Path home = project();
        archive = "on";
        script(
                folder.resolve("tools/java"),
                JAVA.replace("echo classes >\"${option#*=}\"", "echo tried >>\"$TRIED\"; exit 1"));
        assertThat(run(home, "tables").code()).isZero();
        waitFor(() -> names(home.resolve("target/launcher")).contains("archive.failed"));
        assertThat(run(home, "tables").code()).isZero();
        Thread.sleep(1500);
        assertThat(folder.resolve("tried")).hasContent("tried");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 150 && !condition.call(); i++) Thread.sleep(100);
        assertThat(condition.call()).isTrue();
    }

    /** A name with blanks, because folders have them. */
    private Path project() throws IOException {
        Path home = Files.createDirectories(folder.resolve("my project"));
        for (String sub : List.of("bin", "conf", "src/main")) Files.createDirectories(home.resolve(sub));
        Files.copy(SCRIPT, home.resolve("bin/tradelake"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(home.resolve("conf/jvm.options"), "");
        Files.writeString(home.resolve("src/main/X.java"), "");
        Files.createDirectories(folder.resolve("tools"));
        script(folder.resolve("tools/java"), JAVA);
        script(folder.resolve("tools/mvn"), MAVEN);
        return home;
    }

    private static void script(Path path, String text) throws IOException {
        Files.writeString(path, text);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private Result run(Path home, String... args) throws Exception {
        Process process = start(home, args);
        String err = text(process.getErrorStream());
        String out = text(process.getInputStream());
        return new Result(process.waitFor(), out, err);
    }

    private Process start(Path home, String... args) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", home.resolve("bin/tradelake").toString());
        builder.command().addAll(List.of(args));
        builder.directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA_HOME");
        environment.put("PATH", folder.resolve("tools") + ":" + environment.get("PATH"));
        environment.put("TRADELAKE_ARCHIVE", archive);
        environment.put("TRIED", folder.resolve("tried").toString());
        environment.put("TRADELAKE_JAVA_OPTS", "-Xmx123m");
        return builder.start();
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** How a run of the script ended. */
    private record Result(int code, String out, String err) {}
}
