package tradelake.gravity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tradelake.lake.BadInput;

/**
 * The arrays of one model.
 *
 * @param y the response, not negative; NaN where missing
 * @param weights positive, one a row
 * @param offset added to the linear predictor
 * @param effects absorbed, if any
 * @param clusters of the variance, if any
 */
public record Design(
        double[] y,
        List<Regressor> regressors,
        double[] weights,
        double[] offset,
        List<Group> effects,
        List<Group> clusters) {
    /** The columns of a frame as the specification wants them. */
    public static Design of(Frame frame, Specification model) {
        Formula formula = model.formula();
        formula.terms().forEach(term -> term.atoms().forEach(atom -> atom.check(frame)));
        List<Regressor> regressors = new ArrayList<>();
        if (formula.effects().isEmpty()) regressors.add(Regressor.constant(frame.rows()));
        formula.terms().forEach(term -> regressors.addAll(term.in(frame)));
        return new Design(
                formula.response().numbers(frame),
                regressors,
                model.weights().map(frame::numbers).orElseGet(() -> filled(frame.rows(), 1)),
                model.offset().map(frame::numbers).orElseGet(() -> filled(frame.rows(), 0)),
                groups(frame, formula.effects()),
                groups(frame, model.clusters()));
    }

    private static double[] filled(int rows, double value) {
        double[] values = new double[rows];
        Arrays.fill(values, value);
        return values;
    }

    private static List<Group> groups(Frame frame, List<Grouping> groupings) {
        return groupings.stream()
                .map(grouping -> new Group(grouping.toString(), grouping.in(frame)))
                .toList();
    }

    int rows() {
        return y.length;
    }

    /** The response times the weight: what all-zero groups lack. */
    double total() {
        double total = 0;
        for (int row = 0; row < rows(); row++) total += weights[row] * y[row];
        return total;
    }

    Design take(int[] rows) {
        return new Design(
                Rows.take(y, rows),
                regressors.stream().map(x -> x.take(rows)).toList(),
                Rows.take(weights, rows),
                Rows.take(offset, rows),
                effects.stream().map(group -> group.take(rows)).toList(),
                clusters.stream().map(group -> group.take(rows)).toList());
    }

    Design with(List<Regressor> others) {
        return new Design(y, others, weights, offset, effects, clusters);
    }

    /** The effect with most levels: it is eliminated exactly, the rows stand sorted by it. */
    Optional<Group> widest() {
        return effects.stream().max(Comparator.comparingInt(Group::size));
    }

    /** Refuses a value that no Poisson model takes. */
    void refuseNegative(int row) {
        if (y[row] < 0 || weights[row] < 0 || Double.isInfinite(y[row]))
            throw new BadInput(
                    "Row %d has response %s and weight %s: a Poisson model needs numbers of at least 0, so leave it out."
                            .formatted(row + 1, y[row], weights[row]));
    }

    /** Whether a row has all that a model needs. */
    boolean isComplete(int row) {
        return Double.isFinite(y[row])
                && weights[row] > 0
                && Double.isFinite(offset[row])
                && regressors.stream().allMatch(x -> Double.isFinite(x.values()[row]))
                && Stream.concat(effects.stream(), clusters.stream())
                        .allMatch(group -> group.factor().codes()[row] != Factor.MISSING);
    }
}
