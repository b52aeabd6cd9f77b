package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user types it, on a lake of one small file. */
class SqlTest {
    @TempDir
    static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void load() throws Exception {
        Path input = folder.resolve("input");
        DrawnFiles.bulk(
                input.resolve("vnm.gz"),
                """
            year reporter flow partner classification cmd    value legacyEstimationFlag
            2019 704      X    156     H5             850440 30    999
            2019 704      X    842     H5             850440 20    999
            """);
        new TestLake(folder.resolve("lake"), "years=2019-2020").refresh(input);
    }

    /** Runs a command in the session of the tests, which stays open. */
    private int run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--lake";
        all[arguments.length + 1] = folder.resolve("lake").toString();
        return Main.run(new SparkWorkbench(), new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    @Test
    void anAnswerGoesToStandardOutputAndWhatItIsMadeFromIsSaid() {
        int code = run(
                "sql",
                "-o",
                "csv",
                "SELECT intra_share FROM gold.regional_shares WHERE group_id = 'RCEP' AND product = 'TOTAL' AND flow = 'X' AND is_headline");
        assertThat(code).isZero();
        assertThat(out.toString().lines()).containsExactly("intra_share", "0.6");
        assertThat(err.toString()).contains("SYNTHETIC");
    }

    @Test
    void publishedRowsCanBeAskedThroughTheirFormats() {
        assertThat(run("sql", "-o", "csv", "SELECT sum(primaryValue) AS usd FROM bronze.comtrade"))
                .isZero();
        assertThat(out.toString().lines()).containsExactly("usd", "50");
    }

    @Test
    void whatIsWrongIsOneSentenceAndExitCodeTwo() {
        assertThat(run("sql", "SELECT * FROM gold.nothing")).isEqualTo(2);
        assertThat(run("sql", "SELECT 1 / 0")).isEqualTo(2);
        assertThat(run("sql", "DROP TABLE gold.regional_shares")).isEqualTo(2);
        assertThat(run("describe", "gold.nothing")).isEqualTo(2);
        assertThat(err.toString())
                .contains("lists the tables")
                .contains("Division by zero")
                .contains("read only")
                .doesNotContain("\tat ");
    }

    @Test
    void runsAndPlanAreAnswersToo() {
        assertThat(run("runs", "-o", "csv")).isZero();
        assertThat(out.toString()).contains("published");
        assertThat(run("tables")).isZero();
        assertThat(out.toString()).contains("gold.regional_shares");
    }
}
