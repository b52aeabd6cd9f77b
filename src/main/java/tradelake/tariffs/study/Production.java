package tradelake.tariffs.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tradelake.lake.BadInput;
import tradelake.reference.Csv;
import tradelake.reference.Line;

/**
 * What economies sell at home, and what goes into it: what trade statistics do not hold and general equilibrium needs. From a
 * folder: sales.csv (economy, product, home_sales_usd, value_added_share; product is an HS section) and, for links between
 * sections, inputs.csv (economy or {@code *}, input_product, using_product, share of inputs). Without the latter value added
 * is all of output.
 */
final class Production {
    static final String SALES = "sales.csv";
    static final String INPUTS = "inputs.csv";
    /** A folder with this file is made up. */
    static final String SYNTHETIC = "_SYNTHETIC";

    private static final String ANYONE = "*";

    private final SortedSet<String> economies = new TreeSet<>();
    private final SortedSet<String> products = new TreeSet<>();
    private final Map<List<String>, Double> sales = new HashMap<>();
    private final Map<List<String>, Double> valueAdded = new HashMap<>();
    private final Map<List<String>, Double> inputs = new HashMap<>();

    private Production() {}

    static boolean isThere(Path folder) {
        return Files.exists(folder.resolve(SALES));
    }

    static boolean isSynthetic(Path folder) {
        return Files.exists(folder.resolve(SYNTHETIC));
    }

    static Production of(Path folder) {
        Production production = new Production();
        Path file = folder.resolve(SALES);
        for (Line line : Csv.ofFile(file, List.of("economy", "product", "home_sales_usd", "value_added_share"))
                .lines()) production.addSales(line);
        production.requireWhole(file);
        if (Files.exists(folder.resolve(INPUTS)))
            for (Line line : Csv.ofFile(
                            folder.resolve(INPUTS), List.of("economy", "input_product", "using_product", "share"))
                    .lines())
                production.inputs.put(
                        List.of(
                                line.required("economy"),
                                line.required("input_product"),
                                line.required("using_product")),
                        line.decimal("share"));
        return production;
    }

    private void addSales(Line line) {
        double usd = line.decimal("home_sales_usd");
        if (!(usd > 0))
            throw line.bad("home_sales_usd", "must be above nought: an economy without sales cannot be solved");
        List<String> key = List.of(line.required("economy"), line.required("product"));
        if (sales.put(key, usd) != null) throw line.bad("product", "stands twice for this economy: keep one line");
        valueAdded.put(key, line.decimal("value_added_share"));
        economies.add(key.get(0));
        products.add(key.get(1));
    }

    private void requireWhole(Path file) {
        for (String economy : economies)
            for (String product : products)
                if (!sales.containsKey(List.of(economy, product)))
                    throw new BadInput(
                            "%s has no line for %s in %s: add its home_sales_usd.".formatted(file, product, economy));
    }

    SortedSet<String> economies() {
        return economies;
    }

    SortedSet<String> products() {
        return products;
    }

    double sales(String economy, String product) {
        return sales.get(List.of(economy, product));
    }

    double sales(String economy) {
        return products.stream().mapToDouble(product -> sales(economy, product)).sum();
    }

    double valueAdded(String economy, String product) {
        return inputs.isEmpty() ? 1 : valueAdded.get(List.of(economy, product));
    }

    /** The share of one product among the inputs of another. */
    double input(String economy, String product, String using) {
        double anyone = inputs.getOrDefault(List.of(ANYONE, product, using), 0.0);
        return inputs.getOrDefault(List.of(economy, product, using), anyone);
    }
}
