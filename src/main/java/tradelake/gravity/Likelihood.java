package tradelake.gravity;

import org.apache.commons.math3.special.Gamma;

/**
 * How well a Poisson model fits:
 * <pre>
 * log likelihood  sum w [y eta - mu - ln y!]
 * null            the same with the mean of y for every mu
 * deviance        2 sum w [y ln(y/mu) - (y - mu)]
 * </pre>
 */
public record Likelihood(double logLikelihood, double nullLogLikelihood, double deviance) {
    static Likelihood of(Design design, double[] eta, double[] mu) {
        double total = 0;
        for (double weight : design.weights()) total += weight;
        double mean = design.total() / total;
        double full = 0;
        double alone = 0;
        double deviance = 0;
        for (int row = 0; row < eta.length; row++) {
            double y = design.y()[row];
            double weight = design.weights()[row];
            double constant = Gamma.logGamma(y + 1);
            full += weight * (y * eta[row] - mu[row] - constant);
            alone += weight * (y * Math.log(mean) - mean - constant);
            deviance += 2 * weight * ((y > 0 ? y * (Math.log(y) - eta[row]) : 0) - (y - mu[row]));
        }
        return new Likelihood(full, alone, Math.max(0, deviance));
    }

    /** McFadden's, 1 - ll / ll0. */
    public double pseudoR2() {
        return 1 - logLikelihood / nullLogLikelihood;
    }
}
