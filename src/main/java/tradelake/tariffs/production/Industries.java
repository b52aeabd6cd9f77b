package tradelake.tariffs.production;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tradelake.reference.Csv;
import tradelake.reference.Line;

/**
 * Which industry of a publisher is which product here, and which HS sections that product is: a table of conf/production with
 * the columns industry, product, sections. An industry's name counts by its letters and digits alone, since releases differ in
 * commas; lines without a product are industries that sell no goods.
 */
final class Industries {
    private final Map<String, String> products = new HashMap<>();
    private final Map<String, String> bySection = new TreeMap<>();

    private Industries() {}

    static Industries of(Path folder, String file) {
        Industries all = new Industries();
        for (Line line : Csv.ofFile(folder.resolve(file), List.of("industry", "product", "sections"))
                .lines()) all.add(line);
        return all;
    }

    private void add(Line line) {
        String product = line.text("product");
        if (products.put(key(line.required("industry")), product) != null)
            throw line.bad("industry", "stands twice: keep one line");
        if (product.isEmpty()) return;
        for (String section : line.required("sections").split("\\s+")) {
            String other = bySection.put(section, product);
            if (other != null && !other.equals(product))
                throw line.bad(
                        "sections", "names %s, which %s has: a section has one product".formatted(section, other));
        }
    }

    /** The product of an industry, empty for one that sells no goods; nothing for an industry that the table does not have. */
    Optional<String> product(String industry) {
        return Optional.ofNullable(products.get(key(industry)));
    }

    /** Products by HS section. */
    Map<String, String> bySection() {
        return bySection;
    }

    private static String key(String industry) {
        return industry.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
