package tradelake.tariffs.schedule;

import java.util.OptionalDouble;

/**
 * What was imported of a good from an economy: the weight of its rate.
 *
 * @param value in any unit
 * @param base the base rate as collected on it, a fraction; empty if it is to be taken from the schedule
 */
public record Import(String exporter, String hs6, double value, OptionalDouble base) {
    /** Of what was collected: the base rate is duty over value. */
    public static Import of(String exporter, String hs6, double value, double duty) {
        return new Import(exporter, hs6, value, OptionalDouble.of(duty / value));
    }
}
