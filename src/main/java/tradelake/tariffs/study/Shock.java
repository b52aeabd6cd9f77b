package tradelake.tariffs.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Mean rates by exporter, importer and product, before and after, over the imports of {@link Market}s. A pair that trades in
 * the reconciled matrix but not in those imports meets the importer's mean over all exporters; an importer without rates for
 * a product changes nothing there. Rates nobody knows count as nought on both sides.
 */
final class Shock {
    private static final String ALL = "*";

    private final Map<Key, Mean> means = new HashMap<>();

    private record Key(String exporter, String importer, String product) {}

    private static final class Mean {
        private double weight;
        private double before;
        private double after;

        private void add(double value, double rateBefore, double rateAfter) {
            weight += value;
            before += value * rateBefore;
            after += value * rateAfter;
        }
    }

    /** @param product of an HS6, such as its chapter */
    static Shock of(List<Market> markets, UnaryOperator<String> product) {
        Shock shock = new Shock();
        for (Market market : markets)
            for (int e = 0; e < market.imports().length; e++)
                for (String exporter : List.of(market.exporters().get(e), ALL))
                    shock.means
                            .computeIfAbsent(
                                    new Key(exporter, market.importer(), product.apply(market.hs6())),
                                    key -> new Mean())
                            .add(market.imports()[e], market.before()[e], market.after()[e]);
        return shock;
    }

    double before(String exporter, String importer, String product) {
        Mean mean = mean(exporter, importer, product);
        return mean == null ? 0 : mean.before / mean.weight;
    }

    double after(String exporter, String importer, String product) {
        Mean mean = mean(exporter, importer, product);
        return mean == null ? 0 : mean.after / mean.weight;
    }

    /** Null where the importer has no rates for the product, and at home. */
    private Mean mean(String exporter, String importer, String product) {
        if (exporter.equals(importer)) return null;
        Mean own = means.get(new Key(exporter, importer, product));
        return own != null ? own : means.get(new Key(ALL, importer, product));
    }
}
