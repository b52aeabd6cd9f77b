package tradelake.gravity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradelake.lake.BadInput;

/**
 * Poisson pseudo-maximum likelihood with fixed effects: the b and a that make
 * <pre>sum w [y eta - exp(eta)],  eta = offset + Xb + Da</pre>
 * greatest (Santos Silva and Tenreyro 2006), by iteratively reweighted least squares. After the first step each works on the
 * residual (y - mu)/mu alone, so that whatever error a step leaves in absorbing the effects the next one takes out: early
 * steps are coarse, and only one that absorbs the effects finely may end the fit. Between steps {@link Totals} brings the fitted totals of each level near.
 */
public final class Ppml {
    private static final Logger LOG = LoggerFactory.getLogger(Ppml.class);
    private static final double COARSE = 1e-2;
    private static final double FINE = 1e-10;
    private static final int MOST_HALVINGS = 12;

    private final Design design;
    private final Specification model;
    private final Lanes lanes;
    private final Effects effects;
    private final Totals totals;
    private final int rows;
    private final int k;
    private final double[] eta;
    private final double[] mu;
    private final double[] weights;
    private final double[] working;
    private final double[] rest;
    private final double[][] x;
    private final double[][] xRest;
    private final double[][] xLevels;
    private final double[] beta;
    private double likelihood;
    private double size = 1;
    private int iterations = 0;
    private boolean converged = false;

    private Ppml(Design design, Specification model, Lanes lanes) {
        this.design = design;
        this.model = model;
        this.lanes = lanes;
        Panel panel = Panel.of(design);
        this.effects = new Effects(panel, lanes);
        this.totals = new Totals(panel, design, lanes);
        this.rows = design.rows();
        this.x = design.regressors().stream().map(Regressor::values).toArray(double[][]::new);
        this.k = x.length;
        this.eta = new double[rows];
        this.mu = new double[rows];
        this.weights = new double[rows];
        this.working = new double[rows];
        this.rest = new double[rows];
        this.xRest = new double[k][rows];
        this.xLevels = new double[k][effects.levels()];
        this.beta = new double[k];
    }

    /** Fits a model on all cores. */
    public static PpmlFit fit(Frame frame, Specification model) {
        try (Lanes lanes = Lanes.all()) {
            return fit(frame, model, lanes);
        }
    }

    public static PpmlFit fit(Frame frame, Specification model, Lanes lanes) {
        Footprint.of(frame, model).refuseIfLarger(Runtime.getRuntime().maxMemory());
        long start = System.nanoTime();
        return fit(Sample.of(Design.of(frame, model), lanes), model, Optional.empty(), lanes, start);
    }

    /**
     * Fits a model.
     *
     * @param before a fit of a similar model whose coefficients are a good place to begin
     */
    public static PpmlFit fit(Design full, Specification model, Optional<PpmlFit> before, Lanes lanes) {
        long start = System.nanoTime();
        return fit(Sample.of(full, lanes), model, before, lanes, start);
    }

    /** Of the sample alone: the arrays of all rows, which nobody holds any more, are gone while the model is fitted. */
    private static PpmlFit fit(Sample sample, Specification model, Optional<PpmlFit> before, Lanes lanes, long start) {
        Ppml ppml = new Ppml(sample.design(), model, lanes);
        ppml.begin(before);
        while (!ppml.converged && ppml.iterations < model.maxIterations()) ppml.step();
        if (!ppml.converged) {
            ppml.refuseFlight(sample);
            ppml.project(FINE);
        }
        LOG.debug("{} steps, {} of conjugate gradients", ppml.iterations, ppml.effects.iterations());
        return ppml.result(sample, (System.nanoTime() - start) / 1e9);
    }

    /** Linear predictors from which the first step goes: the logarithm of the mean of y and its average, as a rule. */
    private void begin(Optional<PpmlFit> before) {
        double total = Arrays.stream(design.weights()).sum();
        double mean = design.total() / total;
        Optional<double[]> known = before.map(PpmlFit::linearPredictor).filter(them -> them.length == rows);
        for (int row = 0; row < rows; row++)
            eta[row] = known.isPresent() ? known.get()[row] : Math.log((design.y()[row] + mean) / 2);
        evaluate();
        divide();
    }

    private void step() {
        iterations++;
        boolean first = iterations == 1;
        double accuracy = Math.max(FINE, Math.min(COARSE, size * size / 10));
        project(accuracy);
        work(first);
        effects.absorb(working, rest, new double[effects.levels()], 1e-15, Math.max(1e-6, Math.min(COARSE, size)));
        double[] change = Gram.factor(Gram.of(xRest, weights, lanes)).solve(weighted(xRest, rest));
        size = move(change, first);
        double before = likelihood;
        evaluate();
        boolean whole = first || halve(change, before) == 1;
        totals.fit(eta, weights);
        divide();
        converged = whole && accuracy == FINE && size < model.tolerance();
    }

    /** What the step must explain: all of the working response at first, then what is wrong in it. */
    private void work(boolean first) {
        Lanes.Range.over(rows).each(lanes, (from, to) -> {
            for (int row = from; row < to; row++) {
                double wrong = design.y()[row] == 0 ? -1 : (design.y()[row] - mu[row]) / mu[row];
                working[row] = first ? eta[row] - design.offset()[row] + wrong : wrong;
            }
        });
    }

    /** Adds the step to the linear predictor and leaves it in {@code working}; returns its size. */
    private double move(double[] change, boolean first) {
        for (int j = 0; j < k; j++) beta[j] = (first ? 0 : beta[j]) + change[j];
        double[] sums = Lanes.Range.over(rows).sums(lanes, 2, (from, to, sum) -> {
            for (int row = from; row < to; row++) {
                double step = working[row] - rest[row];
                for (int j = 0; j < k; j++) step += xRest[j][row] * change[j];
                working[row] = step;
                eta[row] = (first ? design.offset()[row] : eta[row]) + step;
                sum[0] += weights[row] * step * step;
                sum[1] += weights[row];
            }
        });
        return Math.sqrt(sums[0] / sums[1]);
    }

    /** Goes back half of the step as long as the likelihood has fallen; returns the part that is left. */
    private double halve(double[] change, double before) {
        double part = 1;
        double slack = 1e-10 * Math.abs(before);
        for (int i = 0; i < MOST_HALVINGS && !(likelihood >= before - slack); i++) {
            part /= 2;
            for (int j = 0; j < k; j++) beta[j] -= part * change[j];
            for (int row = 0; row < rows; row++) eta[row] -= part * working[row];
            evaluate();
        }
        return part;
    }

    /** Weighted means, and the likelihood without its constant. */
    private void evaluate() {
        likelihood = Lanes.Range.over(rows)
                .sums(lanes, 1, (from, to, sum) -> {
                    for (int row = from; row < to; row++) {
                        weights[row] = design.weights()[row] * Math.exp(eta[row]);
                        sum[0] += design.weights()[row] * design.y()[row] * eta[row] - weights[row];
                    }
                })[0];
    }

    /** Means from weighted means. */
    private void divide() {
        Lanes.Range.over(rows).each(lanes, (from, to) -> {
            for (int row = from; row < to; row++) mu[row] = weights[row] / design.weights()[row];
        });
    }

    private double[] weighted(double[][] columns, double[] values) {
        return Arrays.stream(columns)
                .mapToDouble(column -> {
                    double sum = 0;
                    for (int row = 0; row < rows; row++) sum += weights[row] * column[row] * values[row];
                    return sum;
                })
                .toArray();
    }

    /** Takes the effects out of the regressors, from where the last step left them. */
    private void project(double accuracy) {
        effects.weigh(weights);
        for (int j = 0; j < k; j++) effects.absorb(x[j], xRest[j], xLevels[j], accuracy, 1e-14);
    }

    /** A likelihood that rises for ever, as far as numbers go: rows that are nearly separated take the estimates with them. */
    private void refuseFlight(Sample sample) {
        int nearly = PpmlFit.nearlySeparated(design, mu);
        if (nearly > 0 || Double.isNaN(likelihood))
            throw new BadInput(
                    "Not converged in %,d iterations: in %,d of %,d rows the fitted mean has fallen below 1e-12 of the mean of the data, so"
                                    .formatted(iterations, nearly, rows)
                            + " the data hardly bound the estimates (%,d rows were left out before)."
                                    .formatted(sample.fates().length - rows)
                            + " Name fewer effects or regressors, or give more data.");
    }

    private PpmlFit result(Sample sample, double seconds) {
        List<String> terms = design.regressors().stream().map(Regressor::name).toList();
        Scores scores = new Scores(design, xRest, mu, weights, lanes);
        return new PpmlFit(
                model,
                terms,
                beta,
                sample,
                eta,
                scores,
                Likelihood.of(design, eta, mu),
                new Convergence(iterations, effects.iterations(), converged, seconds));
    }
}
