package tradelake.indicators.yearly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import tradelake.indicators.Basis;

/** The panels of one year and of the year before, under each basis, while rows come in. */
final class Panels {
    static final List<Basis> BASES = List.of(Basis.AS_REPORTED, Basis.MIRROR_FILLED);

    private final List<String> products;
    private final SortedSet<String> known;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, YearPanel> panels = new HashMap<>();

    Panels(List<String> products, SortedSet<String> known) {
        this.products = products;
        this.known = known;
        for (String product : products) places.put(product, places.size());
    }

    /** @param before whether the row is of the year before */
    void add(boolean before, String flow, String reporter, String partner, String product, double usd, boolean filled) {
        Integer place = places.get(product);
        if (place == null || reporter.equals(partner) || usd == 0) return;
        for (Basis basis : BASES) {
            if (filled && basis != Basis.MIRROR_FILLED) continue;
            YearPanel panel = of(basis, before);
            (flow.equals("X") ? panel.exports() : panel.imports()).add(reporter, partner, place, usd);
        }
    }

    YearPanel of(Basis basis, boolean before) {
        return panels.computeIfAbsent(
                basis + (before ? " before" : ""),
                key -> new YearPanel(products, known, new OneWay(products.size()), new OneWay(products.size())));
    }
}
