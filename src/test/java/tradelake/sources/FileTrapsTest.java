package tradelake.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;

/** What downloads are known to be in place of a file: cut, packed, answered by an error, or made to fill the memory. */
class FileTrapsTest {
    private static final String BULK = Drawn.bulk("cmdCode primaryValue\n27 1\n44 2\n");
    private static final String OTHER = Drawn.bulk("reporterCode cmdCode primaryValue\n36 27 4\n");

    @TempDir
    Path folder;

    @Test
    void theFilesOfAnArchiveAreOne() throws IOException {
        byte[] zip = DrawnFormat.zip(
                "viet nam.txt",
                BULK.getBytes(UTF_8),
                "more/australia.gz",
                Drawn.gzip(OTHER),
                "__MACOSX/._x",
                new byte[9]);
        FileFacts facts = Drawn.facts(folder, zip);
        assertThat(facts.message()).isEmpty();
        assertThat(facts.format()).contains("comtrade-bulk");
        assertThat(facts.rows()).isEqualTo(3);
        assertThat(facts.value()).isEqualByComparingTo("7");
        assertThat(facts.datasets()).extracting(DatasetFacts::reporter).containsExactly(36, 704);
        assertThat(facts.bytes()).isEqualTo(zip.length);
    }

    /** A line number names one row of a release, in an archive too. */
    @Test
    void linesOfAnArchiveAreCountedThroughAllItsFiles() throws IOException {
        Path file = Drawn.file(folder, "a.zip", DrawnFormat.zip("1", BULK.getBytes(UTF_8), "2", OTHER.getBytes(UTF_8)));
        try (ReleaseReading reading = ReleaseReading.open(SourceFile.of(Drawn.facts(file)), new Configuration())) {
            assertThat(List.of(line(reading), line(reading), line(reading))).containsExactly(2L, 3L, 3L + 2);
            assertThat(reading.next()).isFalse();
        }
    }

    private static long line(ReleaseReading reading) throws IOException {
        assertThat(reading.next()).isTrue();
        return reading.line();
    }

    @Test
    void archivesOfSomethingElseAreRefused() throws IOException {
        assertRefused("not_a_trade_file", DrawnFormat.zip("[Content_Types].txt", "a sheet".getBytes(UTF_8)));
        assertRefused("empty", DrawnFormat.zip());
        assertRefused(
                "mixed_archive", DrawnFormat.zip("1", BULK.getBytes(UTF_8), "2", DrawnFormat.JSON.of("cmdCode\n27")));
        byte[] zip = DrawnFormat.zip("1", BULK.getBytes(UTF_8), "2", OTHER.getBytes(UTF_8));
        assertRefused("corrupt_zip", Arrays.copyOf(zip, zip.length - 30));
        assertRefused("corrupt_zip", Arrays.copyOf(zip, zip.length / 2));
    }

    /** By what R and Excel begin with: the sentence must name them, for the remedy is not another download. */
    @Test
    void sheetsAndRDataAreNamed() throws IOException {
        byte[] types = "<?xml version=\"1.0\"?><Types/>".getBytes(UTF_8);
        byte[] book = "<?xml version=\"1.0\"?><workbook/>".getBytes(UTF_8);
        assertNamed("an Excel sheet", DrawnFormat.zip("[Content_Types].xml", types, "xl/workbook.xml", book));
        assertNamed("an Excel sheet", DrawnFormat.zip("xl/workbook.xml", book, "[Content_Types].xml", types));
        assertNamed("an Excel sheet", latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 and so on"));
        assertNamed("an R data file", Drawn.gzip(latin("X\n\0\0\0\u0003\0\u0004\u0003\u0001")));
        assertNamed("an R data file", Drawn.gzip(latin("RDX3\nX\n\0\0\0\u0003")));
    }

    private void assertNamed(String name, byte[] content) throws IOException {
        FileFacts facts = Drawn.facts(folder, content);
        assertThat(facts.verdict()).isEqualTo(Verdict.NOT_A_TRADE_FILE);
        assertThat(facts.message())
                .startsWith("drawn is " + name)
                .endsWith("which is not read; write its content as CSV or Parquet.");
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }

    @Test
    void answersOfTheApiThatAreNotWhole() throws IOException {
        String whole = DrawnFormat.json("cmdCode\n27\n44\n");
        assertRefused("miscounted", whole.replace("\"count\":2", "\"count\":3").getBytes(UTF_8));
        assertRefused("truncated_json", whole.substring(0, whole.length() - 20).getBytes(UTF_8));
        assertRefused("corrupt_json", whole.replace("},{", "},,{").getBytes(UTF_8));
        assertRefused("cut_at_cap", DrawnFormat.JSON.of("cmdCode\n" + "27\n".repeat(500)));
        assertThat(Drawn.facts(folder, DrawnFormat.JSON.of("cmdCode\n" + "27\n".repeat(499)))
                        .rows())
                .isEqualTo(499);
    }

    /** The other spelling is a program's, which may have put answers together. */
    @Test
    void answersInCsvThatAreNotWhole() throws IOException {
        byte[] cut = DrawnFormat.API_CSV.of("cmdCode\n" + "27\n".repeat(500));
        assertRefused("cut_at_cap", cut);
        assertRefused("cut_at_cap", DrawnFormat.zip("a.csv", DrawnFormat.API_CSV.of("cmdCode\n27"), "b.csv", cut));
        assertThat(Drawn.facts(folder, cut).message())
                .isEqualTo(
                        "drawn is damaged: it has 500 rows, the most that one answer may have, so that rows are missing;"
                                + " ask for less at a time; download it again.");
        assertThat(Drawn.facts(folder, DrawnFormat.API_CSV.of("cmdCode\n" + "27\n".repeat(499)))
                        .isReadable())
                .isTrue();
        assertThat(Drawn.facts(folder, DrawnFormat.SNAKE_CASE_CSV.of("cmdCode\n" + "27\n".repeat(500)))
                        .isReadable())
                .isTrue();
    }

    @Test
    void answersOfTheApiThatAreErrors() throws IOException {
        String limit = "{\"statusCode\": 429, \"message\": \"Rate limit is exceeded. Try again in 1 seconds.\"}";
        assertRefused("api_error", limit.getBytes(UTF_8));
        assertThat(Drawn.facts(folder, limit.getBytes(UTF_8)).message()).contains("Rate limit is exceeded");
        assertRefused(
                "api_error",
                "{\"elapsedTime\":\"0\",\"count\":0,\"data\":[],\"error\":\"Invalid parameter\"}".getBytes(UTF_8));
        assertRefused("empty_answer", "{\"count\":0,\"data\":[],\"error\":\"\"}".getBytes(UTF_8));
        assertRefused("not_a_trade_file", "[]".getBytes(UTF_8));
        assertRefused(
                "html_page", "<!DOCTYPE html><html><title>503 Service Unavailable</title></html>".getBytes(UTF_8));
    }

    @Test
    void tablesThatAreCutOrOfSomethingElse() throws IOException {
        byte[] parquet = DrawnFormat.PARQUET.of("cmdCode\n27\n44\n");
        assertRefused("corrupt_parquet", Arrays.copyOf(parquet, parquet.length - 1));
        assertRefused("corrupt_parquet", Arrays.copyOf(parquet, parquet.length / 2));
        String json = DrawnFormat.json("cmdCode\n27\n").replace("primaryValue", "value");
        assertRefused("unknown_layout", json.getBytes(UTF_8));
        assertThat(Drawn.facts(folder, json.getBytes(UTF_8)).message()).contains("lacks primaryValue;");
        assertRefused("baci", "t,i,j,k,v,q\n2019,156,704,10121,5,1\n".getBytes(UTF_8));
    }

    /** Files of an archive are read where they are: none is ever written under the name that it has there. */
    @Test
    void namesInAnArchiveReachNothingOutsideIt() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("a/b"));
        byte[] zip = DrawnFormat.zip(
                "../evil.txt",
                BULK.getBytes(UTF_8),
                "/evil.txt",
                BULK.getBytes(UTF_8),
                "x/../../evil.txt",
                BULK.getBytes(UTF_8));
        FileFacts facts = Drawn.facts(Files.write(inside.resolve("slip.zip"), zip));
        assertThat(facts.isReadable()).as(facts.message()).isTrue();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(inside.resolve("slip.zip"));
        }
        assertThat(Path.of("/evil.txt")).doesNotExist();
    }

    /** A line break in a name would write a line of its own into a log, an escape sequence would command a terminal. */
    @Test
    void namesAndWordsOfFilesCommandNeitherLogsNorTerminals() throws IOException {
        Path named = Files.writeString(folder.resolve("a\n2026-01-01 INFO all is well\u001b[2J.csv"), "x");
        assertThat(Drawn.facts(named).message())
                .isEqualTo("a\\n2026-01-01 INFO all is well\\u001b[2J.csv is not a trade file; leave it out.");
        String error = "{\"data\": [], \"error\": \"bad\\nINFO all is well\\u001b[2J\"}";
        assertThat(Drawn.facts(folder, error.getBytes(UTF_8)).message())
                .contains("error message of the API (bad)")
                .doesNotContain("\n", "\u001b");
    }

    /** A little that inflates to more than trade data ever do is given up, whatever it is packed in. */
    @Test
    void bombsAreGivenUp() throws IOException {
        String header = BULK.lines().findFirst().orElseThrow() + "\n";
        Path bomb = folder.resolve("bomb.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb), 1 << 16)) {
            out.write(header.getBytes(UTF_8));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 100; i++) out.write(nothing);
        }
        assertThat(Drawn.facts(bomb).reason()).isEqualTo("inflates_too_far");
        byte[] zeros = Arrays.copyOf(header.getBytes(UTF_8), 100 << 20);
        assertRefused("inflates_too_far", DrawnFormat.zip("bomb", zeros));
    }

    /** The reader holds a buffer of a megabyte, not the line. */
    @Test
    void aLineOf200MegabytesIsOneRowWithAProblem() throws IOException {
        Path file = folder.resolve("long.txt");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(BULK.getBytes(UTF_8));
            byte[] letters = "x".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 200; i++) out.write(letters);
            out.write('\n');
            out.write(OTHER.substring(OTHER.indexOf('\n') + 1).getBytes(UTF_8));
        }
        FileFacts facts = Drawn.facts(file);
        assertThat(facts.verdict()).isEqualTo(Verdict.READABLE);
        assertThat(facts.rows()).isEqualTo(4);
        assertThat(facts.rowsWithProblem()).isEqualTo(1);
        assertThat(facts.value()).isEqualByComparingTo("7");
    }

    /** A bulk file is a whole dataset and replaces what else is known of it; a table that a client wrote is some rows. */
    @Test
    void aTabSeparatedTableOfAClientIsAnExtract() throws IOException {
        String row = "cmdCode primaryValue\n27 1\n";
        assertThat(Drawn.facts(folder, DrawnFormat.BULK.of(row)).kind()).contains(Format.Kind.WHOLE);
        assertThat(Drawn.facts(folder, DrawnFormat.TSV.of(row)).kind()).contains(Format.Kind.EXTRACT);
    }

    @Test
    void aFileThatChangedSinceItWasExaminedIsNotRead() throws IOException {
        for (DrawnFormat format : DrawnFormat.values()) {
            Path file = Drawn.file(folder, "a", format.of("cmdCode primaryValue\n27 1\n"));
            SourceFile examined = SourceFile.of(Drawn.facts(file));
            Drawn.file(folder, "a", format.of("cmdCode primaryValue\n27 2\n"));
            assertThatThrownBy(() -> readAll(examined))
                    .as(format.name())
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("it changed meanwhile; run again.");
        }
    }

    private static void readAll(SourceFile file) throws IOException {
        try (ReleaseReading reading = ReleaseReading.open(file, new Configuration())) {
            while (reading.next()) assertThat(reading.cursor().line()).isPositive();
        }
    }

    /** Temporary files are gone when a file was read, and when it could not be. */
    @Test
    void nothingIsLeftBehind() throws IOException {
        long before = temporaries();
        byte[] parquet = DrawnFormat.PARQUET.of("cmdCode\n27\n");
        byte[] zip = DrawnFormat.zip("a", parquet, "b", parquet);
        for (byte[] file : List.of(parquet, Arrays.copyOf(parquet, 100), zip, Arrays.copyOf(zip, 100)))
            Drawn.facts(folder, file);
        assertThat(temporaries()).isEqualTo(before);
    }

    private static long temporaries() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("tradelake.*part"))
                    .count();
        }
    }

    private void assertRefused(String reason, byte[] content) throws IOException {
        FileFacts facts = Drawn.facts(folder, content);
        assertThat(facts.reason()).as(facts.message()).isEqualTo(reason);
        assertThat(facts.isReadable()).isFalse();
        assertThat(facts.message()).startsWith("drawn").endsWith(".").doesNotContain("Exception", "\n");
    }
}
