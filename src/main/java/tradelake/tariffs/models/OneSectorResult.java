package tradelake.tariffs.models;

import java.util.ArrayList;
import java.util.List;

/** What the one-sector model finds, by country in the order of the case; hats are ratios; formulas in {@link OneSector}. */
public final class OneSectorResult implements Outcome {
    private final OneSector world;
    private final OneSectorBase base;
    private final OneSectorRound.State state;

    OneSectorResult(OneSector world, OneSectorRound.State state) {
        this.world = world;
        this.base = state.base();
        this.state = state;
    }

    public OneSector world() {
        return world;
    }

    public double wage(int country) {
        return state.wage()[country];
    }

    public double price(int country) {
        return state.price()[country];
    }

    public double realWage(int country) {
        return wage(country) / price(country);
    }

    /** Real spending, E'/E / P. */
    public double welfare(int country) {
        return spendingAfter(country) / spending(country) / price(country);
    }

    public double spending(int country) {
        return base.spending[country];
    }

    public double spendingAfter(int country) {
        return state.spending()[country];
    }

    public double revenue(int country) {
        return base.revenue[country];
    }

    public double revenueAfter(int n) {
        double sum = 0;
        for (int i = 0; i < base.output.length; i++) {
            double duty = 1 + world.after()[i][n];
            sum += state.share()[i][n] * state.spending()[n] * (1 - 1 / duty);
        }
        return sum;
    }

    public double deficit(int country) {
        return base.deficit[country];
    }

    public double homeShare(int country) {
        return base.share[country][country];
    }

    public double homeShareAfter(int country) {
        return state.share()[country][country];
    }

    /** Sales over output of a country: 1, but for multiplicative deficits, where it is the same other number for all. */
    public double clearing(int country) {
        return state.sales()[country] / (wage(country) * base.output[country]);
    }

    /** A flow afterwards, before duty. */
    public double flowAfter(int i, int n) {
        return state.share()[i][n] * state.spending()[n] / (1 + world.after()[i][n]);
    }

    @Override
    public List<TradeChange> trade() {
        List<TradeChange> changes = new ArrayList<>();
        for (int i = 0; i < base.output.length; i++)
            for (int n = 0; n < base.output.length; n++)
                changes.add(new TradeChange(
                        world.countries().get(i),
                        world.countries().get(n),
                        "TOTAL",
                        world.flows()[i][n],
                        flowAfter(i, n)));
        return changes;
    }

    @Override
    public List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        for (int c = 0; c < base.output.length; c++) {
            String name = world.countries().get(c);
            effects.add(new Effect(name, "welfare_change", Effect.FRACTION, welfare(c) - 1));
            effects.add(new Effect(name, "real_wage_change", Effect.FRACTION, realWage(c) - 1));
            effects.add(new Effect(name, "revenue_change", Effect.INPUT, revenueAfter(c) - revenue(c)));
            effects.add(new Effect(name, "clearing", Effect.FRACTION, clearing(c)));
        }
        return effects;
    }
}
