package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;
import tradelake.lake.Finding;
import tradelake.lake.Finding.Severity;
import tradelake.lake.Manifest;
import tradelake.lake.Settings;
import tradelake.lake.TryLater;
import tradelake.lake.console.PlainStory;

/** What a scheduler's monitoring reads of a run. */
class MetricsFileTest {
    private static final Pattern SAMPLE =
            Pattern.compile("([a-z_]+(?:\\{(?:[a-z]+=\"(?:[^\"\\\\\n]|\\\\[\\\\n\"])*\",?)*})?) (-?[0-9.]+)");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("tradelake.prom");
    }

    private void around(Consumer<Setup> work) {
        Settings settings = Settings.read(Optional.empty(), List.of("metrics.file=" + file()));
        PrintWriter err = new PrintWriter(new StringWriter());
        MetricsFile.around("refresh", new Setup("lake", settings, Optional.empty(), new PlainStory(err)), work);
    }

    private static void good(Setup setup) {
        Manifest.WorkReport step = new Manifest.WorkReport(
                "gold.coverage",
                42,
                1.5,
                3,
                List.of(
                        new Finding("odd", "one", 3),
                        new Finding("odd", "two", 1),
                        new Finding("total-moved", "\"CHN\"\n2023", 1, Severity.warning)));
        setup.teller().finished(step);
        setup.teller()
                .ended(new Manifest(
                        "000007-\"x", "published", "", "", "", null, List.of(), Map.of(), Map.of(), List.of(step)));
    }

    /** Every line that is no comment as Prometheus reads it; a sample that stands twice is an error there. */
    private Map<String, Double> samples() throws IOException {
        return Files.readAllLines(file()).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> {
                    Matcher sample = SAMPLE.matcher(line);
                    assertThat(sample.matches()).as(line).isTrue();
                    return sample;
                })
                .collect(Collectors.toMap(sample -> sample.group(1), sample -> Double.valueOf(sample.group(2))));
    }

    @Test
    void aGoodRunIsWrittenDown() throws IOException {
        around(MetricsFileTest::good);
        assertThat(samples())
                .containsEntry("tradelake_run_exit_code", 0.0)
                .containsEntry("tradelake_run_rows{step=\"gold.coverage\"}", 42.0)
                .containsEntry("tradelake_run_findings{kind=\"odd\",severity=\"note\"}", 2.0)
                .containsEntry("tradelake_run_findings{kind=\"total-moved\",severity=\"warning\"}", 1.0)
                .containsKey("tradelake_run_duration_seconds");
        assertThat(samples().get(MetricsFile.CPU)).isPositive();
        assertThat(samples().keySet())
                .contains(
                        "tradelake_run_info{command=\"refresh\",run=\"000007-\\\"x\",status=\"published\",version=\"%s\"}"
                                .formatted(Versions.own()));
        assertThat(samples().get("tradelake_last_success_timestamp_seconds"))
                .isEqualTo(samples().get("tradelake_run_timestamp_seconds"));
        assertThat(folder.toFile().list()).containsExactly("tradelake.prom");
    }

    @Test
    void aRunThatFailsKeepsTheTimeOfTheLastSuccess() throws IOException {
        around(MetricsFileTest::good);
        Double last = samples().get("tradelake_last_success_timestamp_seconds");
        assertThatThrownBy(() -> around(setup -> {
                    throw new IllegalStateException("wrapped", new BadInput("a file is bad"));
                }))
                .hasMessage("wrapped");
        assertThat(samples())
                .containsEntry("tradelake_run_exit_code", 2.0)
                .containsEntry("tradelake_last_success_timestamp_seconds", last)
                .doesNotContainKey("tradelake_run_rows{step=\"gold.coverage\"}");
        assertThatThrownBy(() -> around(setup -> {
                    throw new TryLater("locked");
                }))
                .isInstanceOf(TryLater.class);
        assertThat(samples()).containsEntry("tradelake_run_exit_code", 75.0);
    }

    @Test
    void aFolderThatIsNotThereIsRefusedBeforeTheWork() {
        StringWriter err = new StringWriter();
        RecordingWorkbench bench = new RecordingWorkbench();
        int code = Main.run(
                bench,
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "refresh",
                "--set",
                "metrics.file=" + folder.resolve("none/x.prom"));
        assertThat(code).isEqualTo(2);
        assertThat(bench.asked).isEmpty();
        assertThat(err.toString()).contains("Cannot use metrics.file = ", "a file in a folder that is there");
    }
}
