package tradelake.tariffs.models;

import java.util.ArrayList;
import java.util.List;

/** What the multi-sector model finds; hats are ratios; formulas in {@link MultiSector}. */
public final class MultiSectorResult implements Outcome {
    private final MultiSector world;
    private final MultiSectorBase base;
    private final MultiSectorRound.State state;

    MultiSectorResult(MultiSector world, MultiSectorBase base, MultiSectorRound.State state) {
        this.world = world;
        this.base = base;
        this.state = state;
    }

    /** The world that was shocked: with the closure BALANCED, the balanced one. */
    public MultiSector world() {
        return world;
    }

    public MultiSectorBase base() {
        return base;
    }

    public double wage(int n) {
        return state.wage()[n];
    }

    /** Price of consumption, prod_j P_nj^a_nj. */
    public double consumerPrice(int n) {
        double log = 0;
        for (int k = 0; k < world.sectors().size(); k++) log += base.consumption[n][k] * state.logPrice()[n][k];
        return Math.exp(log);
    }

    public double realWage(int n) {
        return wage(n) / consumerPrice(n);
    }

    /** Exact: real income. */
    public double welfare(int n) {
        return incomeAfter(n) / income(n) / consumerPrice(n);
    }

    public double income(int n) {
        return base.income[n];
    }

    public double incomeAfter(int n) {
        return state.income()[n];
    }

    public double revenue(int n) {
        return base.revenue[n];
    }

    public double revenueAfter(int n) {
        return state.revenue()[n];
    }

    public double valueAdded(int n) {
        return base.valueAdded[n];
    }

    public double surplus(int n) {
        return base.surplus[n];
    }

    public double price(int n, int sector) {
        return Math.exp(state.logPrice()[n][sector]);
    }

    public double cost(int n, int sector) {
        return Math.exp(state.logCost()[n][sector]);
    }

    public double spending(int n, int sector) {
        return base.spending[n][sector];
    }

    public double spendingAfter(int n, int sector) {
        return state.spending()[n][sector];
    }

    public double consumptionShare(int n, int sector) {
        return base.consumption[n][sector];
    }

    public double share(int sector, int importer, int exporter) {
        return base.share[sector][importer][exporter];
    }

    public double shareAfter(int sector, int importer, int exporter) {
        return state.share()[sector][importer][exporter];
    }

    /** A flow afterwards, before duty. */
    public double flowAfter(int k, int n, int i) {
        return state.share()[k][n][i] * state.spending()[n][k] / (1 + world.after()[k][n][i]);
    }

    /** Where this ends, as the base of another experiment. */
    MultiSectorBase asBase() {
        return new MultiSectorBase(base, state);
    }

    double[][][] flowsAfter() {
        int countries = world.countries().size();
        double[][][] flows = new double[world.sectors().size()][countries][countries];
        for (int k = 0; k < flows.length; k++)
            for (int n = 0; n < countries; n++) for (int i = 0; i < countries; i++) flows[k][n][i] = flowAfter(k, n, i);
        return flows;
    }

    /**
     * First order, at the old tariffs and flows: sum_ik (E_nik (c_nk - 1) - M_nik (c_ik - 1)) / I_n over exports E and imports M.
     * This and {@link #volumeOfTrade} add up to the welfare that Caliendo and Parro publish, which is far from the exact
     * one when tariffs change much.
     */
    public double termsOfTrade(int n) {
        double sum = 0;
        for (int k = 0; k < world.sectors().size(); k++)
            for (int i = 0; i < world.countries().size(); i++) {
                if (i == n) continue;
                sum += world.flows()[k][i][n] * (cost(n, k) - 1) - world.flows()[k][n][i] * (cost(i, k) - 1);
            }
        return sum / income(n);
    }

    /** First order, at the old tariffs and flows: sum_ik t_nik M_nik (M'/M - c_ik) / I_n. */
    public double volumeOfTrade(int n) {
        double sum = 0;
        for (int k = 0; k < world.sectors().size(); k++)
            for (int i = 0; i < world.countries().size(); i++) {
                double imports = world.flows()[k][n][i];
                if (i != n && imports > 0) sum += world.before()[k][n][i] * (flowAfter(k, n, i) - imports * cost(i, k));
            }
        return sum / income(n);
    }

    @Override
    public List<TradeChange> trade() {
        List<TradeChange> changes = new ArrayList<>();
        for (int k = 0; k < world.sectors().size(); k++)
            for (int n = 0; n < world.countries().size(); n++)
                for (int i = 0; i < world.countries().size(); i++)
                    changes.add(new TradeChange(
                            world.countries().get(i),
                            world.countries().get(n),
                            world.sectors().get(k),
                            world.flows()[k][n][i],
                            flowAfter(k, n, i)));
        return changes;
    }

    @Override
    public List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        for (int n = 0; n < world.countries().size(); n++) {
            String name = world.countries().get(n);
            effects.add(new Effect(name, "welfare_change", Effect.FRACTION, welfare(n) - 1));
            effects.add(new Effect(name, "real_wage_change", Effect.FRACTION, realWage(n) - 1));
            effects.add(new Effect(name, "revenue_change", Effect.INPUT, revenueAfter(n) - revenue(n)));
            effects.add(new Effect(name, "terms_of_trade_first_order", Effect.FRACTION, termsOfTrade(n)));
            effects.add(new Effect(name, "volume_of_trade_first_order", Effect.FRACTION, volumeOfTrade(n)));
        }
        return effects;
    }
}
