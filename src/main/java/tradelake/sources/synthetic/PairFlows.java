package tradelake.sources.synthetic;

import java.util.stream.Stream;
import tradelake.sources.synthetic.Noise.Draw;

/**
 * Trade between every two economies in every year, current USD, FOB: a fixed affinity of the pair, a slow drift and the
 * planted agreements, multiplied by one factor for each seller and one for each buyer in such a way that the totals come out
 * (biproportional fitting). No distance, no region.
 */
final class PairFlows {
    private static final int ROUNDS = 60;
    private static final double AFFINITY = 0.7;
    private static final double ONE_WAY_AFFINITY = 0.35;
    private static final double DRIFT = 0.03;

    private final double[][][] usd;

    PairFlows(Noise noise, Traders traders, Totals totals, Quirks quirks, Baskets baskets) {
        usd = new double[Scale.LAST_YEAR - Scale.FIRST_YEAR + 1][][];
        double[][] pair = affinities(noise, traders, baskets);
        for (int year = Scale.FIRST_YEAR; year <= Scale.LAST_YEAR; year++) {
            double[][] flows = Stream.of(pair).map(double[]::clone).toArray(double[][]::new);
            for (Quirk quirk : quirks.named("planted_effect")) plant(quirk, traders, year, flows);
            balance(flows, targets(traders, totals, Flow.X, year), targets(traders, totals, Flow.M, year));
            usd[year - Scale.FIRST_YEAR] = flows;
            drift(noise, traders, year, pair);
        }
    }

    /** What the seller sells to the buyer; 0 where they do not trade. */
    double usd(Trader seller, Trader buyer, int year) {
        return usd[year - Scale.FIRST_YEAR][seller.index()][buyer.index()];
    }

    private static double[][] affinities(Noise noise, Traders traders, Baskets baskets) {
        double[][] pair = new double[traders.size()][traders.size()];
        for (Trader a : traders.all()) {
            for (Trader b : traders.all()) {
                if (a.index() == b.index() || baskets.breadth(a, b) == 0) continue;
                int low = Math.min(a.code(), b.code());
                int high = Math.max(a.code(), b.code());
                pair[a.index()][b.index()] = noise.factor(AFFINITY, Draw.AFFINITY, low, high, 0)
                        * noise.factor(ONE_WAY_AFFINITY, Draw.ONE_WAY_AFFINITY, a.code(), b.code(), 0);
            }
        }
        return pair;
    }

    /** The agreement of a reporter with the partner that is the quirk's item, both directions. */
    private static void plant(Quirk quirk, Traders traders, int year, double[][] flows) {
        if (!quirk.holds(year)) return;
        int a = traders.coded(quirk.reporter()).index();
        int b = traders.coded(quirk.itemCode()).index();
        flows[a][b] *= 1 + quirk.share();
        flows[b][a] *= 1 + quirk.share();
    }

    private static void drift(Noise noise, Traders traders, int year, double[][] pair) {
        for (Trader a : traders.all()) {
            for (Trader b : traders.all()) {
                pair[a.index()][b.index()] *= noise.factor(DRIFT, Draw.DRIFT, a.code(), b.code(), year);
            }
        }
    }

    private static double[] targets(Traders traders, Totals totals, Flow flow, int year) {
        return traders.all().stream()
                .mapToDouble(t -> totals.fobWithOthers(t, flow, year))
                .toArray();
    }

    /** Scales rows and columns in turn; rows last, so that what an economy sells is exact and what it buys nearly so. */
    static void balance(double[][] flows, double[] rows, double[] columns) {
        for (int round = 0; round < ROUNDS; round++) {
            double[] sums = new double[columns.length];
            for (double[] row : flows) {
                for (int j = 0; j < row.length; j++) sums[j] += row[j];
            }
            for (int i = 0; i < flows.length; i++) {
                double sum = 0;
                for (int j = 0; j < sums.length; j++) {
                    if (sums[j] > 0) flows[i][j] *= columns[j] / sums[j];
                    sum += flows[i][j];
                }
                if (sum == 0) continue;
                for (int j = 0; j < sums.length; j++) flows[i][j] *= rows[i] / sum;
            }
        }
    }
}
