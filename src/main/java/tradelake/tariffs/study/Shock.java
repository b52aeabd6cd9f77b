package tradelake.tariffs.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Mean rates by exporter, importer and product, before and after, over the imports of {@link Market}s. A pair that trades in
 * the reconciled matrix and not in those imports is rated on what the importer buys of the product from all others together.
 * Where even that is not known nothing changes: rates nobody knows count as nought on both sides.
 */
final class Shock {
    private static final Mean NONE = new Mean(0, 0);

    private final Map<Key, Mean> means = new ConcurrentHashMap<>();
    private final Map<Key, List<Market>> baskets = new HashMap<>();
    private final Map<String, Case> cases = new HashMap<>();

    /** @param exporter empty for the basket of an importer */
    private record Key(String exporter, String importer, String product) {}

    private record Mean(double before, double after) {}

    private Shock() {}

    /** @param product of an HS6, such as its chapter */
    static Shock of(List<Market> markets, List<Case> cases, UnaryOperator<String> product) {
        Shock shock = new Shock();
        for (Case one : cases) shock.cases.put(one.importer(), one);
        for (Market market : markets)
            shock.baskets
                    .computeIfAbsent(
                            new Key("", market.importer(), product.apply(market.hs6())), key -> new ArrayList<>())
                    .add(market);
        shock.baskets.forEach(shock::weigh);
        return shock;
    }

    double before(String exporter, String importer, String product) {
        return mean(exporter, importer, product).before;
    }

    double after(String exporter, String importer, String product) {
        return mean(exporter, importer, product).after;
    }

    private Mean mean(String exporter, String importer, String product) {
        if (exporter.equals(importer) || !cases.containsKey(importer)) return NONE;
        return means.computeIfAbsent(new Key(exporter, importer, product), this::ofBasket);
    }

    private void weigh(Key basket, List<Market> markets) {
        Map<String, double[]> sums = new HashMap<>();
        for (Market market : markets)
            for (int e = 0; e < market.imports().length; e++)
                add(
                        sums.computeIfAbsent(market.exporters().get(e), exporter -> new double[3]),
                        market.imports()[e],
                        market.before()[e],
                        market.after()[e]);
        sums.forEach((exporter, sum) -> means.put(new Key(exporter, basket.importer, basket.product), mean(sum)));
    }

    /** A schedule looks up its measures once and keeps them, so one draw at a time asks it. */
    private Mean ofBasket(Key key) {
        List<Market> basket = baskets.get(new Key("", key.importer, key.product));
        if (basket == null) return NONE;
        Case rates = cases.get(key.importer);
        double[] sum = new double[3];
        synchronized (rates) {
            for (Market market : basket)
                add(
                        sum,
                        market.total(),
                        rates.before(key.exporter, market.hs6()).total(),
                        rates.after(key.exporter, market.hs6()).total());
        }
        return mean(sum);
    }

    private static void add(double[] sum, double imports, double before, double after) {
        sum[0] += imports;
        sum[1] += imports * before;
        sum[2] += imports * after;
    }

    private static Mean mean(double[] sum) {
        return new Mean(sum[1] / sum[0], sum[2] / sum[0]);
    }
}
