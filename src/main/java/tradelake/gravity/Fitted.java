package tradelake.gravity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Coefficients with their variance, and the rows that they rest on. */
public interface Fitted {
    List<String> terms();

    /** In the order of the terms. */
    double[] coefficients();

    /** Variance of the coefficients, in the order of the terms. */
    double[][] covariance();

    /** The fate of each row of the data, in their order. */
    List<Fate> fates();

    /** Rows in the estimation. */
    int rows();

    /** Of several clusterings the one with fewest clusters; 0 without any. */
    int clusters();

    /**
     * A weighted sum of coefficients, w'b with variance w'Vw: the delta method for weights that are given. Terms that were left
     * out count for nothing and the others for more, so that weights add up to what they did; empty if all were left out.
     */
    default Optional<Estimate> combination(String name, Map<String, Double> weights) {
        double[] w = terms().stream()
                .mapToDouble(term -> weights.getOrDefault(term, 0.0))
                .toArray();
        double there = Gram.dot(w, Sample.ones(w.length));
        if (there == 0) return Optional.empty();
        double all = weights.values().stream().mapToDouble(weight -> weight).sum();
        for (int j = 0; j < w.length; j++) w[j] *= all / there;
        double variance = Gram.dot(w, Gram.times(covariance(), w));
        return Optional.of(new Estimate(name, Gram.dot(w, coefficients()), Math.sqrt(variance)));
    }
}
