package tradelake.tariffs.schedule;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import tradelake.reference.Csv;
import tradelake.reference.Line;

/** Named lists of goods, as the share of each HS6 (by value of imports) that is on the list. */
final class ProductLists implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<String, Map<String, Double>> byName = new HashMap<>();

    static ProductLists of(Csv csv) {
        ProductLists lists = new ProductLists();
        for (Line line : csv.lines()) {
            double share = line.decimal("share");
            if (!(share >= 0 && share <= 1)) throw line.bad("share", "is no share: it must be between 0 and 1");
            lists.byName
                    .computeIfAbsent(line.required("product_list"), name -> new HashMap<>())
                    .put(line.required("hs6"), share);
        }
        return lists;
    }

    /** By HS6; those that are not on the list are missing. */
    Map<String, Double> shares(String list) {
        return byName.get(list);
    }

    /** The name, if there is such a list. */
    String known(String list, Line line, String column) {
        if (!byName.containsKey(list))
            throw line.bad(column, "names no product list: use one of product-lists.csv or add it there");
        return list;
    }
}
