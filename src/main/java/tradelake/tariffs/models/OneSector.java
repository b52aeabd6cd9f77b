package tradelake.tariffs.models;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import tradelake.lake.BadInput;

/**
 * World trade in one sector in general equilibrium, in exact hat algebra with tariff revenue (Dekle, Eaton and Kortum, 2008;
 * Armington and Eaton-Kortum alike).
 *
 * <pre>
 * T = 1 + t; X flow before duty; E_n = sum_i T X_in; pi_in = T X_in / E_n; Y_i = sum_n X_in; D_n = E_n - Y_n - R_n
 * pi'_in ~ pi_in (w_i d_in T1/T0)^-theta,   P_n = (sum_i pi_in (w_i d_in T1/T0)^-theta)^(-1/theta)
 * w_i Y_i = sum_n pi'_in E'_n / T1_in,      F_n = sum_i pi'_in / T1_in
 * </pre>
 *
 * theta applies to spending with duty included. Wages are in units that keep world output as it was; hats are ratios, 1 for no
 * change. A country's E' is (w Y + D) / F with additive deficits, the default, where D keeps its value in units of world
 * output; w Y / F with balanced trade: deficits close together with the shock, and the result holds that too; and
 * x w Y / (1 - x (1 - F)), x = E / (Y + R), with multiplicative deficits, which do not clear world markets:
 * {@link OneSectorResult#clearing()} says by how much.
 *
 * @param countries in the order of the arrays
 * @param flows X[exporter][importer], before duty, sales at home included
 * @param before t0[exporter][importer]
 * @param after t1[exporter][importer]
 * @param tradeCosts d[exporter][importer], the ratio of other trade costs, 1 for no change
 */
public record OneSector(
        List<String> countries,
        double[][] flows,
        double[][] before,
        double[][] after,
        double[][] tradeCosts,
        double theta,
        Closure closure)
        implements Experiment {
    /** What becomes of trade deficits. */
    public enum Closure {
        ADDITIVE,
        BALANCED,
        MULTIPLICATIVE
    }

    public OneSector {
        if (!(theta > 0))
            throw new BadInput("Cannot use theta = %s: it must be above nought, such as 4.".formatted(theta));
        for (int i = 0; i < flows.length; i++) {
            requireTrade(DoubleStream.of(flows[i]).sum(), "sells", countries.get(i));
            for (int n = 0; n < flows.length; n++) {
                if (!(flows[i][n] >= 0)) throw bad("a flow", flows[i][n], "nought or more", countries, i, n);
                if (!(before[i][n] > -1 && after[i][n] > -1))
                    throw bad("a tariff", after[i][n], "more than -1", countries, i, n);
            }
        }
        for (int n = 0; n < flows.length; n++) {
            double bought = 0;
            for (double[] sales : flows) bought += sales[n];
            requireTrade(bought, "buys", countries.get(n));
        }
    }

    private static void requireTrade(double sum, String does, String country) {
        if (!(sum > 0))
            throw new BadInput("%s %s nothing: leave it out, or add its sales at home.".formatted(country, does));
    }

    private static BadInput bad(String what, double value, String rule, List<String> countries, int i, int n) {
        return new BadInput("Cannot use %s of %s from %s to %s: it must be %s."
                .formatted(what, value, countries.get(i), countries.get(n), rule));
    }

    /** No change of trade costs but tariffs. */
    public static double[][] unchanged(int countries) {
        double[][] ones = new double[countries][countries];
        for (double[] row : ones) Arrays.fill(row, 1);
        return ones;
    }

    @Override
    public OneSectorResult solve() {
        OneSectorRound round = new OneSectorRound(this);
        double[] logWages = FixedPoint.of("one-sector", new double[flows.length], round);
        return new OneSectorResult(this, round.at(logWages));
    }
}
