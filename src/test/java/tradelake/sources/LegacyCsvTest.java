package tradelake.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static tradelake.sources.ApiField.AGGR_LEVEL;
import static tradelake.sources.ApiField.ALT_QTY_UNIT_CODE;
import static tradelake.sources.ApiField.CLASSIFICATION_CODE;
import static tradelake.sources.ApiField.CMD_CODE;
import static tradelake.sources.ApiField.CMD_DESC;
import static tradelake.sources.ApiField.CUSTOMS_CODE;
import static tradelake.sources.ApiField.FLOW_CODE;
import static tradelake.sources.ApiField.FREQ_CODE;
import static tradelake.sources.ApiField.IS_LEAF;
import static tradelake.sources.ApiField.IS_NET_WGT_ESTIMATED;
import static tradelake.sources.ApiField.IS_QTY_ESTIMATED;
import static tradelake.sources.ApiField.LEGACY_ESTIMATION_FLAG;
import static tradelake.sources.ApiField.MOS_CODE;
import static tradelake.sources.ApiField.MOT_CODE;
import static tradelake.sources.ApiField.PARTNER2_CODE;
import static tradelake.sources.ApiField.PARTNER_ISO;
import static tradelake.sources.ApiField.PRIMARY_VALUE;
import static tradelake.sources.ApiField.QTY_UNIT_CODE;
import static tradelake.sources.ApiField.REF_MONTH;
import static tradelake.sources.ApiField.REF_PERIOD_ID;
import static tradelake.sources.ApiField.REF_YEAR;
import static tradelake.sources.ApiField.REPORTER_DESC;
import static tradelake.sources.ApiField.REPORTER_ISO;
import static tradelake.sources.ApiField.TYPE_CODE;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyCsvTest {
    private static final String ROW =
            """
            reporterCode partnerCode flowCode cmdCode primaryValue
            704          156         2        010121  1234
            """;

    @Test
    void bothLayoutsGiveTheSameRow() {
        Map<ApiField, Object> row = Drawn.only(Drawn.legacy22(ROW)).fields();
        assertThat(row)
                .containsEntry(TYPE_CODE, "C")
                .containsEntry(FREQ_CODE, "A")
                .containsEntry(REF_PERIOD_ID, 20130101)
                .containsEntry(REF_YEAR, 2013)
                .containsEntry(REF_MONTH, 52)
                .containsEntry(REPORTER_DESC, "Viet Nam")
                .containsEntry(REPORTER_ISO, "VNM")
                .containsEntry(PARTNER_ISO, "CHN")
                .containsEntry(CLASSIFICATION_CODE, "H4")
                .containsEntry(CMD_CODE, "010121")
                .containsEntry(AGGR_LEVEL, 6)
                .containsEntry(IS_LEAF, true)
                .containsEntry(PRIMARY_VALUE, 1234.0);
        assertThat(Drawn.only(Drawn.legacy35(ROW)).fields()).isEqualTo(row);
    }

    @Test
    void emptyOrAbsentBreakdownsAreTheirTotals() {
        for (String file : List.of(Drawn.legacy22(ROW), Drawn.legacy35(ROW))) {
            assertThat(Drawn.only(file).fields())
                    .containsEntry(PARTNER2_CODE, 0)
                    .containsEntry(CUSTOMS_CODE, "C00")
                    .containsEntry(MOS_CODE, "0")
                    .containsEntry(MOT_CODE, 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, M", "2, X", "3, RX", "4, RM"})
    void flowsHaveTheirPresentCodes(String legacy, String flow) {
        assertThat(Drawn.only(Drawn.legacy22("flowCode\n" + legacy)).get(FLOW_CODE))
                .isEqualTo(flow);
    }

    @Test
    void unitOneWasNoQuantity() {
        assertThat(
                        Drawn.read(
                                Drawn.legacy35(
                                        """
                        qtyUnitCode altQtyUnitCode
                        1           1
                        8           12
                        _           _
                        """)))
                .extracting(row -> row.get(QTY_UNIT_CODE), row -> row.get(ALT_QTY_UNIT_CODE))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(-1, -1),
                        org.assertj.core.groups.Tuple.tuple(8, 12),
                        org.assertj.core.groups.Tuple.tuple(null, null));
    }

    @ParameterizedTest
    @CsvSource({"0, false, false", "2, true, false", "4, false, true", "6, true, true"})
    void theFlagSaysWhatIsEstimated(int flag, boolean quantity, boolean weight) {
        assertThat(Drawn.only(Drawn.legacy22("legacyEstimationFlag\n" + flag)).fields())
                .containsEntry(LEGACY_ESTIMATION_FLAG, flag)
                .containsEntry(IS_QTY_ESTIMATED, quantity)
                .containsEntry(IS_NET_WGT_ESTIMATED, weight);
    }

    @Test
    void anUnknownFlagSaysNothing() {
        assertThat(Drawn.only(Drawn.legacy22("legacyEstimationFlag\n1")).fields())
                .containsEntry(LEGACY_ESTIMATION_FLAG, 1)
                .doesNotContainKeys(IS_QTY_ESTIMATED, IS_NET_WGT_ESTIMATED);
    }

    @Test
    void monthsAreMonths() {
        assertThat(Drawn.only(Drawn.legacy22("refYear period\n2018 201807")).fields())
                .containsEntry(FREQ_CODE, "M")
                .containsEntry(REF_MONTH, 7)
                .containsEntry(REF_PERIOD_ID, 20180701)
                .containsEntry(REF_YEAR, 2018);
    }

    @Test
    void quotedFieldsMayHoldCommasQuotesAndLines() {
        String file = Drawn.legacy22(ROW + "704 392 2 020110 5\n");
        String quoted = replacedOnce(file, "Static converters", "\"Meat, \"\"fresh\"\"\nor chilled\"");
        List<DrawnRow> rows = Drawn.read(quoted);
        assertThat(rows).extracting(DrawnRow::reason).containsExactly("", "");
        assertThat(rows.get(0).get(CMD_DESC)).isEqualTo("Meat, \"fresh\"\nor chilled");
        assertThat(rows.get(0).get(PRIMARY_VALUE)).isEqualTo(1234.0);
        assertThat(rows).extracting(DrawnRow::line).containsExactly(2L, 4L);
    }

    @Test
    void everyFieldMayBeQuotedAfterTheByteOrderMark() {
        String plain = Drawn.legacy35(ROW);
        String quoted = plain.lines()
                .map(line -> "\"" + line.replace(",", "\",\"") + "\"\r\n")
                .collect(Collectors.joining("", "\uFEFF", ""));
        assertThat(Drawn.read(quoted)).isEqualTo(Drawn.read(plain));
    }

    /** An open quote must not swallow the rows after it. */
    @Test
    void aStrayQuoteCostsItsOwnLine() {
        String file = Drawn.legacy22(ROW + "704 392 2 020110 5\n704 410 2 030110 7\n");
        String stray = replacedOnce(file, "Static converters", "\"Static converters");
        assertThat(Drawn.read(stray)).extracting(DrawnRow::reason).containsExactly("broken_quotes", "", "");
        String swallowing = replacedOnce(stray, "020110,Static converters", "020110,\"Static, converters\"");
        assertThat(Drawn.read(swallowing)).extracting(DrawnRow::reason).containsExactly("broken_quotes", "", "");
        assertThat(Drawn.read(swallowing)).extracting(DrawnRow::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aQuoteInsideAPlainFieldIsText() {
        String inches = replacedOnce(Drawn.legacy22(ROW), "Static converters", "Pipes of 5\" and \"more\"");
        assertThat(Drawn.only(inches).get(CMD_DESC)).isEqualTo("Pipes of 5\" and \"more\"");
    }

    @Test
    void textAfterAClosingQuoteMakesTheFieldPlain() {
        String odd = replacedOnce(Drawn.legacy22(ROW), "Static converters", "\"Static\" converters");
        assertThat(Drawn.only(odd).fields())
                .containsEntry(CMD_DESC, "\"Static\" converters")
                .containsEntry(PRIMARY_VALUE, 1234.0);
    }

    @Test
    void aLostLeadingZeroComesBackWhereTheLevelSaysSo() {
        List<DrawnRow> rows = Drawn.read(
                Drawn.legacy22(
                        """
                classificationCode cmdCode aggrLevel
                H4                 10121   6
                H4                 1       2
                H4                 10121   _
                H4                 10121   2
                S4                 10121   5
                H4                 TOTAL   0
                H0                 9999AA  6
                """));
        assertThat(rows)
                .extracting(row -> row.get(CMD_CODE))
                .containsExactly("010121", "01", "10121", "10121", "10121", "TOTAL", "9999AA");
        assertThat(rows)
                .extracting(DrawnRow::reason)
                .containsExactly("", "", "code_lost_zero", "code_lost_zero", "", "", "");
    }

    private static String replacedOnce(String text, String from, String to) {
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }
}
