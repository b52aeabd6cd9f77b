package tradelake.gravity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tradelake.lake.BadInput;

/** What came of fitting a model. */
public final class PpmlFit implements Fitted {
    private static final double NEARLY = 1e-12;
    private static final double FAR = 1e-3;

    private final Specification model;
    private final List<String> terms;
    private final double[] beta;
    private final double[][] covariance;
    private final Sample sample;
    private final double[] eta;
    private final Scores scores;
    private final Likelihood likelihood;
    private final Convergence convergence;

    PpmlFit(
            Specification model,
            List<String> terms,
            double[] beta,
            Sample sample,
            double[] eta,
            Scores scores,
            Likelihood likelihood,
            Convergence convergence) {
        this.model = model;
        this.terms = terms;
        this.beta = beta;
        this.sample = sample;
        this.eta = eta;
        this.scores = scores;
        this.covariance = scores.covariance(model);
        this.likelihood = likelihood;
        this.convergence = convergence;
    }

    public Specification model() {
        return model;
    }

    public List<Estimate> estimates() {
        return IntStream.range(0, beta.length)
                .mapToObj(j -> new Estimate(terms.get(j), beta[j], Math.sqrt(covariance[j][j])))
                .toList();
    }

    public Estimate estimate(String term) {
        int j = terms.indexOf(term);
        if (j < 0)
            throw new BadInput("There is no estimate of '%s': there are %s.".formatted(term, String.join(", ", terms)));
        return estimates().get(j);
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

    /** Regressors that were left out, because others make them up. */
    public List<String> collinear() {
        return sample.collinear();
    }

    public Likelihood likelihood() {
        return likelihood;
    }

    public Convergence convergence() {
        return convergence;
    }

    @Override
    public int rows() {
        return eta.length;
    }

    /** How many rows of the data had this fate. */
    public long count(Fate fate) {
        return sample.count(fate);
    }

    @Override
    public List<Fate> fates() {
        return List.of(sample.fates());
    }

    /** Whether it is certain that every separated row was found. */
    public boolean separationIsSettled() {
        return sample.settled();
    }

    @Override
    public int clusters() {
        return Scores.fewestClusters(sample.design().clusters());
    }

    /**
     * Rows in the estimation whose fitted mean is below 1e-12 of the mean of the data and far below y, where that is not 0. They
     * are not separated, but what keeps their means above 0 is beyond the digits that numbers have: estimates that rest on it are
     * not to be trusted.
     */
    public int nearlySeparated() {
        return nearlySeparated(sample.design(), scores.mu());
    }

    static int nearlySeparated(Design design, double[] mu) {
        double least = NEARLY * design.total() / design.rows();
        int count = 0;
        for (int row = 0; row < mu.length; row++) {
            double y = design.y()[row];
            if (!(mu[row] >= least) && (y == 0 || !(mu[row] >= FAR * y))) count++;
        }
        return count;
    }

    /** The fitted mean of each row of the data, NaN in those that were left out. */
    public double[] fitted() {
        double[] fitted = new double[sample.fates().length];
        Arrays.fill(fitted, Double.NaN);
        for (int i = 0; i < eta.length; i++) fitted[sample.rows()[i]] = scores.mu()[i];
        return fitted;
    }

    /** In the order of the sample. */
    double[] linearPredictor() {
        return eta;
    }

    Sample sample() {
        return sample;
    }

    Scores scores() {
        return scores;
    }

    /** The same fit with another variance; clusters are those of the model. */
    public PpmlFit under(Variance variance, SmallSample rule) {
        return new PpmlFit(model.with(variance, rule), terms, beta, sample, eta, scores, likelihood, convergence);
    }
}
