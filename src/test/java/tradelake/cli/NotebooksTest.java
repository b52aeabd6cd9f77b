package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks run as they are on the published snapshot of the sample, and what they assert is asserted. */
class NotebooksTest {
    /** Made by .ci/run: Debian's Jupyter, and DuckDB's package. */
    private static final Path ENVIRONMENT = Path.of("target/python/bin/python");

    private static final Pattern CHART = Pattern.compile("(?m)^show\\(");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("notebooks")
    void areKeptWithoutOutputsAndAssertWhatTheySay(Path notebook) throws IOException {
        JsonNode cells = new ObjectMapper().readTree(notebook.toFile()).get("cells");
        for (JsonNode cell : cells) {
            assertThat(cell.path("outputs")).isEmpty();
            assertThat(cell.path("execution_count").isInt()).isFalse();
            StringBuilder source = new StringBuilder();
            cell.get("source").forEach(line -> source.append(line.asText()));
            if (CHART.matcher(source).find()) assertThat(source).contains("assert ");
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    @Tag("acceptance")
    void runOnTheSample(Path notebook) throws Exception {
        Path log = folder.resolve("log");
        assertThat(exitCode(notebook, log)).as(Files.readString(log)).isZero();
        assertThat(folder.resolve(notebook.getFileName())).content().contains("image/png", "SYNTHETIC");
    }

    @Test
    @Tag("acceptance")
    void aBrokenAssertionFailsTheRun() throws Exception {
        Path broken = folder.resolve("broken/regional_shares.ipynb");
        Files.createDirectories(broken.getParent());
        Files.writeString(
                broken,
                Files.readString(Path.of("notebooks/regional_shares.ipynb"))
                        .replaceFirst("assert ", Matcher.quoteReplacement("assert 1 == 2, 'broken on purpose' # ")));
        Path log = folder.resolve("log");
        assertThat(exitCode(broken, log)).isPositive();
        assertThat(log).content().contains("AssertionError: broken on purpose");
    }

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            List<Path> notebooks = files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
            assertThat(notebooks).hasSize(3);
            return notebooks;
        }
    }

    private int exitCode(Path notebook, Path log) throws Exception {
        String python = Files.exists(ENVIRONMENT) ? ENVIRONMENT.toAbsolutePath().toString() : "python3";
        assumeTrue(
                new ProcessBuilder(python, "-c", "import duckdb, ipykernel, matplotlib, nbconvert, pandas")
                                .start()
                                .waitFor()
                        == 0,
                "python3 with Jupyter and the package duckdb is not here: .ci/run installs it");
        ProcessBuilder run = new ProcessBuilder(
                        python,
                        "-m",
                        "nbconvert",
                        "--to",
                        "notebook",
                        "--execute",
                        "--output-dir",
                        folder.toString(),
                        notebook.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        run.environment().put("TRADELAKE_LAKE", SampleLake.published().toString());
        return run.start().waitFor();
    }
}
