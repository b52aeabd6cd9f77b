package tradelake.harmonise.concordance;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which fraction of a code's value goes to which codes.
 *
 * @param weights by target, one for each that the tables name; none below 0, together 1
 * @param evident whether tables or trade tell the weights; else they are equal parts, and not to be used
 */
public record Split(SortedMap<String, Double> weights, boolean evident) implements Serializable {
    private static final double ROUNDING = 1e-9;

    public Split {
        double sum = weights.values().stream().mapToDouble(w -> w).sum();
        if (weights.values().stream().anyMatch(w -> !(w >= 0)) || Math.abs(sum - 1) > ROUNDING)
            throw new IllegalArgumentException("Weights must be 0 or more and add up to 1: " + weights);
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }

    public Split(SortedMap<String, Double> weights) {
        this(weights, true);
    }

    static Split whole(String target) {
        return new Split(new TreeMap<>(Map.of(target, 1.0)));
    }

    /** Whether the tables name one target: of several, trade may well have found that all goes to one. */
    boolean isWhole() {
        return weights.size() == 1;
    }
}
