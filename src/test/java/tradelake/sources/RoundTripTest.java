package tradelake.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rows of random values written in a layout are read back as they were. */
class RoundTripTest {
    private record Trade(
            int reporter, int partner, String flow, String code, double value, double weight, String words) {}

    private static final Map<String, String> LEGACY_FLOWS = Map.of("M", "1", "X", "2", "RX", "3", "RM", "4");

    @Property(tries = 200)
    void bulk(@ForAll("trades") List<Trade> trades, @ForAll boolean windows) {
        String table = trades.stream()
                .map(trade -> String.join(
                        " ",
                        "" + trade.reporter,
                        "" + trade.partner,
                        trade.flow,
                        trade.code,
                        "" + trade.value,
                        "" + trade.weight))
                .collect(Collectors.joining(
                        "\n", "reporterCode partnerCode flowCode cmdCode primaryValue netWgt\n", "\n"));
        String file = Drawn.bulk(table);
        assertThat(read(windows ? file.replace("\n", "\r\n") : file, "")).isEqualTo(wordless(trades));
    }

    @Property(tries = 200)
    void legacy(@ForAll("trades") List<Trade> trades, @ForAll boolean windows) {
        String end = windows ? "\r\n" : "\n";
        String rows = trades.stream()
                .map(RoundTripTest::legacyLine)
                .map(line -> line + end)
                .collect(Collectors.joining());
        assertThat(read(String.join(",", LegacyCsv.COLUMNS_22) + end + rows, "Commodity"))
                .isEqualTo(trades);
    }

    private static String legacyLine(Trade trade) {
        return String.join(
                ",",
                "H4,2013,2013,2013,6,1",
                LEGACY_FLOWS.get(trade.flow),
                "flow",
                "" + trade.reporter,
                quoted(trade.words),
                "",
                "" + trade.partner,
                quoted(trade.words),
                "",
                trade.code,
                quoted(trade.words),
                "8,kg,",
                "" + trade.weight,
                "" + trade.value,
                "0");
    }

    private static String quoted(String words) {
        return '"' + words.replace("\"", "\"\"") + '"';
    }

    private static List<Trade> read(String file, String words) {
        List<Trade> trades = new ArrayList<>();
        for (DrawnRow row : Drawn.read(file)) {
            assertThat(row.reason()).isEmpty();
            trades.add(new Trade(
                    (int) row.get(ApiField.REPORTER_CODE),
                    (int) row.get(ApiField.PARTNER_CODE),
                    (String) row.get(ApiField.FLOW_CODE),
                    (String) row.get(ApiField.CMD_CODE),
                    (double) row.get(ApiField.PRIMARY_VALUE),
                    (double) row.get(ApiField.NET_WGT),
                    words.isEmpty() ? "" : (String) row.fields().getOrDefault(ApiField.CMD_DESC, "")));
        }
        return trades;
    }

    private static List<Trade> wordless(List<Trade> trades) {
        return trades.stream()
                .map(trade ->
                        new Trade(trade.reporter, trade.partner, trade.flow, trade.code, trade.value, trade.weight, ""))
                .toList();
    }

    @Provide
    Arbitrary<List<Trade>> trades() {
        Arbitrary<Integer> reporters = Arbitraries.integers().between(1, 999);
        Arbitrary<Integer> partners = Arbitraries.integers().between(0, 999);
        Arbitrary<String> flows = Arbitraries.of("M", "X", "RX", "RM");
        Arbitrary<String> codes = Arbitraries.strings().numeric().ofLength(6);
        Arbitrary<Double> values = Arbitraries.doubles().between(0, 1e13).ofScale(6);
        Arbitrary<String> words =
                Arbitraries.strings().withChars("ab,\"\n\r é中").ofMaxLength(12).map(String::strip);
        return Combinators.combine(reporters, partners, flows, codes, values, values, words)
                .as(Trade::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}
