package tradelake.gravity;

import java.util.ArrayList;
import java.util.List;

/**
 * Which regressors say something that the effects and the regressors before them do not.
 *
 * @param kept those that do
 * @param dependent the names of the others
 */
record Independence(List<Regressor> kept, List<String> dependent) {
    /** A regressor of which less than this is left, as a share of its sum of squares about its mean, counts as dependent. */
    static final double LEAST = 1e-12;

    static final double ACCURACY = 1e-11;

    static Independence all(List<Regressor> regressors) {
        return new Independence(regressors, List.of());
    }

    static Independence of(Design design, double[] weights, Lanes lanes) {
        Effects effects = new Effects(Panel.of(design), lanes);
        effects.weigh(weights);
        double[][] rest = rest(design, effects);
        Gram gram = Gram.factor(Gram.of(rest, weights, lanes), least(design, weights));
        List<Regressor> kept = new ArrayList<>();
        List<String> dependent = new ArrayList<>();
        for (int j = 0; j < rest.length; j++) {
            Regressor regressor = design.regressors().get(j);
            if (gram.isDependent(j)) dependent.add(regressor.name());
            else kept.add(regressor);
        }
        return new Independence(kept, dependent);
    }

    /** The regressors less their projection on the effects, in every row whatever its weight. */
    static double[][] rest(Design design, Effects effects) {
        return design.regressors().stream()
                .map(x -> {
                    double[] rest = new double[design.rows()];
                    effects.absorb(x.values(), rest, new double[effects.levels()], ACCURACY, 1e-14);
                    return rest;
                })
                .toArray(double[][]::new);
    }

    static double[] least(Design design, double[] weights) {
        return design.regressors().stream()
                .mapToDouble(x -> LEAST * spread(x, weights))
                .toArray();
    }

    /** Sum of w x^2, about the mean unless x is the constant. */
    private static double spread(Regressor x, double[] weights) {
        if (x.name().equals(Regressor.CONSTANT)) return weights.length;
        double total = 0;
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < weights.length; row++) {
            double value = x.values()[row];
            total += weights[row];
            sum += weights[row] * value;
            squares += weights[row] * value * value;
        }
        return Math.max(squares - sum * sum / total, 1e-14 * squares);
    }
}
