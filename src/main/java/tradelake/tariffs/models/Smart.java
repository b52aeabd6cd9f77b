package tradelake.tariffs.models;

import java.util.List;
import tradelake.lake.BadInput;

/**
 * One importer's imports of one good by partner, after a change of its tariffs: the partial equilibrium of SMART (Laird and
 * Yeats, 1986; Jammes and Olarreaga, 2005).
 *
 * <pre>
 * creation       TC = m e (t1 - t0) / (1 + t0) * u / (u - e)      not below -m
 * price effect   PE = m e / (u - e) * (t1 - t0) / (1 + t0)        nought with infinite supply
 * diversion      of a partner whose price moves by x = -s (t1 - t0) / (1 + t0), not below -1, against the rest r of imports:
 *                TD = m r x / (m + r + m x); the others lose it in proportion to their imports
 * revenue        t1 (m + TC + TD + PE) - t0 m
 * welfare        (t0 + t1) / 2 * TC: the change of the deadweight loss; with diversion, (t0 + t1) / 2 * (TC + TD)
 * </pre>
 *
 * e &lt; 0 is the elasticity of import demand, s &gt; 0 the elasticity of substitution between partners, u the elasticity of
 * export supply, which may be infinite. Diversion adds up to nought over partners.
 *
 * @param importer who changes its tariffs
 * @param product its HS6
 * @param partners in the order of the arrays
 * @param imports m, at the border
 * @param before t0
 * @param after t1
 */
public record Smart(
        String importer,
        String product,
        List<String> partners,
        double[] imports,
        double[] before,
        double[] after,
        double[] demand,
        double[] substitution,
        double[] supply)
        implements Experiment {
    public Smart {
        for (int p = 0; p < imports.length; p++) {
            require(imports[p] >= 0, product, partners.get(p), "imports", imports[p], "nought or more");
            require(before[p] > -1 && after[p] > -1, product, partners.get(p), "a tariff", after[p], "more than -1");
            require(demand[p] <= 0, product, partners.get(p), "import demand elasticity", demand[p], "nought or less");
            require(substitution[p] >= 0, product, partners.get(p), "substitution", substitution[p], "nought or more");
            require(supply[p] > 0, product, partners.get(p), "export supply elasticity", supply[p], "above nought");
        }
    }

    private static void require(boolean holds, String product, String partner, String what, double value, String rule) {
        if (!holds)
            throw new BadInput("Cannot use %s = %s of %s from %s: it must be %s; correct the input."
                    .formatted(what, value, product, partner, rule));
    }

    @Override
    public SmartResult solve() {
        int n = imports.length;
        double[] creation = new double[n];
        double[] priceEffect = new double[n];
        double[] worldPrice = new double[n];
        double[] pull = new double[n];
        for (int p = 0; p < n; p++) {
            double duty = (after[p] - before[p]) / (1 + before[p]);
            double passed = Double.isInfinite(supply[p]) ? 1 : supply[p] / (supply[p] - demand[p]);
            creation[p] = Math.max(-imports[p], imports[p] * demand[p] * duty * passed);
            worldPrice[p] = Double.isInfinite(supply[p]) ? 0 : demand[p] / (supply[p] - demand[p]) * duty;
            priceEffect[p] = imports[p] * worldPrice[p];
            pull[p] = Math.max(-1, -substitution[p] * duty);
        }
        return new SmartResult(this, creation, priceEffect, worldPrice, Diversion.of(imports, pull));
    }
}
