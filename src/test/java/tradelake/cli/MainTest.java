package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tradelake.lake.BadInput;
import tradelake.lake.CheckFailed;
import tradelake.lake.TryLater;
import tradelake.lake.Years;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpMayComeFirst() {
        assertThat(run(new RecordingWorkbench(), "help", "refresh")).isZero();
        String said = out.toString();
        assertThat(said).contains("--input");
        assertThat(run(new RecordingWorkbench(), "refresh", "--help")).isZero();
        assertThat(out.toString()).isEqualTo(said.repeat(2));
    }

    @Test
    void aCommandReachesTheWorkbenchWithAbsolutePathsAndCheckedSettings() {
        RecordingWorkbench bench = new RecordingWorkbench();
        int code = run(bench, "refresh", "--input", "a", "s3a://b/c", "--lake", "mine", "--set", "years=2008-2013");
        assertThat(code).isZero();
        assertThat(bench.asked)
                .containsExactly("refresh [" + Path.of("a").toAbsolutePath() + ", s3a://b/c] Optional.empty");
        assertThat(bench.setup.lake())
                .isEqualTo(Path.of("mine").toAbsolutePath().toString());
        assertThat(bench.setup.settings().years("years")).isEqualTo(new Years(2008, 2013));
        assertThat(err).hasToString("Settings: years = 2008-2013 (--set)\n");
    }

    @Test
    void defaultsLieInTheProjectsFolder() {
        RecordingWorkbench bench = new RecordingWorkbench();
        assertThat(run(bench, "refresh")).isZero();
        assertThat(bench.asked)
                .containsExactly("refresh [" + Home.folder().resolve("data-samples") + "] Optional.empty");
        assertThat(bench.setup.lake()).isEqualTo(Home.folder().resolve("lake").toString());
        assertThat(bench.setup.master()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "build -s +gold.coverage gold.* --full | build [+gold.coverage, gold.*] true Optional.empty Optional.empty Optional.empty",
                "build --as-of 2025-03-31 | build [] false Optional[2025-03-31] Optional.empty Optional.empty",
                "build --register spark_catalog.trade | build [] false Optional.empty Optional.empty Optional[spark_catalog.trade]",
                "build --lake /shared --out /mine | build [] false Optional.empty Optional[/mine] Optional.empty",
                "plan -s gold.* | plan [gold.*]",
                "forget x.txt.gz 9f86d0 | forget [x.txt.gz, 9f86d0]",
                "describe gold.coverage -o json | describe gold.coverage",
                "sql | sql duckdb Optional.empty Optional.empty",
                "sql SELECT_1 -o csv | sql duckdb Optional[SELECT_1] Optional.empty",
                "sql SELECT_1 --engine spark | sql spark Optional[SELECT_1] Optional.empty",
                "sql SELECT_1 --out a.parquet | sql duckdb Optional[SELECT_1] Optional[a.parquet]",
                "runs --master local[1] | runs",
                "diff 000001 000002 --table gold.coverage | diff 000001 Optional[000002] Optional[gold.coverage]",
                "diff 3 | diff 3 Optional.empty Optional.empty",
                "maintain | maintain 3",
                "maintain --runs 1 | maintain 1",
                "coverage --log-format json | coverage",
                "claims | claims",
                "report | report Optional.empty",
                "report --out a.html | report Optional[a.html]",
                "scenario run us-2025-08-31 mine.conf | scenarios [us-2025-08-31, mine.conf]",
                "sample out --rows 5 --seed 7 | sample out 5 7",
                "sample out | sample out 280000 7",
            })
    void everyCommandSaysWhatItWasAsked(String line, String asked) {
        RecordingWorkbench bench = new RecordingWorkbench();
        assertThat(run(bench, line.split(" "))).as(err.toString()).isZero();
        assertThat(bench.asked).containsExactly(asked);
    }

    @Test
    void answersGoToStandardOutputAlone() {
        assertThat(run(new RecordingWorkbench(), "tables", "-o", "csv")).isZero();
        assertThat(out).hasToString("table,rows\ngold.coverage,450\n");
        assertThat(err).hasToString("");
    }

    @Test
    void aUsersErrorIsOneLineAndTwo() {
        assertThat(run(new RecordingWorkbench(new BadInput("Cannot read x.gz: it is truncated.")), "refresh"))
                .isEqualTo(2);
        assertThat(err).hasToString("Cannot read x.gz: it is truncated.\n");
    }

    @Test
    void aUsersErrorIsFoundUnderWhatSparkWrapsAroundIt() {
        RuntimeException wrapped = new IllegalStateException(
                "Job aborted", new RuntimeException(new BadInput("Cannot read x.gz: it is truncated.")));
        assertThat(run(new RecordingWorkbench(wrapped), "refresh")).isEqualTo(2);
        assertThat(err).hasToString("Cannot read x.gz: it is truncated.\n");
    }

    @Test
    void aFailedCheckIsOneLineAndOne() {
        assertThat(run(new RecordingWorkbench(new CheckFailed("gold.coverage broke gap")), "build"))
                .isEqualTo(1);
        assertThat(err).hasToString("gold.coverage broke gap\n");
    }

    @Test
    void aLockedLakeIsOneLineAndSeventyFive() {
        assertThat(run(new RecordingWorkbench(new TryLater("The lake is held by run 7.")), "refresh"))
                .isEqualTo(75);
        assertThat(err).hasToString("The lake is held by run 7.\n");
    }

    @Test
    void aFaultOfTheProgramIsAFullTraceAndOne() {
        assertThat(run(new RecordingWorkbench(new IllegalStateException("bug")), "refresh"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("IllegalStateException: bug").contains("at tradelake.cli");
    }

    @Test
    void failuresAreJsonWhereTheLogIs() {
        int code = run(new RecordingWorkbench(new TryLater("held by \"7\"")), "refresh", "--log-format", "json");
        assertThat(code).isEqualTo(75);
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("\"event\":\"failed\",\"message\":\"held by \\\"7\\\"\",\"exit_code\":75}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "refesh | There is no command refesh | refresh",
                "refresh --lakes x | Unknown option | --lake",
                "tables -o yaml | yaml | table",
                "build --as-of yesterday | yesterday | --help",
                "describe | Missing required parameter: 'TABLE' | describe --help",
                "sample d --rows many | many | --help",
            })
    void badUsageIsTwoAndSaysWhereToLook(String line, String says, String hint) {
        assertThat(run(new RecordingWorkbench(), line.split(" "))).isEqualTo(2);
        assertThat(err.toString())
                .contains(says)
                .contains(hint)
                .contains("--help")
                .doesNotContain("\tat ");
        assertThat(err.toString().lines().count()).isLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trade | give CATALOG.SCHEMA, such as spark_catalog.trade",
                "a.b.c | give CATALOG.SCHEMA, such as spark_catalog.trade",
                "glue.trade | so give spark_catalog.trade",
                "spark_catalog.Gold | so give spark_catalog.trade",
            })
    void aPlaceInTheCatalogThatCannotBeIsTwoBeforeAnythingStarts(String place, String hint) {
        RecordingWorkbench bench = new RecordingWorkbench();
        assertThat(run(bench, "build", "--register", place)).isEqualTo(2);
        assertThat(bench.asked).isEmpty();
        assertThat(err.toString()).startsWith("Cannot register in " + place).contains(hint);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--set raw.keeep=true", "--set years=soon", "--conf /no/such.conf"})
    void badSettingsAreTwoBeforeAnythingStarts(String options) {
        RecordingWorkbench bench = new RecordingWorkbench();
        assertThat(run(bench, ("refresh " + options).split(" "))).isEqualTo(2);
        assertThat(bench.asked).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pairs.product-levels=[total,foo] | total, foo | a list of some of total, section, chapter, category",
                "extracts.chapters-for-total=99999999999 | 99999999999 | from 1 to 97",
                "extracts.chapters-for-total=0 | 0 | from 1 to 97",
                "residual.tolerance=-1e-6 | -1e-6 | 0 or more and below 1",
                "residual.tolerance=1e999 | 1e999 | 0 or more and below 1",
                "mirror.cif-factor=0.95 | 0.95 | from 1 to 2",
                "mirror.highest-cif-rate=0 | 0 | above 0 and at most 1",
                "mirror.smallest-gap=0 | 0 | above 0 and at most 1",
                "gravity.least-flows=0 | 0 | 1 or more",
                "gravity.least-pairs=1 | 1 | 2 or more",
                "event-study.trend=2010-2022 | 2010-2022 | years before 2022",
                "event-study.placebo-years=0 | 0 | from 1 to 10",
                "event-study.placebo-years=11 | 11 | from 1 to 10",
                "before-after.baselines=[x] | x | a list such as [2019, 2017-2019]",
                "before-after.baselines=[2019-2017] | 2019-2017 | a list such as [2019, 2017-2019]",
                "snapshot.runs-kept=-1 | -1 | 0 (no snapshots) or more",
                "lock.expiry=0s | 0s | from 1s to 30d",
                "lock.expiry=9000d | 9000d | from 1s to 30d",
            })
    void settingsOutOfRangeAreTwoBeforeAnythingStarts(String setting, String value, String expected) {
        RecordingWorkbench bench = new RecordingWorkbench();
        assertThat(run(bench, "refresh", "--set", setting)).isEqualTo(2);
        assertThat(bench.asked).isEmpty();
        assertThat(err)
                .hasToString("Cannot use %s = %s (--set): it must be %s.\n"
                        .formatted(setting.substring(0, setting.indexOf('=')), value, expected));
    }

    @Test
    void settingsAtTheEndOfTheirRangeAreTaken() {
        RecordingWorkbench bench = new RecordingWorkbench();
        assertThat(run(
                        bench,
                        "refresh",
                        "--set",
                        "residual.tolerance=0",
                        "--set",
                        "extracts.chapters-for-total=97",
                        "--set",
                        "mirror.cif-factor=1",
                        "--set",
                        "pairs.product-levels=[]",
                        "--set",
                        "snapshot.runs-kept=0",
                        "--set",
                        "lock.expiry=1s"))
                .as(err.toString())
                .isZero();
    }

    /** The project's folder holds groups that cannot be read: whoever opens the lake before looking says so instead. */
    @ParameterizedTest
    @ValueSource(strings = {"plan", "build", "forget x.gz", "coverage", "claims", "scenario run us-2025-08-31"})
    void aLakeThatIsNotThereIsToldBeforeAnythingStarts(String command, @TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("conf"));
        Files.writeString(folder.resolve("conf/groups.csv"), "broken");
        String lake = folder.resolve("laek").toString();
        String before = System.setProperty("tradelake.home", folder.toString());
        try {
            assertThat(run(new SparkWorkbench(), (command + " --lake " + lake).split(" ")))
                    .isEqualTo(2);
        } finally {
            if (before == null) System.clearProperty("tradelake.home");
            else System.setProperty("tradelake.home", before);
        }
        assertThat(err)
                .hasToString(
                        "There is no lake at %s yet. Make one with: tradelake refresh --lake %1$s\n".formatted(lake));
    }

    @Test
    void theSettingsFileIsReadFromWhereTheUserSays(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("my.conf"), "raw.keep = false\n");
        RecordingWorkbench bench = new RecordingWorkbench();
        assertThat(run(bench, "runs", "--conf", file.toString())).isZero();
        assertThat(bench.setup.settings().flag("raw.keep")).isFalse();
    }

    @Test
    void noCommandShowsTheHelpAndIsBadUsage() {
        assertThat(run(new RecordingWorkbench())).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required subcommand").contains("--help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refresh",
                "ingest",
                "forget",
                "build",
                "plan",
                "tables",
                "describe",
                "coverage",
                "claims",
                "report",
                "sql",
                "runs",
                "tariffs",
                "scenario",
                "simulate",
                "sample",
                "doctor"
            })
    void everyCommandIsInTheHelpAndHasItsOwnWithExamples(String command) {
        assertThat(run(new RecordingWorkbench(), "--help")).isZero();
        assertThat(out.toString()).containsPattern("(?m)^  " + command + " +[A-Z]");
        assertThat(run(new RecordingWorkbench(), command, "--help")).isZero();
        assertThat(out.toString()).contains("Examples:").contains("  tradelake " + command);
    }

    @Test
    void theVersionNamesWhatWorksTogether() {
        assertThat(run(new RecordingWorkbench(), "--version")).isZero();
        assertThat(out.toString()).matches("(?s)tradelake .* \\(Spark 4\\..*, Delta 4\\..*, Java .*\\)\\s*");
    }

    private int run(Workbench bench, String... args) {
        return Main.run(bench, new PrintWriter(out), new PrintWriter(err), args);
    }
}
