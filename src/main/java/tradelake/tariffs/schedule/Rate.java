package tradelake.tariffs.schedule;

import java.util.SortedMap;

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

    public double total() {
        return base + additional();
    }
}
