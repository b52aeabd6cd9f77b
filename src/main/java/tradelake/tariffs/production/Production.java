package tradelake.tariffs.production;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What economies sell at home, and what goes into it: what trade statistics do not hold and general equilibrium needs. Every
 * economy has every product. Without links between products value added is all of output.
 */
public final class Production {
    /** Stands for every economy in links. */
    static final String ANYONE = "*";

    private final SortedSet<String> economies = new TreeSet<>();
    private final SortedSet<String> products = new TreeSet<>();
    private final Map<Good, Output> outputs;
    private final Map<Link, Double> links;
    private final Map<String, String> bySection;
    private final OptionalInt year;
    private final List<String> leftOut;

    /** A product of an economy. */
    record Good(String economy, String product) {}

    /**
     * Of a product in an economy.
     *
     * @param home sold there, current USD
     * @param valueAdded the part of output that is not inputs of these products
     */
    record Output(double home, double valueAdded) {}

    /** One product that goes into another. */
    record Link(String economy, String product, String using) {}

    /**
     * The outputs with what is known beside them.
     *
     * @param links shares of inputs, which add up to 1 over products
     * @param bySection the product that an HS section is in; a section of which nothing is said is a product itself
     * @param year of the outputs, if the file says it
     * @param leftOut what the file has and could not be used, in words
     */
    Production(
            Map<Good, Output> outputs,
            Map<Link, Double> links,
            Map<String, String> bySection,
            OptionalInt year,
            List<String> leftOut) {
        this.outputs = outputs;
        this.links = links;
        this.bySection = bySection;
        this.year = year;
        this.leftOut = leftOut;
        for (Good good : outputs.keySet()) {
            economies.add(good.economy);
            products.add(good.product);
        }
    }

    public SortedSet<String> economies() {
        return economies;
    }

    /** HS sections, or several together where industries cannot be told apart by section. */
    public SortedSet<String> products() {
        return products;
    }

    /** The product that an HS section belongs to. */
    public String productOf(String section) {
        return bySection.getOrDefault(section, section);
    }

    public OptionalInt year() {
        return year;
    }

    public List<String> leftOut() {
        return leftOut;
    }

    public double sales(String economy, String product) {
        return outputs.get(new Good(economy, product)).home;
    }

    public double sales(String economy) {
        return products.stream().mapToDouble(product -> sales(economy, product)).sum();
    }

    public double valueAdded(String economy, String product) {
        return links.isEmpty() ? 1 : outputs.get(new Good(economy, product)).valueAdded;
    }

    /** The share of one product among the inputs of another. */
    public double input(String economy, String product, String using) {
        double anyone = links.getOrDefault(new Link(ANYONE, product, using), 0.0);
        return links.getOrDefault(new Link(economy, product, using), anyone);
    }
}
