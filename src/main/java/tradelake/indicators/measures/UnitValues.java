package tradelake.indicators.measures;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Price of a product in USD per kilogram, from flows that state value and weight.
 *
 * <pre>mean = sum of v / sum of w   over the flows whose v/w is within median / bound and median * bound</pre>
 *
 * median is the value-weighted one: half of the value is traded below it. A flow further off by more than the bound is taken
 * for an error of weight and left out of the mean, not out of trade. Empty where no flow states both.
 */
public record UnitValues(List<Flow> flows, double bound) {
    /** One flow, both above 0. */
    public record Flow(double usd, double kilograms) {
        double unitValue() {
            return usd / kilograms;
        }
    }

    public UnitValues {
        flows = flows.stream()
                .filter(flow -> flow.usd > 0 && flow.kilograms > 0)
                .toList();
    }

    public OptionalDouble mean() {
        List<Flow> kept = kept();
        return kept.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        usd(kept) / kept.stream().mapToDouble(Flow::kilograms).sum());
    }

    /** Which fraction of the value the mean is made of. */
    public double valueCovered() {
        return usd(kept()) / usd(flows);
    }

    public OptionalDouble median() {
        double before = 0, half = usd(flows) / 2;
        for (Flow flow : flows.stream()
                .sorted(Comparator.comparingDouble(Flow::unitValue))
                .toList()) {
            before += flow.usd;
            if (before >= half) return OptionalDouble.of(flow.unitValue());
        }
        return OptionalDouble.empty();
    }

    private List<Flow> kept() {
        OptionalDouble median = median();
        return flows.stream()
                .filter(flow -> Math.abs(Math.log(flow.unitValue() / median.getAsDouble())) <= Math.log(bound))
                .toList();
    }

    private static double usd(List<Flow> flows) {
        return flows.stream().mapToDouble(Flow::usd).sum();
    }
}
