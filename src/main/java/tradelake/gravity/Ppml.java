package tradelake.gravity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Poisson pseudo-maximum likelihood with fixed effects: the b and a that make
 * <pre>sum w [y eta - exp(eta)],  eta = offset + Xb + Da</pre>
 * greatest (Santos Silva and Tenreyro 2006), by iteratively reweighted least squares. After the first step each works on the
 * residual (y - mu)/mu alone, so that whatever error a step leaves in absorbing the effects the next one takes out: early
 * steps are cheap and the last is exact.
 */
public final class Ppml {
    private static final Logger LOG = LoggerFactory.getLogger(Ppml.class);
    private static final double OF_REGRESSORS = 1e-3;
    private static final double OF_STEP = 1e-3;
    private static final int MOST_HALVINGS = 12;

    private final Design design;
    private final Specification model;
    private final Lanes lanes;
    private final Effects effects;
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
    private int iterations = 0;
    private boolean converged = false;

    private Ppml(Design design, Specification model, Lanes lanes) {
        this.design = design;
        this.model = model;
        this.lanes = lanes;
        this.effects = new Effects(Panel.of(design), lanes);
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
        return fit(Design.of(frame, model), model, Optional.empty(), lanes);
    }

    /**
     * Fits a model.
     *
     * @param before a fit of a similar model whose coefficients are a good place to begin
     */
    public static PpmlFit fit(Design full, Specification model, Optional<PpmlFit> before, Lanes lanes) {
        long start = System.nanoTime();
        Sample sample = Sample.of(full, lanes);
        Ppml ppml = new Ppml(sample.design(), model, lanes);
        ppml.begin(before);
        while (!ppml.converged && ppml.iterations < model.maxIterations()) ppml.step();
        ppml.project();
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
        likelihood = Double.NEGATIVE_INFINITY;
        update();
    }

    private void step() {
        iterations++;
        boolean first = iterations == 1;
        effects.weigh(weights);
        for (int j = 0; j < k; j++) effects.absorb(x[j], xRest[j], xLevels[j], OF_REGRESSORS, 1e-14);
        work(first);
        effects.absorb(working, rest, new double[effects.levels()], 1e-15, OF_STEP);
        double[] change = Gram.factor(Gram.of(xRest, weights, lanes)).solve(weighted(xRest, rest));
        double size = move(change, first);
        double before = likelihood;
        update();
        if (!first) halve(change, before);
        converged = !first && size < model.tolerance();
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

    /** Goes back half of the step as long as the likelihood has fallen. */
    private void halve(double[] change, double before) {
        double part = 1;
        double slack = 1e-10 * Math.abs(before);
        for (int i = 0; i < MOST_HALVINGS && !(likelihood >= before - slack); i++) {
            part /= 2;
            for (int j = 0; j < k; j++) beta[j] -= part * change[j];
            for (int row = 0; row < rows; row++) eta[row] -= part * working[row];
            update();
        }
    }

    /** Means, weights and the likelihood without its constant, from the linear predictor. */
    private void update() {
        likelihood = Lanes.Range.over(rows).sums(lanes, 1, (from, to, sum) -> {
            for (int row = from; row < to; row++) {
                mu[row] = Math.exp(eta[row]);
                weights[row] = design.weights()[row] * mu[row];
                sum[0] += design.weights()[row] * (design.y()[row] * eta[row] - mu[row]);
            }
        })[0];
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

    /** Takes the effects out of the regressors once more, for the variance, with the weights of the maximum. */
    private void project() {
        effects.weigh(weights);
        double accuracy = Math.min(1e-10, model.tolerance());
        for (int j = 0; j < k; j++) effects.absorb(x[j], xRest[j], xLevels[j], accuracy, 1e-14);
    }

    private PpmlFit result(Sample sample, double seconds) {
        List<String> terms = design.regressors().stream().map(Regressor::name).toList();
        Scores scores = new Scores(design, xRest, mu, lanes);
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
