package tradelake.harmonise.mirror;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Estimates what freight and insurance add to a price, from flows that both sides report with value and weight:
 *
 * <pre>ln( (CIF/qm) / (FOB/qx) ) = a + b1 ln d + b2 (ln d)^2 + b3 contiguous + b4 landlocked + b5 ln u(k) + year
 * weight = min(qx,qm) / max(qx,qm)</pre>
 *
 * d is the distance in kilometres, u(k) the median unit value of the product in exporters' reports, the first year the base.
 * Sources: Gaulier and Zignago (2010), section 2.2. Parts estimated apart can be merged.
 */
public final class CifRegression implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String CONSTANT = "const";
    private static final List<String> TERMS =
            List.of(CONSTANT, "ln_dist", "ln_dist_sq", "contig", "landlocked", "ln_median_uv");

    private final List<Integer> years;
    private final SortedSet<Integer> seen = new TreeSet<>();
    private final LeastSquares fit;

    public CifRegression(SortedSet<Integer> years) {
        this.years = List.copyOf(years);
        this.fit = new LeastSquares(TERMS.size() + Math.max(0, years.size() - 1));
    }

    /** Counts the flow if both sides give value and weight. */
    public void add(MirrorFlow flow) {
        Report export = flow.export().orElse(null), imported = flow.imported().orElse(null);
        if (export == null || imported == null || !export.hasUnitValue() || !imported.hasUnitValue()) return;
        double markup = Math.log(imported.unitValue() / export.unitValue());
        double weight = Math.min(export.tons(), imported.tons()) / Math.max(export.tons(), imported.tons());
        fit.add(regressors(flow), markup, weight);
        seen.add(flow.year());
    }

    public CifRegression merge(CifRegression other) {
        fit.merge(other.fit);
        seen.addAll(other.seen);
        return this;
    }

    /**
     * Coefficients by term; years as {@code year2022}, none for the first that was seen, whose effect is in the constant. A year
     * without flows has no term, so that {@link CifModel} knows that it was not estimated.
     */
    public CifModel model() {
        double[] coefficients = fit.coefficients();
        Map<String, Double> byTerm = new LinkedHashMap<>();
        for (int i = 0; i < TERMS.size(); i++) byTerm.put(TERMS.get(i), coefficients[i]);
        double base = seen.isEmpty() ? 0 : effect(seen.first(), coefficients);
        byTerm.merge(CONSTANT, base, Double::sum);
        seen.stream().skip(1).forEach(year -> byTerm.put(CifModel.yearTerm(year), effect(year, coefficients) - base));
        return new CifModel(byTerm, fit.observations());
    }

    /** Of a year, beside the first that was announced. */
    private double effect(int year, double[] coefficients) {
        int place = years.indexOf(year);
        return place == 0 ? 0 : coefficients[TERMS.size() + place - 1];
    }

    private double[] regressors(MirrorFlow flow) {
        double[] row = new double[TERMS.size() + Math.max(0, years.size() - 1)];
        double[] shared = CifModel.sharedRegressors(flow.geography(), flow.medianUnitValue());
        System.arraycopy(shared, 0, row, 0, shared.length);
        int year = years.indexOf(flow.year());
        if (year < 0) throw new IllegalArgumentException("No flows were announced of " + flow.year());
        if (year > 0) row[TERMS.size() + year - 1] = 1;
        return row;
    }
}
