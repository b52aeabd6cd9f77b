package tradelake.tariffs.production;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import tradelake.lake.BadInput;
import tradelake.tariffs.production.Production.Good;
import tradelake.tariffs.production.Production.Link;
import tradelake.tariffs.production.Production.Output;

/**
 * Reads sales at home and links between products from the OECD's Inter-Country Input-Output tables as published, one year a
 * file, million current USD: a row for each economy and industry (AUS_A01), a column for each that uses it and for final demand
 * (AUS_HFCE), below them taxes (TLS), value added (VA) and output (OUT). Inputs of services count as value added, since services
 * are outside the models: <pre>value added share = 1 - inputs of goods / output</pre>
 */
final class Icio {
    private static final List<String> OUTPUTS = List.of("OUT", "OUTPUT");
    /** Parts of economies that the extended edition keeps apart. */
    private static final Map<String, String> PARTS = Map.of("CN1", "CHN", "CN2", "CHN", "MX1", "MEX", "MX2", "MEX");

    private static final double MILLION = 1e6;

    private final Industries industries;
    private final Map<Good, Double> home = new HashMap<>();
    private final Map<Good, Double> output = new HashMap<>();
    private final Map<Link, Double> inputs = new HashMap<>();

    Icio(Path industries) {
        this.industries = Industries.of(industries, "icio.csv");
    }

    /** What a row or a column is about; the product is empty where it is no industry of goods. */
    private record Label(String economy, String product) {}

    static boolean isOne(List<String> header) {
        return header.stream().anyMatch(OUTPUTS::contains)
                && header.stream().anyMatch(column -> column.endsWith("_HFCE"));
    }

    Production read(TableStream table) {
        List<Label> columns = table.header().stream().map(this::label).toList();
        for (Optional<String[]> row = table.next(); row.isPresent(); row = table.next()) {
            String[] cells = row.get();
            Label seller = label(cells[0]);
            for (int c = 1; c < cells.length; c++)
                if (!seller.product.isEmpty()) add(seller, columns.get(c), table.number(cells[c]));
                else if (OUTPUTS.contains(cells[0])) merge(output, columns.get(c), table.number(cells[c]));
        }
        requireEveryProduct(table.file());
        return production(new WholeSales(home));
    }

    private Label label(String text) {
        String[] parts = text.split("_", 2);
        if (parts.length == 1) return new Label("", "");
        return new Label(
                PARTS.getOrDefault(parts[0], parts[0]),
                industries.product(parts[1]).orElse(""));
    }

    private void add(Label seller, Label buyer, double millions) {
        if (seller.economy.equals(buyer.economy)) merge(home, seller, millions);
        if (!buyer.product.isEmpty())
            inputs.merge(new Link(buyer.economy, seller.product, buyer.product), MILLION * millions, Double::sum);
    }

    private static void merge(Map<Good, Double> sums, Label label, double millions) {
        if (!label.product.isEmpty())
            sums.merge(new Good(label.economy, label.product), MILLION * millions, Double::sum);
    }

    private void requireEveryProduct(Path file) {
        for (String product : new TreeSet<>(industries.bySection().values()))
            if (output.keySet().stream().noneMatch(good -> good.product().equals(product)))
                throw new BadInput(
                        "%s has no output of %s: its industries have other codes than conf/production/icio.csv, add them there."
                                .formatted(file, product));
    }

    private Production production(WholeSales whole) {
        Map<Good, Output> outputs = new HashMap<>();
        Map<Link, Double> links = new HashMap<>();
        whole.sales().forEach((good, usd) -> {
            Map<Link, Double> own = inputs(good, whole);
            double sum = own.values().stream().mapToDouble(Double::doubleValue).sum();
            outputs.put(good, new Output(usd, 1 - sum / output.get(good)));
            if (sum > 0) own.forEach((link, input) -> links.put(link, input / sum));
        });
        return new Production(outputs, links, industries.bySection(), OptionalInt.empty(), whole.leftOut());
    }

    /** Of the products that are kept. */
    private Map<Link, Double> inputs(Good good, WholeSales whole) {
        Map<Link, Double> own = new HashMap<>();
        inputs.forEach((link, usd) -> {
            if (link.economy().equals(good.economy())
                    && link.using().equals(good.product())
                    && whole.sales().containsKey(new Good(link.economy(), link.product()))) own.put(link, usd);
        });
        return own;
    }
}
