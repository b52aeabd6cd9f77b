package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPassTest {
    private static final String BULK = Drawn.bulk(
            """
            reporterCode refYear period classificationCode flowCode cmdCode primaryValue
            704          2019    2019   H5                 X        TOTAL   1000.25
            704          2019    2019   H5                 M        85      0.1
            704          2019    2019   H5                 M        8504    0.2
            704          2019    2019   H5                 RX       010121  _
            704          2020    2020   H5                 X        27      7
            704          2020    2020   H5                 X        27      NaN
            abc          2020    2020   H5                 X        27      40
            """);

    @TempDir
    Path folder;

    @Test
    void countsRowsDollarsAndDatasets() throws Exception {
        byte[] gzip = Drawn.gzip(BULK);
        FileFacts facts = Drawn.facts(Drawn.file(folder, "COMTRADE-FINAL-CA7042019H5[2025-03-05].gz", gzip));
        assertThat(facts.verdict()).isEqualTo(Verdict.READABLE);
        assertThat(facts.reason() + facts.message()).isEmpty();
        assertThat(facts.format()).contains("comtrade-bulk");
        assertThat(facts.kind()).contains(Format.Kind.WHOLE);
        assertThat(facts.published()).contains(LocalDate.of(2025, 3, 5));
        assertThat(facts.bytes()).isEqualTo(gzip.length);
        assertThat(facts.sha256()).isEqualTo(sha256(gzip));
        assertThat(facts.rows()).isEqualTo(7);
        assertThat(facts.rowsWithoutValue()).isEqualTo(1 + 1);
        assertThat(facts.rowsWithProblem()).isEqualTo(2);
        assertThat(facts.value()).isEqualTo(new BigDecimal("1000.250000").add(new BigDecimal("47.3")));
        assertThat(facts.datasets())
                .containsExactly(
                        new DatasetFacts(
                                0, 0, "", 1, List.of("2020"), List.of("A"), List.of("27"), false, List.of("X"), true),
                        new DatasetFacts(
                                704,
                                2019,
                                "H5",
                                4,
                                List.of("2019"),
                                List.of("A"),
                                List.of("01", "85"),
                                true,
                                List.of("M", "RX", "X"),
                                true),
                        new DatasetFacts(
                                704,
                                2020,
                                "H5",
                                2,
                                List.of("2020"),
                                List.of("A"),
                                List.of("27"),
                                false,
                                List.of("X"),
                                true));
    }

    @Test
    void legacyFilesAreExtracts() throws IOException {
        FileFacts facts =
                Drawn.facts(folder, Drawn.legacy22("cmdCode\n27\n44\n").getBytes(UTF_8));
        assertThat(facts.format()).contains("legacy-csv");
        assertThat(facts.kind()).contains(Format.Kind.EXTRACT);
        assertThat(facts.published()).isEmpty();
        assertThat(facts.datasets()).singleElement().satisfies(dataset -> assertThat(dataset.chapters())
                .containsExactly("27", "44"));
    }

    @Test
    void convertedRowsAreTold() throws IOException {
        String file = Drawn.bulk("isOriginalClassification\ntrue\nfalse\n");
        assertThat(Drawn.facts(folder, file.getBytes(UTF_8)).datasets().get(0).isOriginalClassification())
                .isFalse();
    }

    @Test
    void compressionAndFormatAreSeenInTheContentNotTheName() throws IOException {
        FileFacts plain = Drawn.facts(Drawn.file(folder, "a.gz", BULK));
        FileFacts packed = Drawn.facts(Drawn.file(folder, "b.csv", Drawn.gzip(BULK)));
        FileFacts members =
                Drawn.facts(Drawn.file(folder, "c", Drawn.gzip(BULK.substring(0, 700), BULK.substring(700))));
        assertThat(List.of(plain, packed, members)).allSatisfy(facts -> {
            assertThat(facts.format()).contains("comtrade-bulk");
            assertThat(facts.rows()).isEqualTo(7);
            assertThat(facts.datasets()).isEqualTo(plain.datasets());
        });
    }

    @Test
    void aHeaderAloneIsAFileWithoutRows() throws IOException {
        FileFacts facts = Drawn.facts(folder, (String.join("\t", ComtradeBulk.COLUMNS) + "\n").getBytes(UTF_8));
        assertThat(facts.verdict()).isEqualTo(Verdict.READABLE);
        assertThat(facts.rows()).isZero();
        assertThat(facts.value()).isEqualTo("0.000000");
    }

    @Test
    void damagedFilesAreToldInASentence() throws IOException {
        byte[] gzip = Drawn.gzip(BULK.repeat(1));
        byte[] changed = gzip.clone();
        changed[gzip.length - 5] ^= 1;
        assertDamaged("empty", new byte[0]);
        assertDamaged("empty", Drawn.gzip(""));
        assertDamaged("truncated_gzip", Arrays.copyOf(gzip, gzip.length - 1));
        assertDamaged("truncated_gzip", Arrays.copyOf(gzip, gzip.length / 2));
        assertDamaged("truncated_gzip", Arrays.copyOf(gzip, 12));
        assertDamaged("truncated_gzip", new byte[] {0x1f, (byte) 0x8b});
        assertDamaged("corrupt_gzip", changed);
        assertDamaged("last_line_cut", BULK.substring(0, BULK.length() - 60).getBytes(UTF_8));
        assertDamaged("last_line_cut", Drawn.gzip(BULK.substring(0, BULK.length() - 60)));
        String csv = Drawn.legacy22("cmdCode\n27\n44\n");
        assertDamaged("last_line_cut", csv.substring(0, csv.length() - 30).getBytes(UTF_8));
        assertDamaged(
                "last_line_cut",
                csv.replaceAll("Static converters,1,No Quantity,,,100,0\n$", "\"Static con")
                        .getBytes(UTF_8));
    }

    /** Too many fields in an unfinished last line is a row with a problem, not a cut. */
    @Test
    void onlyALineThatIsTooShortWasCut() throws IOException {
        for (String file :
                List.of(BULK.strip() + "\tx\ty", Drawn.legacy22("cmdCode\n27\n").strip() + ",x,y", BULK.strip())) {
            assertThat(Drawn.facts(folder, file.getBytes(UTF_8)).verdict()).isEqualTo(Verdict.READABLE);
        }
    }

    private void assertDamaged(String reason, byte[] content) throws IOException {
        FileFacts facts = Drawn.facts(folder, content);
        assertThat(facts.reason()).as(facts.message()).isEqualTo(reason);
        assertThat(facts.verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(facts.message())
                .startsWith("drawn ")
                .endsWith("download it again.")
                .doesNotContain("Exception");
        assertThat(facts.bytes()).isEqualTo(content.length);
    }

    @Test
    void aTruncatedLongFileIsDamagedAfterItsGoodRows() throws IOException {
        Path file = folder.resolve("long.gz");
        DrawnBulk.write(file, 20_000, 704, 2019);
        byte[] whole = Files.readAllBytes(file);
        assertDamaged("truncated_gzip", Arrays.copyOf(whole, whole.length * 2 / 3));
    }

    @Test
    void foreignFilesAreNoTradeFiles() throws Exception {
        assertForeign("html_page", "\n<!DOCTYPE html><html><body>Forbidden</body></html>");
        assertForeign("html_page", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>");
        assertForeign("not_a_trade_file", "# Read me\n\nThese are files.\n");
        assertForeign("not_a_trade_file", "reporter,year,value\nVNM,2019,5\n");
        assertForeign("not_a_trade_file", "\u0089PNG\r\n\u001a\n\0\0\0");
        assertForeign("unknown_layout", Drawn.bulk("cmdCode\n85").replace("primaryValue", "valeur"));
    }

    private void assertForeign(String reason, String content) throws Exception {
        FileFacts facts = Drawn.facts(folder, content.getBytes(UTF_8));
        assertThat(facts.reason()).as(facts.message()).isEqualTo(reason);
        assertThat(facts.verdict()).isEqualTo(Verdict.NOT_A_TRADE_FILE);
        assertThat(facts.message()).startsWith("drawn ").endsWith(".");
        assertThat(facts.format()).isEmpty();
        assertThat(facts.sha256()).isEqualTo(sha256(content.getBytes(UTF_8)));
    }

    @Test
    void unreadableFilesAreToldToo() throws IOException {
        Path file = Drawn.file(folder, "locked.txt", BULK);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "the tests run as a user who may read everything");
        assertThat(Drawn.facts(file).reason()).isEqualTo("unreadable");
    }

    @Test
    void aMissingFileIsUnreadable() {
        FileFacts facts = Drawn.facts(folder.resolve("gone.txt"));
        assertThat(facts.reason()).isEqualTo("unreadable");
        assertThat(facts.verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(facts.message()).startsWith("gone.txt cannot be read");
    }

    @Test
    void manyFilesKeepTheirOrder() throws IOException {
        List<org.apache.hadoop.fs.Path> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            files.add(new org.apache.hadoop.fs.Path(
                    Drawn.file(folder, "f" + i, Drawn.bulk("cmdCode\n" + "85\n".repeat(i + 1)))
                            .toUri()));
        }
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        List<FileFacts> facts = new FirstPass(new Configuration(), 4).over(files, done -> seen.add(done.path()));
        assertThat(facts)
                .extracting(FileFacts::path)
                .containsExactlyElementsOf(files.stream().map(Object::toString).toList());
        assertThat(facts).extracting(FileFacts::rows).startsWith(1L, 2L, 3L).endsWith(20L);
        assertThat(seen).hasSize(20);
    }

    @Test
    void factsGoThroughJson() throws IOException {
        for (String content : List.of(BULK, "no trade")) {
            FileFacts facts = Drawn.facts(Drawn.file(folder, "x[2024-02-29].txt", content));
            assertThat(FileFacts.fromJson(facts.toJson())).isEqualTo(facts);
        }
        assertThat(Drawn.facts(Drawn.file(folder, "x", BULK)).toJson())
                .contains("\"kind\":\"whole\"", "\"verdict\":\"readable\"");
    }

    @Test
    void namesTellDatesOnlyWhereTheyDo() {
        assertThat(PublicationDate.in("COMTRADE-FINAL-CA3282024H5[2025-03-05].gz"))
                .contains(LocalDate.of(2025, 3, 5));
        assertThat(PublicationDate.in("C_A_32_196201_S1_O.txt.gz")).isEmpty();
        assertThat(PublicationDate.in("x[2025-13-45].gz")).isEmpty();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
