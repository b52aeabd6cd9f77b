package tradelake.tariffs.models;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import tradelake.lake.BadInput;

/**
 * World trade in many sectors in general equilibrium, in exact hat algebra with tariff revenue: with input-output links the
 * model of Caliendo and Parro (2015), without them (all value-added shares 1) that of Costinot and Rodriguez-Clare (2014).
 *
 * <pre>
 * c_ik = w_i^g_ik (prod_j P_ij^G_ijk)^(1 - g_ik),    P_nk = (sum_i pi_kni (c_ik T1/T0)^-theta_k)^(-1/theta_k),    T = 1 + t
 * pi'_kni = pi_kni (c_ik T1/T0 / P_nk)^-theta_k,     Y_ik = sum_n pi'_kni X_nk / T1
 * X_nj = sum_k G_njk (1 - g_nk) Y_nk + a_nj I_n,     I_n = w_n VA_n + R_n - S_n
 * sum_k g_nk Y_nk = w_n VA_n                          (the same as exports - imports = S_n)
 * </pre>
 *
 * X is spending with duty, theta applies to it; S is a surplus, in units of world value added, which wages are scaled to keep.
 * Consumption shares a are what the base year leaves after inputs; those below nought are set to nought and the others scaled
 * ({@link MultiSectorBase#negativeShares()} counts them). Welfare is I'/I / prod_j P_nj^a_nj.
 *
 * @param sectors in the order of the arrays
 * @param countries in the order of the arrays
 * @param flows [sector][importer][exporter], before duty, sales at home included
 * @param before t0, as flows
 * @param after t1, as flows
 * @param theta by sector
 * @param valueAdded g[country][sector], the share of value added in output
 * @param inputs G[country][input sector][using sector], adding up to 1 over inputs
 */
public record MultiSector(
        List<String> sectors,
        List<String> countries,
        double[][][] flows,
        double[][][] before,
        double[][][] after,
        double[] theta,
        double[][] valueAdded,
        double[][][] inputs,
        Closure closure)
        implements Experiment {
    /** What becomes of trade surpluses. */
    public enum Closure {
        /** They keep their value in units of world value added. */
        S_FIXED,
        /** They are brought to nought at the old tariffs first; the shock is measured from there. */
        BALANCED
    }

    private static final double ROUNDING = 1e-3;

    public MultiSector {
        for (int k = 0; k < theta.length; k++)
            if (!(theta[k] > 0))
                throw new BadInput("Cannot use theta = %s of sector %s: it must be above nought."
                        .formatted(theta[k], sectors.get(k)));
        for (int n = 0; n < countries.size(); n++)
            for (int k = 0; k < theta.length; k++) {
                double g = valueAdded[n][k];
                if (!(g > 0 && g <= 1))
                    throw new BadInput(
                            "Cannot use the value-added share %s of %s in %s: it must be above 0 and at most 1."
                                    .formatted(g, sectors.get(k), countries.get(n)));
                if (g < 1) requireSharesAddUp(inputs[n], k, sectors.get(k), countries.get(n));
            }
    }

    private static void requireSharesAddUp(double[][] shares, int k, String sector, String country) {
        double sum = 0;
        for (double[] input : shares) sum += input[k];
        if (Math.abs(sum - 1) > ROUNDING)
            throw new BadInput(
                    "The input shares of %s in %s add up to %s: they must add up to 1, each a share of inputs."
                            .formatted(sector, country, sum));
    }

    /** Value-added shares of 1: the model without links. */
    public static double[][] withoutLinks(int countries, int sectors) {
        double[][] ones = new double[countries][sectors];
        for (double[] row : ones) Arrays.fill(row, 1);
        return ones;
    }

    @Override
    public MultiSectorResult solve() {
        MultiSectorBase base = new MultiSectorBase(this);
        if (closure == Closure.S_FIXED) return solve(base, base.surplus);
        MultiSectorResult balanced = with(flows, before).solve(base, new double[countries.size()]);
        return with(balanced.flowsAfter(), after).solve(balanced.asBase(), new double[countries.size()]);
    }

    private MultiSector with(double[][][] otherFlows, double[][][] otherAfter) {
        return new MultiSector(sectors, countries, otherFlows, before, otherAfter, theta, valueAdded, inputs, closure);
    }

    private MultiSectorResult solve(MultiSectorBase base, double[] surplus) {
        MultiSectorRound round = new MultiSectorRound(this, base, surplus);
        double[] solution = FixedPoint.of("multi-sector", round.start(), round);
        return new MultiSectorResult(this, base, round.at(solution));
    }

    /** Whether any sector of any country uses inputs. */
    public boolean hasLinks() {
        return DoubleStream.of(valueAdded[0]).anyMatch(g -> g < 1);
    }
}
