package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsOutTest {
    private static final List<Heading> SHARES = List.of(
            Heading.text("group_id"),
            Heading.number("year"),
            Heading.number("total_usd"),
            Heading.number("intra_share"));

    @Test
    void aTableIsForPeople() {
        assertThat(written(
                        RowFormat.table,
                        SHARES,
                        row("RCEP", 2013, 391_972_143_994.0, 0.71983),
                        row("中国", 2008, 5.0, null)))
                .isEqualTo(
                        """
                        group_id  year        total_usd  intra_share
                        RCEP      2013  391,972,143,994       0.7198
                        中国      2008                5
                        """);
    }

    @Test
    void csvHasNumbersInFull() {
        assertThat(written(RowFormat.csv, SHARES, row("RCEP", 2013, 391_972_143_994.25, 0.1 + 0.2)))
                .isEqualTo("group_id,year,total_usd,intra_share\nRCEP,2013,391972143994.25,0.30000000000000004\n");
    }

    @Test
    void csvQuotesAndTellsNullFromEmpty() {
        assertThat(csv("a,b", "say \"x\"", "two\nlines", "", null))
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"\",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "-Swine"})
    void csvDisarmsTextsThatASpreadsheetWouldRun(String text) {
        assertThat(csv(text)).isEqualTo("'" + text);
    }

    @Test
    void csvLeavesNegativeNumbersAlone() {
        assertThat(csv(-1, -2L, -0.5, new BigDecimal("-3.10"))).isEqualTo("-1,-2,-0.5,-3.10");
    }

    @Test
    void jsonIsAnArrayOfObjectsWithValuesAsTheyAre() throws IOException {
        String text = written(
                RowFormat.json,
                SHARES,
                row("=\"中\"", 2013, 391_972_143_994.25, Double.NaN),
                row("b", null, 1e-9, 0.5f));
        assertThat(text.lines()).hasSize(4);
        JsonNode rows = new ObjectMapper().readTree(text);
        assertThat(rows.get(0).get("group_id").asText()).isEqualTo("=\"中\"");
        assertThat(rows.get(0).get("total_usd").asDouble()).isEqualTo(391_972_143_994.25);
        assertThat(rows.get(0).get("intra_share").isNull()).isTrue();
        assertThat(rows.get(1).get("year").isNull()).isTrue();
        assertThat(rows.get(1).get("total_usd").asDouble()).isEqualTo(1e-9);
    }

    @Test
    void noRowsAreAnEmptyAnswerInEveryFormat() {
        assertThat(written(RowFormat.json, SHARES)).isEqualTo("[]\n");
        assertThat(written(RowFormat.csv, SHARES)).isEqualTo("group_id,year,total_usd,intra_share\n");
        assertThat(written(RowFormat.table, SHARES)).isEqualTo("group_id  year  total_usd  intra_share\n");
    }

    @ParameterizedTest
    @CsvSource({"1e22, 1.0E22", "1e20, 100000000000000000000", "0, 0", "-0.0, 0", "1e-9, 1.0E-9", "0.05, 0.05"})
    void exactNumbersReadBackTheSame(double number, String text) {
        assertThat(Cell.exact(number)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(number + 0.0);
    }

    @ParameterizedTest
    @CsvSource({
        "1234.6, '1,235', 0",
        "999.96, 999.96, 2",
        "0.71983, 0.7198, 4",
        "0.00001, 1.00e-05, 0",
        "0, 0, 0",
        "-0.5, -0.5, 1",
        "-5000, '-5,000', 0"
    })
    void roundedNumbersAreShort(double number, String text, int decimals) {
        assertThat(Cell.decimals(number)).isEqualTo(decimals);
        assertThat(Cell.rounded(number, decimals)).isEqualTo(text);
    }

    @Test
    void aColumnHasTheDecimalsThatItsNumbersNeed() {
        assertThat(written(
                        RowFormat.table,
                        List.of(Heading.number("index"), Heading.number("share")),
                        row(100.0, 0.25),
                        row(128.9, null),
                        row(1500.5, 0.5)))
                .isEqualTo(
                        """
                        index  share
                        100.0   0.25
                        128.9
                        1,501   0.50
                        """);
    }

    @Test
    void otherTypesHaveOneForm() {
        assertThat(Cell.exact(LocalDate.of(2024, 12, 31))).isEqualTo("2024-12-31");
        assertThat(Cell.exact(Timestamp.from(Instant.parse("2026-01-02T03:04:05Z"))))
                .isEqualTo("2026-01-02T03:04:05Z");
        assertThat(Cell.exact(new byte[] {1, (byte) 255})).isEqualTo("01ff");
        assertThat(Cell.rounded(41_234_567L, 0)).isEqualTo("41,234,567");
        assertThat(Cell.rounded(2013, 0)).isEqualTo("2013");
    }

    @Test
    void headingsFollowTheSchema() {
        StructType schema =
                new StructType().add("group_id", DataTypes.StringType).add("year", DataTypes.IntegerType);
        assertThat(Heading.of(schema)).containsExactly(Heading.text("group_id"), Heading.number("year"));
    }

    private static String csv(Object... values) {
        List<Heading> headings =
                Arrays.stream(values).map(value -> Heading.text("x")).toList();
        String text = written(RowFormat.csv, headings, values);
        return text.substring(text.indexOf('\n') + 1, text.length() - 1);
    }

    private static String written(RowFormat format, List<Heading> headings, Object[]... rows) {
        StringWriter text = new StringWriter();
        format.to(new PrintWriter(text)).write(headings, List.of(rows));
        return text.toString();
    }

    private static Object[] row(Object... values) {
        return values;
    }
}
