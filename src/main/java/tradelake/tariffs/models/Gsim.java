package tradelake.tariffs.models;

import java.util.List;
import tradelake.lake.BadInput;

/**
 * World trade in one good after a change of tariffs: GSIM, the global simulation of Francois and Hall (2003), to first order
 * and in levels, for any number of countries.
 *
 * <pre>
 * T = 1 + t; shares a_rv = M_rv T_rv / sum_r M_rv T_rv of importer v's spending, b_rv = M_rv / sum_v M_rv of exporter r's sales
 * linear   es p_r = sum_v b_rv ( -s (p_r + T^_rv) + (ed + s) sum_k a_kv (p_k + T^_kv) ),  T^ = T1 / T0 - 1
 * levels   P_r^es = sum_v b_rv (P_r T1/T0)^-s C_v^(s + ed),  C_v = (sum_r a_rv (P_r T1/T0)^(1-s))^(1/(1-s))
 * </pre>
 *
 * An exporter's price p_r is the one before duty. Producers gain p X (1 + es p / 2); consumers gain E (-c - ed c^2 / 2) with
 * the composite price c = sum_r a_rv ((1 + p_r) T1 / T0 - 1); the paper prints the second term with the sign of c, which
 * overstates losses when c &gt; 0, so that figure is given beside it. An exporter that sells nothing keeps its price.
 *
 * @param countries in the order of the arrays
 * @param trade M[exporter][importer], before duty
 * @param before T0[exporter][importer], 1 + tariff
 * @param after T1[exporter][importer]
 */
public record Gsim(
        List<String> countries, double[][] trade, double[][] before, double[][] after, Elasticities elasticities)
        implements Experiment {
    /**
     * The three elasticities, the same for all countries.
     *
     * @param demand ed of the composite good, below nought
     * @param supply es of exports, above nought
     * @param substitution s between exporters, above nought
     */
    public record Elasticities(double demand, double supply, double substitution) {
        public static final Elasticities STANDARD = new Elasticities(-1.25, 1.5, 5);

        public Elasticities {
            if (!(demand < 0 && supply > 0 && substitution > 0))
                throw new BadInput(
                        ("Cannot use the elasticities demand=%s, supply=%s, substitution=%s: demand must be below"
                                        + " nought, the others above it.")
                                .formatted(demand, supply, substitution));
            if (substitution == 1)
                throw new BadInput(
                        "Cannot use substitution=1: the price index is not defined there; give 1.01 or 0.99.");
        }
    }

    public Gsim {
        for (int r = 0; r < trade.length; r++)
            for (int v = 0; v < trade.length; v++) {
                if (!(trade[r][v] >= 0)) throw bad(countries, r, v, "trade", trade[r][v], "nought or more");
                if (!(before[r][v] > 0 && after[r][v] > 0))
                    throw bad(countries, r, v, "1 + tariff", after[r][v], "above nought, as in 1.05 for five per cent");
            }
    }

    private static BadInput bad(List<String> countries, int r, int v, String what, double value, String rule) {
        return new BadInput("Cannot use %s = %s from %s to %s: it must be %s."
                .formatted(what, value, countries.get(r), countries.get(v), rule));
    }

    @Override
    public GsimResult solve() {
        double[][] spending = spendingShares();
        double[][] sales = salesShares();
        double[] linear = linear(spending, sales);
        double[] levels = levels(spending, sales);
        return new GsimResult(this, spending, sales, linear, levels);
    }

    private double[] linear(double[][] spending, double[][] sales) {
        int n = trade.length;
        double s = elasticities.substitution();
        double[][] matrix = new double[n][n];
        double[] right = new double[n];
        for (int r = 0; r < n; r++) {
            matrix[r][r] += elasticities.supply();
            for (int v = 0; v < n; v++) {
                double cross = sales[r][v] * (elasticities.demand() + s);
                matrix[r][r] += s * sales[r][v];
                right[r] -= s * sales[r][v] * tariffChange(r, v);
                for (int k = 0; k < n; k++) {
                    matrix[r][k] -= cross * spending[k][v];
                    right[r] += cross * spending[k][v] * tariffChange(k, v);
                }
            }
        }
        return LinearSystem.solve(matrix, right);
    }

    /** T1 / T0 - 1. */
    double tariffChange(int exporter, int importer) {
        return after[exporter][importer] / before[exporter][importer] - 1;
    }

    /** Prices in levels, before duty, relative to before. */
    private double[] levels(double[][] spending, double[][] sales) {
        double step = 1 / (elasticities.supply() + elasticities.substitution());
        double[] logs = FixedPoint.of("GSIM", new double[trade.length], (x, next) -> {
            double[] composite = composites(spending, x);
            for (int r = 0; r < x.length; r++) {
                double demanded = 0;
                for (int v = 0; v < x.length; v++) demanded += sales[r][v] * quantity(r, v, x[r], composite[v]);
                next[r] = demanded == 0 ? 0 : x[r] + step * (Math.log(demanded) - elasticities.supply() * x[r]);
            }
        });
        for (int r = 0; r < logs.length; r++) logs[r] = Math.exp(logs[r]);
        return logs;
    }

    /** Quantity in levels relative to before: (P T1/T0)^-s C^(s + ed). */
    double quantity(int r, int v, double logPrice, double composite) {
        double s = elasticities.substitution();
        double landed = Math.exp(logPrice) * after[r][v] / before[r][v];
        return Math.pow(landed, -s) * Math.pow(composite, s + elasticities.demand());
    }

    /** C of each importer; 1 where it buys nothing. */
    double[] composites(double[][] spending, double[] logPrices) {
        double power = 1 - elasticities.substitution();
        double[] composite = new double[trade.length];
        for (int v = 0; v < composite.length; v++) {
            double sum = 0;
            for (int r = 0; r < composite.length; r++)
                if (spending[r][v] > 0)
                    sum += spending[r][v] * Math.pow(Math.exp(logPrices[r]) * after[r][v] / before[r][v], power);
            composite[v] = sum == 0 ? 1 : Math.pow(sum, 1 / power);
        }
        return composite;
    }

    private double[][] spendingShares() {
        int n = trade.length;
        double[][] shares = new double[n][n];
        for (int v = 0; v < n; v++) {
            double spent = spending(v);
            for (int r = 0; r < n && spent > 0; r++) shares[r][v] = trade[r][v] * before[r][v] / spent;
        }
        return shares;
    }

    private double[][] salesShares() {
        int n = trade.length;
        double[][] shares = new double[n][n];
        for (int r = 0; r < n; r++) {
            double sold = sold(r);
            for (int v = 0; v < n && sold > 0; v++) shares[r][v] = trade[r][v] / sold;
        }
        return shares;
    }

    /** What an importer spends before, duty included. */
    double spending(int importer) {
        double sum = 0;
        for (int r = 0; r < trade.length; r++) sum += trade[r][importer] * before[r][importer];
        return sum;
    }

    /** What an exporter sells before. */
    double sold(int exporter) {
        double sum = 0;
        for (double flow : trade[exporter]) sum += flow;
        return sum;
    }
}
