package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(rates()).isEqualTo(Exit.BAD_INPUT);
        assertThat(err)
                .hasToString(
                        "Rates cannot be averaged without imports: give --weights FILE, or --exporter for the rates by HS6.\n");
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
