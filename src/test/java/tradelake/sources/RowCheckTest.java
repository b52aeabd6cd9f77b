package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCheckTest {
    @ParameterizedTest
    @CsvSource({
        "reporterCode, abc, unreadable_reporter, reporterCode is 'abc'",
        "reporterCode, 0, unreadable_reporter, reporterCode is '0'",
        "reporterCode, _, unreadable_reporter, reporterCode is empty",
        "reporterCode, 7.5, unreadable_reporter, reporterCode is '7.5'",
        "reporterCode, 99999999999, unreadable_reporter, reporterCode is '99999999999'",
        "refYear, 20x9, unreadable_year, refYear is '20x9'",
        "refYear, 3019, unreadable_year, refYear is '3019'",
        "partnerCode, CHN, unreadable_partner, partnerCode is 'CHN'",
        "partnerCode, -1, unreadable_partner, partnerCode is '-1'",
        "partner2Code, x, unreadable_partner, partner2Code is 'x'",
        "flowCode, Export, unreadable_flow, flowCode is 'Export'",
        "flowCode, _, unreadable_flow, flowCode is empty",
        "classificationCode, _, unreadable_classification, classificationCode is empty",
        "classificationCode, 5, unreadable_classification, classificationCode is '5'",
        "cmdCode, 85-04, unreadable_code, cmdCode is '85-04'",
        "cmdCode, _, unreadable_code, cmdCode is empty",
        "cmdCode, 10121, code_lost_zero, cmdCode is '10121'",
        "motCode, sea, unreadable_transport, motCode is 'sea'",
        "primaryValue, 12a, unreadable_value, primaryValue is '12a'",
        "primaryValue, NaN, unreadable_value, primaryValue is 'NaN'",
        "primaryValue, 1e999, unreadable_value, primaryValue is '1e999'",
        "primaryValue, 1e16, excessive_value, primaryValue is '1e16'",
        "primaryValue, -5, negative_value, primaryValue is '-5'",
    })
    void eachUnusableRowHasItsReason(String field, String value, String reason, String message) {
        DrawnRow row = Drawn.only(Drawn.bulk(field + "\n" + value));
        assertThat(row.reason()).isEqualTo(reason);
        assertThat(row.message()).startsWith(message).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "primaryValue, _",
        "primaryValue, 0",
        "primaryValue, 1E3",
        "partnerCode, 0",
        "flowCode, MIP",
        "cmdCode, TOTAL",
        "cmdCode, 9999AA",
        "cmdCode, 8504401234",
        "classificationCode, S4",
        "classificationCode, EB02"
    })
    void unusualRowsAreUsable(String field, String value) {
        assertThat(Drawn.only(Drawn.bulk(field + "\n" + value)).reason()).isEmpty();
    }

    /** Months are decided upon by the period: one that has none would belong to no month. */
    @ParameterizedTest
    @CsvSource({"2019", "_", "201913", "201900", "2019-03"})
    void aMonthlyRowSaysItsMonth(String period) {
        assertThat(Drawn.only(Drawn.bulk("freqCode period\nM " + period)).reason())
                .isEqualTo("unreadable_period");
        assertThat(Drawn.only(Drawn.bulk("freqCode period refMonth\nM 201903 _"))
                        .reason())
                .isEmpty();
    }

    @Test
    void whatCanBeReadOfABadRowIsThere() {
        DrawnRow row = Drawn.only(Drawn.bulk("partnerCode primaryValue\nCHN 70"));
        assertThat(row.get(ApiField.REPORTER_CODE)).isEqualTo(704);
        assertThat(row.get(ApiField.PRIMARY_VALUE)).isEqualTo(70.0);
        assertThat(row.get(ApiField.PARTNER_CODE)).isNull();
    }

    @Test
    void aLineOfAnotherLengthIsKeptRaw() throws Exception {
        List<DrawnRow> rows = Drawn.read(Drawn.bulk("cmdCode\n01\n") + "stray\ttext\n"
                + Drawn.bulk("cmdCode\n02").split("\n")[1] + "\n");
        assertThat(rows).extracting(DrawnRow::reason).containsExactly("", "wrong_field_count", "");
        assertThat(rows.get(1).message()).isEqualTo("The line has 2 fields where the header has 34.");
        assertThat(rows.get(1).fields()).isEmpty();
        assertThat(rows.get(1).line()).isEqualTo(3);
        assertThat(rows.get(1).problem().orElseThrow().raw())
                .isEqualTo(new RawRecord("stray\ttext", 10, sha256("stray\ttext")));
    }

    @Test
    void nulBytesAreNoText() {
        DrawnRow row = Drawn.only(Drawn.bulk("cmdCode\n85").replace("\tC00\t", "\tC0\0\t"));
        assertThat(row.reason()).isEqualTo("nul_bytes");
        assertThat(row.fields()).isEmpty();
        assertThat(Drawn.only(Drawn.legacy22("cmdCode\n85").replace("China", "Chi\0na"))
                        .reason())
                .isEqualTo("nul_bytes");
        assertThat(Drawn.only(Drawn.legacy22("cmdCode\n85").replace("China", "\"Chi\0na\""))
                        .reason())
                .isEqualTo("nul_bytes");
    }

    @Test
    void anEndlessLineIsPassedOver() throws Exception {
        String good = Drawn.bulk("cmdCode\n85");
        String line = "x\t".repeat(3_000_000);
        for (String end : List.of("\n", "\r\n")) {
            List<DrawnRow> rows = Drawn.read(good + line + end + good.split("\n")[1] + end);
            assertThat(rows).extracting(DrawnRow::reason).containsExactly("", "line_too_long", "");
            assertThat(rows).extracting(DrawnRow::line).containsExactly(2L, 3L, 4L);
        }
        RawRecord raw = Drawn.read(good + line).get(1).problem().orElseThrow().raw();
        assertThat(raw).isEqualTo(new RawRecord(line.substring(0, 8192), line.length(), sha256(line)));
    }

    @Test
    void anEndlessLineInACsvIsPassedOverToo() {
        String good = Drawn.legacy22("cmdCode\n85");
        String row = good.split("\n")[1];
        for (String line : List.of("x,".repeat(2_000_000), "\"" + "x".repeat(3_000_000), "\"x\"".repeat(1_000_000))) {
            List<DrawnRow> rows = Drawn.read(good + line + "\n" + row + "\n");
            assertThat(rows).extracting(DrawnRow::reason).containsExactly("", "line_too_long", "");
        }
    }

    @Test
    void longValuesAreShortenedInMessages() {
        DrawnRow row = Drawn.only(Drawn.bulk("reporterCode\n" + "9".repeat(500)));
        assertThat(row.message()).hasSizeLessThan(140).contains("...");
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
