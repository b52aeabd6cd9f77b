package tradelake.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tradelake.sources.ApiField.CMD_CODE;
import static tradelake.sources.ApiField.CUSTOMS_CODE;
import static tradelake.sources.ApiField.MOS_CODE;
import static tradelake.sources.ApiField.MOT_CODE;
import static tradelake.sources.ApiField.PARTNER2_CODE;
import static tradelake.sources.ApiField.PARTNER_DESC;
import static tradelake.sources.ApiField.PARTNER_ISO;
import static tradelake.sources.ApiField.PRIMARY_VALUE;
import static tradelake.sources.ApiField.REF_MONTH;
import static tradelake.sources.ApiField.REPORTER_CODE;
import static tradelake.sources.ApiField.REPORTER_ISO;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What published rows are known to hold, in every format that can hold it. */
class FormatTrapsTest {
    @ParameterizedTest
    @EnumSource
    void everyFormatGivesTheSameRow(DrawnFormat format) {
        DrawnRow row = only(
                format,
                """
                classificationCode refYear period refPeriodId cmdCode primaryValue netWgt
                H4                 2013    2013   20130101    010121  1234.567     50.5
                """);
        assertThat(row.reason()).isEmpty();
        assertThat(row.fields())
                .containsEntry(ApiField.TYPE_CODE, "C")
                .containsEntry(ApiField.FREQ_CODE, "A")
                .containsEntry(ApiField.REF_YEAR, 2013)
                .containsEntry(ApiField.PERIOD, "2013")
                .containsEntry(REF_MONTH, 52)
                .containsEntry(REPORTER_CODE, 704)
                .containsEntry(ApiField.PARTNER_CODE, 156)
                .containsEntry(ApiField.FLOW_CODE, "X")
                .containsEntry(ApiField.CLASSIFICATION_CODE, "H4")
                .containsEntry(CMD_CODE, "010121")
                .containsEntry(CUSTOMS_CODE, "C00")
                .containsEntry(MOS_CODE, "0")
                .containsEntry(MOT_CODE, 0)
                .containsEntry(PARTNER2_CODE, 0)
                .containsEntry(PRIMARY_VALUE, 1234.567)
                .containsEntry(ApiField.NET_WGT, 50.5);
    }

    @ParameterizedTest
    @EnumSource
    void noBreakdownIsTheTotalOfAllBreakdowns(DrawnFormat format) {
        DrawnRow row = only(format, "partner2Code customsCode motCode\n_ _ _");
        assertThat(row.fields())
                .containsEntry(PARTNER2_CODE, 0)
                .containsEntry(CUSTOMS_CODE, "C00")
                .containsEntry(MOS_CODE, "0")
                .containsEntry(MOT_CODE, 0);
    }

    /** As pandas writes a column of whole numbers in which some are missing. */
    @ParameterizedTest
    @EnumSource
    void wholeNumbersMayHaveAFractionOfZeros(DrawnFormat format) {
        List<DrawnRow> rows = read(
                format,
                """
                reporterCode refYear partnerCode partner2Code mosCode motCode qtyUnitCode
                704.0        2013.0  156.0       0.0          0.0     0.00    8.0
                704          2013    _           _            _       _       _
                704          2013    156.5       0            0       0       8
                """);
        assertThat(rows).extracting(DrawnRow::reason).containsExactly("", "unreadable_partner", "unreadable_partner");
        assertThat(rows.get(0).fields())
                .containsEntry(REPORTER_CODE, 704)
                .containsEntry(ApiField.REF_YEAR, 2013)
                .containsEntry(ApiField.PARTNER_CODE, 156)
                .containsEntry(PARTNER2_CODE, 0)
                .containsEntry(MOS_CODE, "0")
                .containsEntry(MOT_CODE, 0)
                .containsEntry(ApiField.QTY_UNIT_CODE, 8);
    }

    @ParameterizedTest
    @EnumSource
    void codesOfOddFormAreKept(DrawnFormat format) {
        List<DrawnRow> rows = read(format, "cmdCode\n9999AA\n999999\n99\nTOTAL\n");
        assertThat(rows).extracting(DrawnRow::reason).containsOnly("");
        assertThat(rows).extracting(row -> row.get(CMD_CODE)).containsExactly("9999AA", "999999", "99", "TOTAL");
    }

    @ParameterizedTest
    @EnumSource
    void aLostZeroComesBackOnlyWhereTheLevelSaysSo(DrawnFormat format) {
        if (format == DrawnFormat.BULK) return; // states no level: see RowCheckTest
        List<DrawnRow> rows =
                read(format, "classificationCode cmdCode aggrLevel\nH4 10121 6\nH4 10121 _\nH4 10121 4\n");
        assertThat(rows).extracting(row -> row.get(CMD_CODE)).containsExactly("010121", "10121", "10121");
        assertThat(rows).extracting(DrawnRow::reason).containsExactly("", "code_lost_zero", "code_lost_zero");
    }

    @ParameterizedTest
    @EnumSource
    void reportersBeforeAndAfterAChangeAreBothRead(DrawnFormat format) {
        assertThat(read(format, "reporterCode\n736\n729\n"))
                .extracting(row -> row.get(REPORTER_CODE) + row.reason())
                .containsExactly("736", "729");
    }

    @ParameterizedTest
    @EnumSource
    void numbersMayBeScientific(DrawnFormat format) {
        assertThat(read(format, "primaryValue\n1.5E+3\n1e9\n2.5e-1\n"))
                .extracting(row -> row.get(PRIMARY_VALUE))
                .containsExactly(1500.0, 1e9, 0.25);
    }

    @ParameterizedTest
    @EnumSource
    void negativeAndUnreadableValuesAreProblems(DrawnFormat format) {
        assertThat(read(format, "primaryValue\n-5\n12a\n"))
                .extracting(DrawnRow::reason)
                .containsExactly("negative_value", "unreadable_value");
        String missing = read(format, "primaryValue\nNaN\n").get(0).reason();
        assertThat(missing).isEqualTo(format == DrawnFormat.PARQUET ? "" : "unreadable_value");
    }

    /** Namibia's ISO alpha-2 is no missing value, and a missing one is no problem. */
    @ParameterizedTest
    @EnumSource
    void namesAreNotNeeded(DrawnFormat format) {
        if (format == DrawnFormat.BULK) return; // has none
        List<DrawnRow> rows = read(format, "reporterISO partnerISO\nNA _\n");
        assertThat(rows.get(0).reason()).isEmpty();
        assertThat(rows.get(0).get(REPORTER_ISO)).isEqualTo("NA");
        assertThat(rows.get(0).get(PARTNER_ISO)).isNull();
    }

    /** As in mosCode "0 " and reporterISO "R4 "; a sharp stands for the blank until the file is written. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PARQUET")
    void blanksAroundCodesGo(DrawnFormat format) {
        String drawn = format.isOfTheApi() ? "mosCode cmdCode\n0# #27#\n" : "cmdCode\n#27#\n";
        DrawnRow row = Drawn.only(new String(format.of(drawn), UTF_8).replace('#', ' '));
        assertThat(row.reason()).isEmpty();
        assertThat(row.get(CMD_CODE)).isEqualTo("27");
        assertThat(row.get(MOS_CODE)).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"JSON", "PARQUET"})
    void headersMayHaveAnyCaseAndAByteOrderMarkAndLinesTheEndOfWindows(DrawnFormat format) {
        String text = new String(format.of("cmdCode\n27\n"), UTF_8);
        String header = text.lines().findFirst().orElseThrow();
        for (String other :
                List.of(header.toUpperCase(Locale.ROOT), header.toLowerCase(Locale.ROOT), "\uFEFF" + header)) {
            DrawnRow row = Drawn.only(text.replace(header, other).replace("\n", "\r\n"));
            assertThat(row.reason()).isEmpty();
            assertThat(row.get(CMD_CODE)).isEqualTo("27");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"API_CSV", "SNAKE_CASE_CSV", "LEGACY_CSV"})
    void namesMayBeLatin(DrawnFormat format) {
        String text = new String(format.of("cmdCode\n27\n"), UTF_8).replace("China", "Cura\u00e7ao");
        assertThat(Drawn.read(text.getBytes(ISO_8859_1)).get(0).get(PARTNER_DESC))
                .isEqualTo("Cura\u00e7ao");
        assertThat(Drawn.read(text.getBytes(UTF_8)).get(0).get(PARTNER_DESC)).isEqualTo("Cura\u00e7ao");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"JSON", "PARQUET"})
    void aLineWithNulBytesIsAProblemOfItsOwn(DrawnFormat format) {
        String text = new String(format.of("cmdCode\n27\n44\n"), UTF_8);
        List<DrawnRow> rows = Drawn.read(text.replaceFirst("27", "2\u0000"));
        assertThat(rows).extracting(DrawnRow::reason).containsExactly("nul_bytes", "");
    }

    @ParameterizedTest
    @EnumSource(names = {"API_CSV", "JSON", "PARQUET", "BULK"})
    void monthsAreMonths(DrawnFormat format) {
        DrawnRow row = only(format, "freqCode period refMonth refPeriodId\nM 201903 3 20190301");
        assertThat(row.reason()).isEmpty();
        assertThat(row.get(REF_MONTH)).isEqualTo(3);
        assertThat(row.get(ApiField.PERIOD)).isEqualTo("201903");
    }

    @ParameterizedTest
    @EnumSource(names = {"API_CSV", "JSON", "PARQUET", "BULK"})
    void rowsWithoutTypeOrFrequencyAreProblems(DrawnFormat format) {
        assertThat(read(format, "typeCode freqCode\n_ A\nC _\nX A\n"))
                .extracting(DrawnRow::reason)
                .containsExactly("unreadable_type", "unreadable_frequency", "unreadable_type");
    }

    /** A problem shows the row as it stands; JSON and Parquet have no lines, so theirs is an object. */
    @ParameterizedTest
    @EnumSource
    void aProblemShowsTheRow(DrawnFormat format) {
        Optional<Problem> problem =
                only(format, "partnerCode primaryValue\nCHN 70").problem();
        assertThat(problem.orElseThrow().raw().text()).contains("CHN", "70");
        assertThat(problem.get().raw().length()).isPositive();
    }

    private static DrawnRow only(DrawnFormat format, String table) {
        List<DrawnRow> rows = read(format, table);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static List<DrawnRow> read(DrawnFormat format, String table) {
        return Drawn.read(format.of(legacy(format, table)));
    }

    /** The legacy layout has no column for some fields, which it does not need. */
    private static String legacy(DrawnFormat format, String table) {
        if (format.isOfTheApi()) return table;
        List<String[]> lines =
                table.lines().map(line -> line.strip().split("\\s+")).toList();
        List<Integer> kept = IntStream.range(0, lines.get(0).length)
                .filter(i ->
                        !ApiField.named(lines.get(0)[i]).orElseThrow().aliases().isEmpty())
                .boxed()
                .toList();
        return lines.stream()
                .map(line -> kept.stream().map(i -> line[i]).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }
}
