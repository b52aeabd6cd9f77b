package tradelake.gravity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The levels of one fixed effect, recovered from a fit. Only sums over effects are identified; here the levels of every
 * effect but the first average 0, each level counting once, and the first has the rest.
 */
public record EffectValues(String name, Levels levels, double[] values) {
    public static List<EffectValues> of(PpmlFit fit) {
        Design design = fit.sample().design();
        if (design.effects().isEmpty()) return List.of();
        try (Lanes lanes = Lanes.all()) {
            double[] sum = sumOfEffects(fit, design);
            Panel panel = Panel.of(design);
            Effects effects = new Effects(panel, lanes);
            effects.weigh(Sample.ones(design.rows()));
            double[] levels = new double[effects.levels()];
            double[] rest = new double[design.rows()];
            effects.absorb(sum, rest, levels, 1e-15, 1e-13);
            return normalised(taken(design, panel, levels, sum, rest));
        }
    }

    /** The linear predictor less offset and regressors. */
    private static double[] sumOfEffects(PpmlFit fit, Design design) {
        double[] sum = fit.linearPredictor().clone();
        double[] beta = fit.coefficients();
        for (int row = 0; row < sum.length; row++) {
            sum[row] -= design.offset()[row];
            for (int j = 0; j < beta.length; j++)
                sum[row] -= beta[j] * design.regressors().get(j).values()[row];
        }
        return sum;
    }

    private static List<EffectValues> taken(Design design, Panel panel, double[] levels, double[] sum, double[] rest) {
        Group widest = design.widest().orElseThrow();
        List<EffectValues> values = new ArrayList<>();
        int from = 0;
        for (Group group : design.effects()) {
            boolean absorbed = group.equals(widest);
            double[] own = absorbed
                    ? panel.groupValues(levels, sum, rest)
                    : Arrays.copyOfRange(levels, from, from += group.size());
            values.add(new EffectValues(group.name(), group.factor().levels(), own));
        }
        return values;
    }

    private static List<EffectValues> normalised(List<EffectValues> effects) {
        double[] first = effects.get(0).values();
        for (EffectValues other : effects.subList(1, effects.size())) {
            double mean = Arrays.stream(other.values()).average().orElse(0);
            for (int i = 0; i < other.values().length; i++) other.values()[i] -= mean;
            for (int i = 0; i < first.length; i++) first[i] += mean;
        }
        return effects;
    }
}
