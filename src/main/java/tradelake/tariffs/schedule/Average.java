package tradelake.tariffs.schedule;

import java.util.SortedMap;
import java.util.TreeMap;

/** A mean of rates, weighted with imports. */
public final class Average {
    private double value;
    private double base;
    private double struckDown;
    private final SortedMap<String, Double> byLayer = new TreeMap<>();

    void add(double weight, Rate rate) {
        value += weight;
        base += weight * rate.base();
        struckDown += weight * rate.struckDown();
        rate.byLayer().forEach((layer, points) -> byLayer.merge(layer, weight * points, Double::sum));
    }

    /** The imports it is over. */
    public double value() {
        return value;
    }

    public Rate rate() {
        SortedMap<String, Double> means = new TreeMap<>();
        byLayer.forEach((layer, sum) -> means.put(layer, sum / value));
        return new Rate(base / value, means, struckDown / value);
    }
}
