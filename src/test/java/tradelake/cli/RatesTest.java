package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tradelake tariffs rates} on the schedule that comes with the program. */
class RatesTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("imports.csv"),
                """
                exporter,hs6,import_value_usd,duty_usd
                JPN,100630,300,30
                JPN,100630,100,10
                BRA,090111,600,0
                """);
    }

    @Test
    void averagesByExporterAndBySection() {
        assertThat(rates("--weights", imports(), "--known-on", "2025-08-31", "-o", "csv"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "date,importer,exporter,import_value_usd,base_rate,additional_rate,total_rate,struck_down_rate,measures",
                        "2025-08-31,USA,ALL,1000,0.04,0.36,0.4,0.36,brazil 0.240000; reciprocal 0.120000",
                        "2025-08-31,USA,BRA,600,0,0.5,0.5,0.5,brazil 0.400000; reciprocal 0.100000",
                        "2025-08-31,USA,JPN,400,0.1,0.15,0.25,0.15,reciprocal 0.150000");
        assertThat(err.toString()).contains("as known on 2025-08-31").contains("struck down 20 February 2026");
        assertThat(rates("--weights", imports(), "--by", "section", "--exporter", "JPN", "-o", "csv"))
                .isZero();
        assertThat(out.toString()).contains("2025-08-31,USA,S02,400,0.1,").contains(",0.15,");
    }

    @Test
    void withoutWeightsOneExportersRatesByHs6() {
        assertThat(rates("--exporter", "CHN", "-o", "csv")).isZero();
        assertThat(out.toString().lines().count()).isGreaterThan(5_000);
        assertThat(out.toString()).contains("\n2025-08-31,USA,850760,,");
        assertThat(rates("--lake", folder.resolve("no-lake").toString())).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("There is no lake at").contains("no-lake");
    }

    @Test
    void weightsThatCannotBeReadAreNamed() throws IOException {
        Files.writeString(folder.resolve("imports.csv"), "exporter,value\nJPN,3\n");
        assertThat(rates("--weights", imports())).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString())
                .contains("it needs the columns exporter, hs6, import_value_usd, or CTY_CODE, HS6, imports");
        assertThat(rates("--weights", folder.resolve("no.parquet").toString())).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("no.parquet as Parquet: is it there, and whole?");
    }

    /** Without a file of weights the published lake's imports weigh, of the latest year that its scenarios have. */
    @Test
    void theLakesImportsWeigh() throws Exception {
        Path lake = folder.resolve("lake"), run = lake.resolve("published/one");
        Files.createDirectories(lake.resolve("runs"));
        Files.createDirectories(run);
        Files.writeString(lake.resolve("published/current"), "one\n");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + run.resolve("tradelake.duckdb"))) {
            for (String sql : List.of(
                    "CREATE TABLE about AS SELECT 'label' AS name, 'drawn' AS value",
                    "CREATE SCHEMA gold",
                    "CREATE TABLE gold.applied_tariffs AS FROM (VALUES"
                            + " ('a', 'USA', 'JPN', '100630', 400.0, 2024), ('b', 'USA', 'JPN', '100630', 400.0, 2024),"
                            + " ('a', 'USA', 'BRA', '090111', 600.0, 2024), ('c', 'USA', 'BRA', '090111', 77.0, 2023),"
                            + " ('a', 'CHN', 'BRA', '090111', 900.0, 2025))"
                            + " v(scenario, importer, exporter, hs6, import_value_usd, import_year)"))
                DrawnRun.execute(duck, sql);
        }
        assertThat(rates("--lake", lake.toString(), "-o", "csv"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("\n2025-08-31,USA,ALL,1000,")
                .contains("\n2025-08-31,USA,BRA,600,")
                .contains("\n2025-08-31,USA,JPN,400,");
        assertThat(err.toString()).contains("drawn");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + run.resolve("tradelake.duckdb"))) {
            DrawnRun.execute(duck, "DELETE FROM gold.applied_tariffs WHERE importer = 'USA'");
        }
        assertThat(rates("--lake", lake.toString())).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString())
                .contains("The lake has no imports by HS6 of USA under a scenario: give --weights FILE");
    }

    /** Duty over imports of the file that says so, whatever the weights and the schedule are. */
    @Test
    void whatWasCollectedStandsBesideTheSchedule() throws IOException {
        Path paid = folder.resolve("paid.csv");
        Files.writeString(paid, "exporter,import_value_usd,duty_usd\nJPN,100,4\nJPN,100,2\nCHN,200,42\n");
        assertThat(rates("--weights", imports(), "--collected", paid.toString(), "-o", "csv"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().lines())
                .first()
                .asString()
                .endsWith("total_rate,struck_down_rate,measures,collected_rate");
        assertThat(out.toString())
                .containsPattern("USA,ALL,1000,.*,0.12\n")
                .containsPattern("USA,BRA,600,.*,\n")
                .containsPattern("USA,JPN,400,0.1,0.05,0.15,.*,0.03\n");
        assertThat(rates("--weights", imports(), "--collected", paid.toString(), "--by", "section"))
                .isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("has no column hs6, so what was collected is not known by section");
        Files.writeString(paid, "exporter,hs6,import_value_usd\nJPN,100630,100\n");
        assertThat(rates("--weights", imports(), "--collected", paid.toString()))
                .isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("does not say what was collected: it needs the column duty_usd, or duty.");
        Files.writeString(paid, "exporter,hs6,import_value_usd,duty_usd\nJPN,10121,100,4\n");
        assertThat(rates("--weights", imports(), "--collected", paid.toString()))
                .isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("'10121' in the column hs6 is no code of six digits");
    }

    private String imports() {
        return folder.resolve("imports.csv").toString();
    }

    private int rates(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = new String[args.length + 6];
        System.arraycopy(new String[] {"tariffs", "rates", "--importer", "USA", "--date", "2025-08-31"}, 0, all, 0, 6);
        System.arraycopy(args, 0, all, 6, args.length);
        return Main.run(new RecordingWorkbench(), new PrintWriter(out), new PrintWriter(err), all);
    }
}
