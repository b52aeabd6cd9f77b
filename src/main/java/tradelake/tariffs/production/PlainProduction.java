package tradelake.tariffs.production;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tradelake.lake.BadInput;
import tradelake.reference.Csv;
import tradelake.reference.Line;

/**
 * {@link Production} from a folder with sales.csv (economy, product, home_sales_usd, value_added_share; product is an HS
 * section) and, for links between sections, inputs.csv (economy or {@code *}, input_product, using_product, share of inputs).
 */
final class PlainProduction {
    static final String INPUTS = "inputs.csv";

    private final Map<Production.Good, Production.Output> outputs = new HashMap<>();
    private final Map<Production.Link, Double> links = new HashMap<>();

    private PlainProduction() {}

    static Production of(Path folder) {
        PlainProduction plain = new PlainProduction();
        Path file = folder.resolve(ProductionFolder.SALES);
        for (Line line : Csv.ofFile(file, List.of("economy", "product", "home_sales_usd", "value_added_share"))
                .lines()) plain.add(line);
        Path inputs = folder.resolve(INPUTS);
        if (Files.exists(inputs))
            for (Line line : Csv.ofFile(inputs, List.of("economy", "input_product", "using_product", "share"))
                    .lines())
                plain.links.put(
                        new Production.Link(
                                line.required("economy"),
                                line.required("input_product"),
                                line.required("using_product")),
                        line.decimal("share"));
        Production all = new Production(plain.outputs, plain.links, Map.of(), OptionalInt.empty(), List.of());
        plain.requireWhole(all, file);
        return all;
    }

    private void add(Line line) {
        double usd = line.decimal("home_sales_usd");
        if (!(usd > 0))
            throw line.bad("home_sales_usd", "must be above nought: an economy without sales cannot be solved");
        Production.Good good = new Production.Good(line.required("economy"), line.required("product"));
        if (outputs.put(good, new Production.Output(usd, line.decimal("value_added_share"))) != null)
            throw line.bad("product", "stands twice for this economy: keep one line");
    }

    private void requireWhole(Production all, Path file) {
        for (String economy : all.economies())
            for (String product : all.products())
                if (!outputs.containsKey(new Production.Good(economy, product)))
                    throw new BadInput(
                            "%s has no line for %s in %s: add its home_sales_usd.".formatted(file, product, economy));
    }
}
