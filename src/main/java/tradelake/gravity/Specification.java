package tradelake.gravity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tradelake.lake.BadInput;

/**
 * A model to be fitted, apart from its data.
 *
 * @param clusters none: {@link Variance} says whether the variance is robust or classical
 * @param tolerance the fit ends when a step changes the linear predictor by less, root mean square with weights mu
 */
public record Specification(
        Formula formula,
        Optional<String> weights,
        Optional<String> offset,
        Variance variance,
        List<Grouping> clusters,
        SmallSample smallSample,
        double tolerance,
        int maxIterations) {
    public static final double TOLERANCE = 1e-8;
    public static final int MAX_ITERATIONS = 200;

    public Specification {
        if (!(tolerance > 0 && tolerance < 1))
            throw new BadInput("Invalid tolerance %s: choose one between 0 and 1, such as 1e-8.".formatted(tolerance));
        if (maxIterations < 1)
            throw new BadInput("Invalid number of iterations %d: choose 1 or more.".formatted(maxIterations));
        if (variance == Variance.clustered && clusters.isEmpty())
            throw new BadInput(
                    "The variance is clustered and no cluster is named: name one, such as exporter^importer.");
    }

    /** Robust standard errors, small-sample rule of Stata, 1e-8. */
    public static Specification of(String formula) {
        return new Specification(
                Formula.parse(formula),
                Optional.empty(),
                Optional.empty(),
                Variance.robust,
                List.of(),
                SmallSample.stata,
                TOLERANCE,
                MAX_ITERATIONS);
    }

    /** The same with standard errors clustered by what stands between pluses. */
    public Specification clusteredBy(String groupings) {
        return new Specification(
                formula,
                weights,
                offset,
                Variance.clustered,
                Grouping.parse(groupings),
                smallSample,
                tolerance,
                maxIterations);
    }

    public Specification with(Variance other, SmallSample rule) {
        return new Specification(formula, weights, offset, other, clusters, rule, tolerance, maxIterations);
    }

    public Specification within(double other) {
        return new Specification(formula, weights, offset, variance, clusters, smallSample, other, maxIterations);
    }

    /** The columns that it reads. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(formula.columns());
        weights.ifPresent(columns::add);
        offset.ifPresent(columns::add);
        clusters.forEach(cluster -> columns.addAll(cluster.names()));
        return columns;
    }
}
