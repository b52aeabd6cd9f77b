package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tradelake.sources.ApiField.CIF_VALUE;
import static tradelake.sources.ApiField.CLASSIFICATION_CODE;
import static tradelake.sources.ApiField.CMD_CODE;
import static tradelake.sources.ApiField.CUSTOMS_CODE;
import static tradelake.sources.ApiField.IS_AGGREGATE;
import static tradelake.sources.ApiField.IS_ORIGINAL_CLASSIFICATION;
import static tradelake.sources.ApiField.MOS_CODE;
import static tradelake.sources.ApiField.MOT_CODE;
import static tradelake.sources.ApiField.NET_WGT;
import static tradelake.sources.ApiField.PARTNER2_CODE;
import static tradelake.sources.ApiField.PARTNER_CODE;
import static tradelake.sources.ApiField.PERIOD;
import static tradelake.sources.ApiField.PRIMARY_VALUE;
import static tradelake.sources.ApiField.QTY;
import static tradelake.sources.ApiField.QTY_UNIT_CODE;
import static tradelake.sources.ApiField.REF_MONTH;
import static tradelake.sources.ApiField.REF_YEAR;
import static tradelake.sources.ApiField.REPORTER_CODE;
import static tradelake.sources.ApiField.REPORTER_ISO;
import static tradelake.sources.ApiField.TYPE_CODE;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComtradeBulkTest {
    private static final String ROW =
            """
            reporterCode partnerCode flowCode cmdCode primaryValue netWgt qtyUnitCode
            704          156         X        010121  1234.567     50.5   8
            """;

    @Test
    void everyFieldIsTyped() {
        DrawnRow row = Drawn.only(Drawn.bulk(ROW));
        assertThat(row.reason()).isEmpty();
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.fields())
                .containsEntry(TYPE_CODE, "C")
                .containsEntry(REF_YEAR, 2019)
                .containsEntry(REF_MONTH, 52)
                .containsEntry(PERIOD, "2019")
                .containsEntry(REPORTER_CODE, 704)
                .containsEntry(PARTNER_CODE, 156)
                .containsEntry(CLASSIFICATION_CODE, "H5")
                .containsEntry(IS_ORIGINAL_CLASSIFICATION, true)
                .containsEntry(QTY_UNIT_CODE, 8)
                .containsEntry(NET_WGT, 50.5)
                .containsEntry(PRIMARY_VALUE, 1234.567)
                .containsEntry(IS_AGGREGATE, true)
                .doesNotContainKeys(REPORTER_ISO, QTY, CIF_VALUE);
    }

    @Test
    void leadingZerosStay() {
        assertThat(Drawn.only(Drawn.bulk(ROW)).get(CMD_CODE)).isEqualTo("010121");
    }

    @Test
    void headersMayHaveAnyCaseAndOrder() {
        String[] lines = Drawn.bulk(ROW).split("\n");
        String turned = turned(lines[0]).toUpperCase(Locale.ROOT) + "\n" + turned(lines[1]) + "\n";
        assertThat(Drawn.only(turned).fields())
                .isEqualTo(Drawn.only(Drawn.bulk(ROW)).fields());
    }

    private static String turned(String line) {
        List<String> fields = Arrays.asList(line.split("\t", -1));
        Collections.reverse(fields);
        return String.join("\t", fields);
    }

    @Test
    void lineEndsOfWindowsAndTheByteOrderMarkMakeNoDifference() {
        String plain = Drawn.bulk(ROW);
        assertThat(Drawn.read("\uFEFF" + plain)).isEqualTo(Drawn.read(plain));
        assertThat(Drawn.read(plain.replace("\n", "\r\n"))).isEqualTo(Drawn.read(plain));
    }

    @Test
    void theLastLineMayLackItsEnd() {
        String plain = Drawn.bulk(ROW);
        assertThat(Drawn.read(plain.substring(0, plain.length() - 1))).isEqualTo(Drawn.read(plain));
    }

    @Test
    void blankLinesAreNoRows() {
        assertThat(Drawn.read(Drawn.bulk(ROW) + "\n\r\n\n")).hasSize(1);
    }

    @Test
    void aTabAtTheEndOfTheLineIsNoField() {
        String trailing = Drawn.bulk(ROW).replace("\n", "\t\n");
        assertThat(Drawn.only(trailing).reason()).isEmpty();
        String[] lines = Drawn.bulk(ROW).split("\n");
        assertThat(Drawn.only(lines[0] + "\n" + lines[1] + "\t\n").reason()).isEmpty();
        assertThat(Drawn.only(lines[0] + "\n" + lines[1] + "\tx\n").reason()).isEqualTo("wrong_field_count");
    }

    @Test
    void blanksAroundCodesGo() {
        String blanks = Drawn.bulk(ROW).replace("\t010121\tC00\t0\t0\t", "\t010121 \tC00 \t0 \t 0 \t");
        assertThat(blanks).contains("010121 ");
        assertThat(Drawn.only(blanks).fields())
                .containsEntry(CMD_CODE, "010121")
                .containsEntry(CUSTOMS_CODE, "C00")
                .containsEntry(MOS_CODE, "0")
                .containsEntry(MOT_CODE, 0);
    }

    @Test
    void emptyBreakdownsAreTheirTotals() {
        assertThat(Drawn.only(
                                Drawn.bulk(
                                        """
                                partner2Code customsCode motCode
                                _            _           _
                                """))
                        .fields())
                .containsEntry(PARTNER2_CODE, 0)
                .containsEntry(CUSTOMS_CODE, "C00")
                .containsEntry(MOT_CODE, 0);
    }

    @Test
    void valuesMayBeScientificOrLong() {
        assertThat(
                        Drawn.read(
                                Drawn.bulk(
                                        """
                        primaryValue
                        1.5E+9
                        12345678.901234567
                        6804128143
                        _
                        """)))
                .extracting(row -> row.get(PRIMARY_VALUE))
                .containsExactly(1.5e9, 12345678.901234567, 6804128143.0, null);
    }

    @Test
    void linesThatFillManyBuffersAreReadWhole() {
        String table = "cmdCode\n"
                + IntStream.range(100_000, 140_000)
                        .mapToObj(code -> code + "\n")
                        .collect(Collectors.joining());
        List<DrawnRow> rows = Drawn.read(Drawn.bulk(table));
        assertThat(rows).hasSize(40_000).allMatch(row -> row.problem().isEmpty());
        assertThat(rows.get(39_999).get(CMD_CODE)).isEqualTo("139999");
        assertThat(rows.get(39_999).line()).isEqualTo(40_001);
    }

    /** The classic view may come without the columns that it collapses; a file that lost them itself has no dataset code. */
    @Test
    void aClassicFileMayLackTheBreakdowns() {
        String classic = "datasetCode\ttypeCode\tfreqCode\trefYear\tperiod\treporterCode\tflowCode\tpartnerCode"
                + "\tclassificationCode\tcmdCode\tprimaryValue\n"
                + "1\tC\tA\t2019\t2019\t704\tX\t156\tH5\t27\t5\n";
        assertThat(Drawn.only(classic).fields())
                .containsEntry(CUSTOMS_CODE, "C00")
                .containsEntry(MOT_CODE, 0)
                .containsEntry(PARTNER2_CODE, 0);
        String cut = classic.replaceAll("(?m)^[^\t]*\t", "");
        assertThat(Formats.of(new Head(cut.getBytes(UTF_8)))).isEmpty();
    }
}
