package tradelake.harmonise.mirror;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

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
    private static final List<String> TERMS =
            List.of("const", "ln_dist", "ln_dist_sq", "contig", "landlocked", "ln_median_uv");

    private final List<Integer> years;
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
    }

    public CifRegression merge(CifRegression other) {
        fit.merge(other.fit);
        return this;
    }

    /** Coefficients by term; years as {@code year2022}, the first without one. */
    public CifModel model() {
        double[] coefficients = fit.coefficients();
        Map<String, Double> byTerm = new LinkedHashMap<>();
        List<String> terms = new ArrayList<>(TERMS);
        years.stream().skip(1).forEach(year -> terms.add(CifModel.yearTerm(year)));
        for (int i = 0; i < terms.size(); i++) byTerm.put(terms.get(i), coefficients[i]);
        return new CifModel(byTerm, fit.observations());
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
