package tradelake.tariffs.elasticities;

import java.util.SplittableRandom;

/**
 * Random draws that depend on the seed, the number of the draw and what is drawn alone: any task can make any of them, in any
 * order, and gets the same.
 */
public record Draws(long seed) {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    /**
     * An elasticity whose size is lognormal with the given mean and standard error: the sign stays.
     *
     * @param what names the elasticity, such as a product
     */
    public double elasticity(int draw, String what, Elasticity elasticity) {
        double size = Math.abs(elasticity.value());
        if (elasticity.standardError() == 0 || Double.isInfinite(size)) return elasticity.value();
        double relative = elasticity.standardError() / size;
        double variance = Math.log1p(relative * relative);
        double z = random(draw, what).nextGaussian();
        return elasticity.value() * Math.exp(Math.sqrt(variance) * z - variance / 2);
    }

    /** A value anywhere between the reports of the two sides, each as likely. */
    public double between(int draw, String what, double exporterSays, double importerSays) {
        return exporterSays + random(draw, what).nextDouble() * (importerSays - exporterSays);
    }

    private SplittableRandom random(int draw, String what) {
        long state = seed;
        for (int i = 0; i < what.length(); i++) state = (state ^ what.charAt(i)) * ODD;
        return new SplittableRandom((state ^ draw) * ODD);
    }
}
