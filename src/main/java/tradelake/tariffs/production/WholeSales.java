package tradelake.tariffs.production;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import tradelake.tariffs.production.Production.Good;

/**
 * Published sales at home made whole, so that every economy has every product: products that fewer than half of the economies
 * sell at home are left out, then economies that lack one of the others. What is left out is said, nothing stands in its place.
 */
final class WholeSales {
    private final Map<Good, Double> sales;
    private final List<String> leftOut = new ArrayList<>();

    /** @param sales at home, current USD; those that are not above nought count as unknown */
    WholeSales(Map<Good, Double> sales) {
        this.sales = new HashMap<>(sales);
        this.sales.values().removeIf(usd -> !(usd > 0));
        leaveOutRareProducts();
        leaveOutEconomiesWithGaps();
    }

    Map<Good, Double> sales() {
        return sales;
    }

    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    private void leaveOutRareProducts() {
        int economies = grouped(Good::economy, Good::product).size();
        Map<String, Set<String>> sellers = grouped(Good::product, Good::economy);
        sellers.values().removeIf(those -> 2 * those.size() >= economies);
        leaveOut("the products", sellers.keySet(), Good::product);
    }

    private void leaveOutEconomiesWithGaps() {
        int products = grouped(Good::product, Good::economy).size();
        Map<String, Set<String>> sold = grouped(Good::economy, Good::product);
        sold.values().removeIf(those -> those.size() == products);
        leaveOut("the economies", sold.keySet(), Good::economy);
    }

    private Map<String, Set<String>> grouped(Function<Good, String> by, Function<Good, String> what) {
        Map<String, Set<String>> groups = new TreeMap<>();
        for (Good good : sales.keySet())
            groups.computeIfAbsent(by.apply(good), name -> new TreeSet<>()).add(what.apply(good));
        return groups;
    }

    private void leaveOut(String what, Set<String> names, Function<Good, String> of) {
        if (names.isEmpty()) return;
        sales.keySet().removeIf(good -> names.contains(of.apply(good)));
        leftOut.add(what + " " + String.join(" ", names));
    }
}
