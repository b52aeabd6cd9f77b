package tradelake.indicators.yearly;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * One year's trade of all economies, self trade left out: exports as the exporters report them, imports as the importers do.
 *
 * @param products chapters, in the order of every array
 * @param known economies; other partners (areas nes, bunkers, residuals) count in sums with everyone alone
 */
record YearPanel(List<String> products, Set<String> known, OneWay exports, OneWay imports) {
    Stream<Map.Entry<String, OneWay>> directions() {
        return Stream.of(Map.entry("X", exports), Map.entry("M", imports));
    }

    /** Both sides' keys among some, sorted, of those that report exports. */
    List<String> exporters(Set<String> some) {
        return exports.reporters().stream().filter(some::contains).toList();
    }

    /** What a reporter trades with each known economy but itself, noughts included. */
    double[] markets(OneWay direction, String reporter) {
        return known.stream()
                .filter(partner -> !partner.equals(reporter))
                .mapToDouble(partner -> OneWay.sum(direction.of(reporter, partner)))
                .toArray();
    }

    /** By economy and product. */
    double[][] table(OneWay direction, SortedSet<String> economies) {
        return economies.stream().map(direction::of).toArray(double[][]::new);
    }
}
