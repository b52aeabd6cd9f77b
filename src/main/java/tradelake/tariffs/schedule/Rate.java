package tradelake.tariffs.schedule;

import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The duty on one good from one economy, fractions of its value.
 *
 * @param base before the measures
 * @param byLayer what each layer adds; those that add nothing are left out
 * @param struckDown the part of the additional rate that rests on measures which a court has struck down since
 */
public record Rate(double base, SortedMap<String, Double> byLayer, double struckDown) {
    public double additional() {
        double sum = 0;
        for (double layer : byLayer.values()) sum += layer;
        return sum;
    }

    /** What each layer adds, such as {@code brazil 0.400000; reciprocal 0.100000}. */
    public String measures() {
        return byLayer.entrySet().stream()
                .map(layer -> String.format(Locale.ROOT, "%s %.6f", layer.getKey(), layer.getValue()))
                .collect(Collectors.joining("; "));
    }

    public double total() {
        return base + additional();
    }
}
