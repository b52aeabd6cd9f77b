package tradelake.gravity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is kept of a fit: enough to print it and to predict, nothing of the data.
 *
 * @param offset a column, or empty
 * @param effects the levels of each effect by name, as in {@link EffectValues}
 */
public record FittedModel(
        String formula,
        String offset,
        List<Coefficient> coefficients,
        List<String> collinear,
        List<Effect> effects,
        long rows,
        long separated,
        long singletons,
        long missing,
        int clusters,
        double logLikelihood,
        double pseudoR2,
        double deviance,
        int iterations,
        boolean converged)
        implements Serializable {

    /** One estimate. */
    public record Coefficient(String term, double estimate, double stdError) implements Serializable {
        /** With its z, p-value and interval. */
        public Estimate asEstimate() {
            return new Estimate(term, estimate, stdError);
        }
    }

    /** The levels of one effect. */
    public record Effect(String name, Map<String, Double> levels) implements Serializable {}

    public static FittedModel of(PpmlFit fit) {
        return new FittedModel(
                fit.model().formula().toString(),
                fit.model().offset().orElse(""),
                new ArrayList<>(fit.estimates().stream()
                        .map(it -> new Coefficient(it.term(), it.estimate(), it.stdError()))
                        .toList()),
                new ArrayList<>(fit.collinear()),
                new ArrayList<>(
                        EffectValues.of(fit).stream().map(FittedModel::byName).toList()),
                fit.rows(),
                fit.count(Fate.separated),
                fit.count(Fate.singleton),
                fit.count(Fate.missing),
                fit.clusters(),
                fit.likelihood().logLikelihood(),
                fit.likelihood().pseudoR2(),
                fit.likelihood().deviance(),
                fit.convergence().iterations(),
                fit.convergence().converged());
    }

    private static Effect byName(EffectValues effect) {
        Map<String, Double> levels = new LinkedHashMap<>();
        for (int code = 0; code < effect.values().length; code++)
            levels.put(effect.levels().name(code), effect.values()[code]);
        return new Effect(effect.name(), levels);
    }

    /** The columns that a prediction needs. */
    public Set<String> columns() {
        Formula parsed = Formula.parse(formula);
        Set<String> columns = parsed.columns();
        if (parsed.terms().stream()
                .noneMatch(term -> term.toString().equals(parsed.response().column())))
            columns.remove(parsed.response().column());
        if (!offset.isEmpty()) columns.add(offset);
        return columns;
    }

    /** The means of rows; NaN where a value is missing or a level was not in the estimation sample. */
    public double[] predict(Frame frame) {
        double[] eta = offset.isEmpty()
                ? new double[frame.rows()]
                : frame.numbers(offset).clone();
        Map<String, Double> known =
                coefficients.stream().collect(Collectors.toMap(Coefficient::term, Coefficient::estimate));
        Formula parsed = Formula.parse(formula);
        if (parsed.effects().isEmpty()) addRegressor(eta, Regressor.constant(frame.rows()), known);
        parsed.terms().forEach(term -> term.in(frame).forEach(x -> addRegressor(eta, x, known)));
        for (int e = 0; e < effects.size(); e++)
            addEffect(eta, parsed.effects().get(e).in(frame), effects.get(e).levels());
        return Arrays.stream(eta).map(Math::exp).toArray();
    }

    private void addRegressor(double[] eta, Regressor x, Map<String, Double> known) {
        double slope = known.getOrDefault(x.name(), collinear.contains(x.name()) ? 0 : Double.NaN);
        for (int row = 0; row < eta.length; row++) if (x.values()[row] != 0) eta[row] += slope * x.values()[row];
    }

    private static void addEffect(double[] eta, Factor factor, Map<String, Double> levels) {
        double[] values = new double[factor.size()];
        for (int code = 0; code < values.length; code++)
            values[code] = levels.getOrDefault(factor.levels().name(code), Double.NaN);
        for (int row = 0; row < eta.length; row++)
            eta[row] += factor.codes()[row] == Factor.MISSING ? Double.NaN : values[factor.codes()[row]];
    }
}
