package tradelake.harmonise.mirror;

import java.io.Serializable;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What freight and insurance add to the FOB value, as a fraction of it: {@code rate = exp(fit) - 1}, by the terms of
 * {@link CifRegression}.
 *
 * @param coefficients by term
 * @param observations flows that they were estimated from
 */
public record CifModel(Map<String, Double> coefficients, long observations) implements Serializable {
    private static final String YEAR = "year";
    private static final String[] SHARED = {"const", "ln_dist", "ln_dist_sq", "contig", "landlocked", "ln_median_uv"};

    /** Before floor and cap. A year that was not estimated takes the effect of the last one estimated before it. */
    double rate(PairGeography geography, double medianUnitValue, int year) {
        double[] regressors = sharedRegressors(geography, medianUnitValue);
        double fit = yearEffect(year);
        for (int i = 0; i < SHARED.length; i++) fit += regressors[i] * coefficients.getOrDefault(SHARED[i], 0.0);
        return Math.exp(fit) - 1;
    }

    static double[] sharedRegressors(PairGeography geography, double medianUnitValue) {
        double distance = Math.log(geography.kilometres());
        return new double[] {
            1,
            distance,
            distance * distance,
            geography.contiguous() ? 1 : 0,
            geography.landlocked(),
            Math.log(medianUnitValue)
        };
    }

    static String yearTerm(int year) {
        return YEAR + year;
    }

    private double yearEffect(int year) {
        Double estimatedEffect = coefficients.get(yearTerm(year));
        return estimatedEffect == null ? lastEffectBefore(year) : estimatedEffect;
    }

    private double lastEffectBefore(int year) {
        OptionalInt last = coefficients.keySet().stream()
                .filter(term -> term.startsWith(YEAR))
                .mapToInt(term -> Integer.parseInt(term.substring(YEAR.length())))
                .filter(estimated -> estimated < year)
                .max();
        return last.isPresent() ? coefficients.get(yearTerm(last.getAsInt())) : 0;
    }
}
