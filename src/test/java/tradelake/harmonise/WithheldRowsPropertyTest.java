package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A consistent trade of which a reporter withholds rows at will: nothing is counted twice, and World's total is met. */
class WithheldRowsPropertyTest {

    /** Dollars that really flowed. */
    record Trade(int partner, String code, double value) {}

    @Property
    void sums_never_exceed_the_truth(@ForAll("trades") List<Trade> trades, @ForAll Random chance) {
        Map<String, Double> truth = published(trades);
        Recorded result = withholding(truth, chance);
        for (String place : truth.keySet()) {
            String[] partnerAndCode = place.split(" ");
            int partner = Integer.parseInt(partnerAndCode[0]);
            String code = partnerAndCode[1];
            double sum = partner == PublishedRow.WORLD ? result.sum("M", code) : result.sum("M", partner, code);
            assertThat(sum).as(place).isLessThanOrEqualTo(truth.get(place));
        }
    }

    @Property
    void the_total_of_world_and_of_each_partner_is_met(@ForAll("trades") List<Trade> trades, @ForAll Random chance) {
        Recorded result = withholding(published(trades), chance);
        for (PublishedRow row : result.totals) {
            if (!row.isWorld())
                assertThat(result.sum("M", row.partner(), row.code())).isEqualTo(row.value());
            else if (row.level() == 0) assertThat(result.sum("M", "TOTAL")).isEqualTo(row.value());
        }
    }

    @Property
    void every_code_of_world_is_met_where_partners_report_as_finely(
            @ForAll("trades") List<Trade> trades, @ForAll Random chance) {
        Map<String, Double> finest = published(trades);
        finest.keySet().removeIf(place -> !place.startsWith("0 ") && !place.matches(".* .{6}"));
        Recorded result = withholding(finest, chance);
        for (PublishedRow world : result.totals)
            assertThat(result.sum("M", world.code())).as(world.code()).isEqualTo(world.value());
    }

    /** All rows of a complete report, by partner and code: each partner and World, at each level. */
    private static Map<String, Double> published(List<Trade> trades) {
        Map<String, Double> rows = new TreeMap<>();
        for (Trade trade : trades)
            for (String code = trade.code; ; code = HsCode.parent(code)) {
                rows.merge(trade.partner + " " + code, trade.value, Double::sum);
                rows.merge(PublishedRow.WORLD + " " + code, trade.value, Double::sum);
                if (code.equals(HsCode.TOTAL)) break;
            }
        return rows;
    }

    /** Each row is in one of two overlapping extracts, in both, or withheld. */
    private static Recorded withholding(Map<String, Double> rows, Random chance) {
        List<Loaded.Line> one = new ArrayList<>();
        List<Loaded.Line> two = new ArrayList<>();
        rows.forEach((place, value) -> {
            String[] partnerAndCode = place.split(" ");
            Loaded.Line line = new Loaded.Line(
                    PublishedRow.ALL_YEAR, "M", Integer.parseInt(partnerAndCode[0]), partnerAndCode[1], 0, value, null);
            int where = chance.nextInt(4);
            if (where != 0) one.add(line);
            if (where > 1 || one.isEmpty()) two.add(line);
        });
        return Loaded.run(List.of(extract("A", one), extract("B", two)));
    }

    private static Loaded extract(String id, List<Loaded.Line> lines) {
        return new Loaded(id, ReleaseFacts.Kind.EXTRACT, ReleaseFacts.UNDATED, "H5", lines);
    }

    @Provide
    Arbitrary<List<Trade>> trades() {
        return Combinators.combine(
                        Arbitraries.of(36, 156, 842, 899),
                        Arbitraries.of(HsCodes.FINEST),
                        Arbitraries.integers().between(1, 1000).map(Integer::doubleValue))
                .as(Trade::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
