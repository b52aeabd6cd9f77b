package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.TestSession;
import tradelake.serve.SnapshotReader;

/** The command line as a user types it, on a lake of one small file. */
class SqlTest {
    @TempDir
    static Path folder;

    private static TestLake lake;

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
        lake = new TestLake(folder.resolve("lake"), "years=2019-2020");
        lake.refresh(input);
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
        assertThat(run("sql", "SELECT no_such_column FROM gold.coverage")).isEqualTo(2);
        assertThat(run("sql", "SELECT * FROM gold.nothing", "--engine", "spark"))
                .isEqualTo(2);
        assertThat(run("sql", "SELECT 1 / 0", "--engine", "spark")).isEqualTo(2);
        assertThat(run("sql", "DROP TABLE gold.regional_shares")).isEqualTo(2);
        assertThat(run("describe", "gold.nothing")).isEqualTo(2);
        assertThat(err.toString())
                .contains("lists the tables")
                .contains("Division by zero")
                .contains("\"no_such_column\" not found")
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

    @Test
    void bothEnginesGiveTheSameAnswer() {
        String sql =
                "SELECT group_id, year, flow, basis, round(intra_share, 4) AS share, reporters_present, is_headline"
                        + " FROM gold.regional_shares WHERE product = 'TOTAL' ORDER BY ALL";
        for (String form : List.of("table", "csv", "json")) {
            assertThat(run("sql", "-o", form, sql)).isZero();
            String fast = out.toString();
            out.getBuffer().setLength(0);
            assertThat(run("sql", "-o", form, sql, "--engine", "spark")).isZero();
            assertThat(out).hasToString(fast);
            out.getBuffer().setLength(0);
        }
    }

    @Test
    void silverIsLeftToSparkAndSaidSo() {
        assertThat(run("sql", "-o", "csv", "SELECT count(*) AS n FROM silver.flows"))
                .isZero();
        assertThat(out.toString().lines()).containsExactly("n", "2");
        assertThat(err.toString()).contains("silver and bronze are not in the published snapshot: Spark answers");
    }

    @Test
    void anAnswerGoesToAFileInTheFormOfItsEnding() throws Exception {
        Path parquet = folder.resolve("answer.parquet");
        String sql =
                "SELECT year, total_usd FROM gold.regional_shares WHERE group_id = 'RCEP' AND is_headline AND flow = 'X' AND product = 'TOTAL'";
        assertThat(run("sql", sql, "--out", parquet.toString())).isZero();
        assertThat(TestSession.get().read().parquet(parquet.toString()).collectAsList())
                .extracting(row -> row.get(0), row -> row.get(1))
                .containsExactly(tuple(2019, 50.0));
        assertThat(run("sql", sql, "--out", folder.resolve("answer.csv").toString()))
                .isZero();
        assertThat(folder.resolve("answer.csv")).hasContent("year,total_usd\n2019,50");
        assertThat(out.toString()).isEmpty();
        assertThat(run("sql", sql, "-o", "parquet")).isEqualTo(2);
        assertThat(err.toString()).contains("--out answer.parquet");
    }

    @Test
    void theSnapshotHoldsTheRowsOfTheDeltaTables() throws Exception {
        Path published = folder.resolve("lake/published");
        Path current =
                published.resolve(Files.readString(published.resolve("current")).strip());
        for (Table table : lake.made()) {
            if (table.layer() != Layer.GOLD) continue;
            Dataset<Row> files = TestSession.get()
                    .read()
                    .parquet(current.resolve("gold/" + table.shortName() + ".parquet")
                            .toString());
            assertThat(files.schema().names())
                    .as(table.name())
                    .containsExactly(table.schema().names());
            assertThat(sorted(files)).as(table.name()).isEqualTo(sorted(lake.read(table)));
        }
    }

    private static List<String> sorted(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    @Test
    void aScriptFailsInTheEndWhereAStatementDid() {
        RowsOut rows = RowFormat.csv.to(new PrintWriter(out, true));
        try (SqlAnswers answers =
                new SnapshotAnswers(SnapshotReader.open(folder.resolve("lake")).orElseThrow())) {
            SqlShell shell = new SqlShell(answers, rows, err::append);
            Lines script = Lines.of(new ByteArrayInputStream(
                    "SELECT 1\n AS one; SELECT ';' AS two;\n\\d gold.products\n\\x\nSELECT 3 AS three"
                            .getBytes(StandardCharsets.UTF_8)));
            assertThatThrownBy(() -> shell.run(script)).hasMessageStartingWith("1 of the statements");
        }
        assertThat(out.toString().lines())
                .startsWith("one", "1", "two", ";", "column,type,meaning")
                .endsWith("three", "3");
        assertThat(err.toString()).contains("There is no command \\x");
    }

    @Test
    void theExampleOfEveryTableCanBeAsked() {
        for (Table table : TestLake.tables()) {
            assertThat(table.example()).as(table.name()).contains(table.name());
            assertThat(run("sql", table.example()))
                    .as(table.name() + ": " + err)
                    .isZero();
        }
    }

    @Test
    void describeSaysWhatThePageSays() {
        assertThat(run("describe", "gold.effective_tariffs", "-o", "csv")).isZero();
        assertThat(out.toString().lines()).startsWith("column,type,unit,meaning");
        assertThat(err.toString())
                .contains("Made from gold.applied_tariffs.")
                .contains("Always some_imports: import_value_usd > 0")
                .contains("Ask it: tradelake sql \"SELECT");
        assertThat(run("describe", "gold.effective_tariffs", "--language", "zh", "-o", "csv"))
                .isZero();
        assertThat(out.toString()).contains("列,类型,单位,含义").contains("现价美元");
        assertThat(err.toString()).contains("取自：gold.applied_tariffs。");
    }

    @Test
    void tablesSayHowManyRowsReadersSee() {
        assertThat(run("sql", "-o", "csv", "SELECT count(*) FROM gold.coverage"))
                .isZero();
        String rows = out.toString().lines().toList().get(1);
        assertThat(run("tables", "-o", "csv")).isZero();
        assertThat(out.toString()).contains("\ntable,rows,version,", "\ngold.coverage," + rows + ",");
    }
}
