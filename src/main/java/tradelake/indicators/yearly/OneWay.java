package tradelake.indicators.yearly;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One year's exports, or imports, as the reporters report them, in current USD by chapter. Sums run in the order of keys, so
 * that they do not depend on the order of rows.
 */
final class OneWay {
    private final int products;
    private final SortedMap<String, SortedMap<String, double[]>> flows = new TreeMap<>();
    private final SortedMap<String, double[]> byReporter = new TreeMap<>();

    OneWay(int products) {
        this.products = products;
    }

    void add(String reporter, String partner, int product, double usd) {
        byReporter.clear();
        flows.computeIfAbsent(reporter, r -> new TreeMap<>())
                .computeIfAbsent(partner, p -> new double[products])[product] += usd;
    }

    SortedSet<String> reporters() {
        return new TreeSet<>(flows.keySet());
    }

    /** With everyone; noughts for who reports nothing. */
    double[] of(String reporter) {
        return byReporter.computeIfAbsent(reporter, r -> {
            double[] sum = new double[products];
            partners(r).values().forEach(values -> add(sum, values));
            return sum;
        });
    }

    double[] of(String reporter, String partner) {
        return partners(reporter).getOrDefault(partner, new double[products]);
    }

    SortedMap<String, double[]> partners(String reporter) {
        return flows.getOrDefault(reporter, new TreeMap<>());
    }

    /** All reporters with one partner. */
    double[] with(String partner) {
        double[] sum = new double[products];
        flows.values().forEach(partners -> {
            if (partners.containsKey(partner)) add(sum, partners.get(partner));
        });
        return sum;
    }

    double[] world() {
        double[] sum = new double[products];
        reporters().forEach(reporter -> add(sum, of(reporter)));
        return sum;
    }

    static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static void add(double[] sum, double[] values) {
        for (int k = 0; k < sum.length; k++) sum[k] += values[k];
    }
}
