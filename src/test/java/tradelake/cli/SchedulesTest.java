package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conf/schedule holds is accepted by the parsers that are installed here, and the night does what its first lines say. */
class SchedulesTest {
    private static final Path SCHEDULE = Path.of("conf/schedule").toAbsolutePath();

    @TempDir
    Path folder;

    /** What a program said, and how it ended. */
    private record Ended(int code, String said) {}

    private Ended run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(said));
    }

    private static void assumeThereIs(String... words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assumeTrue(process.waitFor() == 0, String.join(" ", words) + " does not work here");
        } catch (IOException e) {
            assumeTrue(false, words[0] + " is not installed here");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A program in tradelake's place that writes down what it was asked and ends as the test says. */
    private Ended night(int fetched, int refreshed, Path asked) throws Exception {
        Path played = Files.writeString(
                folder.resolve("tradelake"), "#!/usr/bin/env bash\necho \"$*\" >>" + asked + "\nexit $((ENDS_$1))\n");
        played.toFile().setExecutable(true);
        return run(
                Map.of(
                        "TRADELAKE", played.toString(),
                        "TRADELAKE_INPUT", "in put",
                        "TRADELAKE_LAKE", "lake",
                        "TRADELAKE_YEARS", "2023",
                        "TRADELAKE_KEY_FILE", "key",
                        "ENDS_fetch", "" + fetched,
                        "ENDS_refresh", "" + refreshed),
                SCHEDULE.resolve("nightly").toString());
    }

    @ParameterizedTest
    @CsvSource({"0,0,0,2", "75,0,75,2", "1,0,1,2", "75,1,1,2", "0,75,75,2", "0,2,2,2", "2,0,2,1", "143,0,143,1"})
    void aNightRefreshesWhatCame(int fetched, int refreshed, int ends, int steps) throws Exception {
        Path asked = folder.resolve("asked");
        Ended night = night(fetched, refreshed, asked);
        assertThat(night.code()).as(night.said()).isEqualTo(ends);
        assertThat(Files.readAllLines(asked))
                .isEqualTo(List.of(
                                "fetch in put --reporters RCEP --years 2023 --key-file key --log-format json",
                                "refresh --input in put --lake lake --log-format json")
                        .subList(0, steps));
    }

    @Test
    void aNightWithoutALakeSaysWhatIsMissing() throws Exception {
        Ended night =
                run(Map.of("TRADELAKE_INPUT", "in"), SCHEDULE.resolve("nightly").toString());
        assertThat(night.code()).isNotZero();
        assertThat(night.said()).contains("TRADELAKE_LAKE: is not set: name the lake");
    }

    @Test
    void systemdAcceptsTheUnits() throws Exception {
        assumeThereIs("systemd-analyze", "--version");
        for (String name : List.of("tradelake.service", "tradelake.timer"))
            Files.writeString(
                    folder.resolve(name),
                    Files.readString(SCHEDULE.resolve("systemd").resolve(name))
                            .replace(
                                    "/opt/tradelake",
                                    Path.of("").toAbsolutePath().toString()));
        Ended verified = run(
                Map.of(),
                "systemd-analyze",
                "verify",
                "--man=no",
                folder.resolve("tradelake.service").toString(),
                folder.resolve("tradelake.timer").toString());
        assertThat(verified.code()).as(verified.said()).isZero();
        assertThat(verified.said()).doesNotContain("Unknown");
    }

    @Test
    void cronStartsTheNightUnderALock() throws IOException {
        List<String> jobs = Files.readAllLines(SCHEDULE.resolve("cron/tradelake")).stream()
                .filter(line -> line.matches("[0-9*].*"))
                .toList();
        assertThat(jobs)
                .singleElement()
                .asString()
                .matches("(\\S+ ){5}tradelake flock -n \\S+ /opt/tradelake/conf/schedule/nightly >>.*");
        assertThat(SCHEDULE.resolve("nightly")).isExecutable();
    }

    @Test
    void pythonParsesTheDag() throws Exception {
        assumeThereIs("python3", "--version");
        String dag = SCHEDULE.resolve("airflow/tradelake_dag.py").toString();
        Ended parsed = run(
                Map.of(),
                "python3",
                "-c",
                """
                import ast, json, sys
                calls = {n.func.id: {k.arg: ast.unparse(k.value) for k in n.keywords}
                         for n in ast.walk(ast.parse(open(sys.argv[1]).read()))
                         if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
                print(json.dumps(calls))
                """,
                dag);
        assertThat(parsed.code()).as(parsed.said()).isZero();
        JsonNode calls = new ObjectMapper().readTree(parsed.said());
        assertThat(calls.at("/SparkSubmitOperator/java_class").asText()).isEqualTo("'" + Main.class.getName() + "'");
        assertThat(calls.at("/SparkSubmitOperator/trigger_rule").asText()).isEqualTo("'all_done'");
        assertThat(calls.at("/BashOperator/bash_command").asText()).contains("bin/tradelake fetch");
        assertThat(calls.at("/DAG/max_active_runs").asText()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "cronjob.yaml, CronJob, /spec/concurrencyPolicy",
        "scheduled-spark-application.yaml, ScheduledSparkApplication, /spec/concurrencyPolicy"
    })
    void theManifestsOfKubernetesAreYaml(String file, String kind, String place) throws Exception {
        JsonNode manifest = yaml(file);
        assertThat(manifest.path("kind").asText()).isEqualTo(kind);
        assertThat(manifest.at(place).asText()).isEqualTo("Forbid");
    }

    @Test
    void theSparkApplicationIsACommandLineOfOurs() throws Exception {
        JsonNode application = yaml("scheduled-spark-application.yaml").at("/spec/template");
        assertThat(application.path("mainClass").asText()).isEqualTo(Main.class.getName());
        assertThat(application.path("sparkVersion").asText()).isEqualTo(Versions.spark());
        List<String> arguments = new ArrayList<>();
        application.path("arguments").forEach(argument -> arguments.add(argument.asText()));
        assertThat(Main.commandLine(new RecordingWorkbench())
                        .parseArgs(arguments.toArray(String[]::new))
                        .subcommand()
                        .commandSpec()
                        .name())
                .isEqualTo("refresh");
    }

    private JsonNode yaml(String file) throws Exception {
        assumeThereIs("python3", "-c", "import yaml");
        Ended read = run(
                Map.of(),
                "python3",
                "-c",
                "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))",
                SCHEDULE.resolve("kubernetes").resolve(file).toString());
        assertThat(read.code()).as(read.said()).isZero();
        return new ObjectMapper().readTree(read.said());
    }
}
