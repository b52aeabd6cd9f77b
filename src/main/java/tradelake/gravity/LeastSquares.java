package tradelake.gravity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Least squares with fixed effects: the b and a that make <pre>sum w (y - offset - Xb - Da)^2</pre> least. Variances are those of
 * {@link Variance} with y - Xb - Da for the residual and w for the weight mu; the classical one is s^2 V0 with
 * s^2 = sum w e^2 / (N - K) under every rule.
 */
public final class LeastSquares implements Fitted {
    private final List<String> terms;
    private final double[] beta;
    private final double[][] covariance;
    private final Fate[] fates;
    private final int rows;
    private final int clusters;

    private LeastSquares(
            List<String> terms, double[] beta, double[][] covariance, Fate[] fates, int rows, int clusters) {
        this.terms = terms;
        this.beta = beta;
        this.covariance = covariance;
        this.fates = fates;
        this.rows = rows;
        this.clusters = clusters;
    }

    /** Fits a model; rows alone in a level of an effect are left out. */
    public static LeastSquares fit(Frame frame, Specification model, Lanes lanes) {
        Footprint.of(frame, model).refuseIfLarger(Runtime.getRuntime().maxMemory());
        Design full = Design.of(frame, model);
        Fate[] fates = Sample.withoutSingletons(full);
        Design sample = full.take(rows(full, fates));
        Design design =
                sample.with(Independence.of(sample, sample.weights(), lanes).kept());
        return of(design, model, fates, lanes);
    }

    /** The rows that count, sorted by the effect that has most levels among them. */
    private static int[] rows(Design full, Fate[] fates) {
        int[] kept = Rows.where(fates.length, row -> fates[row] == Fate.kept);
        Optional<Factor> widest = full.effects().stream()
                .map(effect -> effect.factor().take(kept))
                .max(Comparator.comparingInt(Factor::size));
        return widest.map(factor -> Rows.take(kept, Rows.sortedBy(factor))).orElse(kept);
    }

    private static LeastSquares of(Design design, Specification model, Fate[] fates, Lanes lanes) {
        Effects effects = new Effects(Panel.of(design), lanes);
        effects.weigh(design.weights());
        double[][] x = Independence.rest(design, effects);
        double[] residual = new double[design.rows()];
        double[] y = IntStream.range(0, design.rows())
                .mapToDouble(row -> design.y()[row] - design.offset()[row])
                .toArray();
        effects.absorb(y, residual, new double[effects.levels()], Independence.ACCURACY, 1e-14);
        double[] beta = Gram.factor(Gram.of(x, design.weights(), lanes)).solve(weighted(x, design, residual));
        for (int j = 0; j < beta.length; j++)
            for (int row = 0; row < residual.length; row++) residual[row] -= beta[j] * x[j][row];
        Scores scores = Scores.ofLeastSquares(design, x, residual, lanes);
        return new LeastSquares(
                design.regressors().stream().map(Regressor::name).toList(),
                beta,
                scores.covariance(model),
                fates,
                design.rows(),
                Scores.fewestClusters(design.clusters()));
    }

    private static double[] weighted(double[][] x, Design design, double[] y) {
        return Arrays.stream(x)
                .mapToDouble(column -> {
                    double sum = 0;
                    for (int row = 0; row < y.length; row++) sum += design.weights()[row] * column[row] * y[row];
                    return sum;
                })
                .toArray();
    }

    @Override
    public List<String> terms() {
        return terms;
    }

    @Override
    public double[] coefficients() {
        return beta.clone();
    }

    @Override
    public double[][] covariance() {
        return covariance;
    }

    @Override
    public List<Fate> fates() {
        return List.of(fates);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int clusters() {
        return clusters;
    }
}
