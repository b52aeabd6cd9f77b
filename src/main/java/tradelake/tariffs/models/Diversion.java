package tradelake.tariffs.models;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/**
 * Imports that move between partners when some become cheaper against others; each variant adds up to nought.
 *
 * @param pair each affected partner against all others, affected or not: the default
 * @param block all affected partners together against the rest; nought where every partner is affected
 * @param linearCapped as {@code pair}, to first order m r x / (m + r), held between -m and r (Jammes and Olarreaga)
 */
record Diversion(double[] pair, double[] block, double[] linearCapped) {
    /** @param pull x, the relative gain of each partner on all others */
    static Diversion of(double[] imports, double[] pull) {
        double total = DoubleStream.of(imports).sum();
        DoubleBinaryOperator exact = (m, x) -> m * (total - m) * x / (total + m * x);
        DoubleBinaryOperator linear = (m, x) -> Math.max(-m, Math.min(total - m, m * (total - m) * x / total));
        return new Diversion(
                pairwise(imports, pull, total, exact),
                block(imports, pull, total),
                pairwise(imports, pull, total, linear));
    }

    private static double[] pairwise(double[] imports, double[] pull, double total, DoubleBinaryOperator gain) {
        double[] diverted = new double[imports.length];
        for (int a = 0; a < imports.length; a++) {
            double rest = total - imports[a];
            if (pull[a] == 0 || imports[a] == 0 || rest <= 0) continue;
            double gained = gain.applyAsDouble(imports[a], pull[a]);
            diverted[a] += gained;
            for (int p = 0; p < imports.length; p++) if (p != a) diverted[p] -= gained * imports[p] / rest;
        }
        return diverted;
    }

    private static double[] block(double[] imports, double[] pull, double total) {
        double affected = 0;
        double pulled = 0;
        for (int p = 0; p < imports.length; p++) {
            if (pull[p] != 0) affected += imports[p];
            pulled += imports[p] * pull[p];
        }
        double rest = total - affected;
        double[] diverted = new double[imports.length];
        for (int p = 0; p < imports.length && rest > 0; p++) {
            double perPull = rest / (total + pulled);
            diverted[p] = pull[p] == 0 ? -perPull * pulled * imports[p] / rest : perPull * imports[p] * pull[p];
        }
        return diverted;
    }
}
