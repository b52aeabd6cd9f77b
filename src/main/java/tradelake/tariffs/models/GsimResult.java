package tradelake.tariffs.models;

import java.util.ArrayList;
import java.util.List;

/** What GSIM finds; formulas in {@link Gsim}. The linear solution is the model of the paper, the levels stand beside it. */
public final class GsimResult implements Outcome {
    private final Gsim market;
    private final double[][] spendingShares;
    private final double[][] salesShares;
    private final double[] price;
    private final double[] level;
    private final double[] compositeLevel;

    GsimResult(Gsim market, double[][] spendingShares, double[][] salesShares, double[] price, double[] level) {
        this.market = market;
        this.spendingShares = spendingShares;
        this.salesShares = salesShares;
        this.price = price;
        this.level = level;
        double[] logs = new double[level.length];
        for (int r = 0; r < logs.length; r++) logs[r] = Math.log(level[r]);
        this.compositeLevel = market.composites(spendingShares, logs);
    }

    public Gsim market() {
        return market;
    }

    public double spendingShare(int exporter, int importer) {
        return spendingShares[exporter][importer];
    }

    public double salesShare(int exporter, int importer) {
        return salesShares[exporter][importer];
    }

    /** Relative change of the exporter's price, before duty. */
    public double price(int exporter) {
        return price[exporter];
    }

    public double supply(int exporter) {
        return market.elasticities().supply() * price[exporter];
    }

    /** Relative change of the quantity of a flow, to first order. */
    public double quantity(int r, int v) {
        double s = market.elasticities().substitution();
        return -s * (price[r] + market.tariffChange(r, v))
                + (market.elasticities().demand() + s) * firstOrderComposite(v);
    }

    /** Value of a flow afterwards, before duty, in the linear model; it may fall below nought when the shock is large. */
    public double tradeAfter(int r, int v) {
        return market.trade()[r][v] * (1 + quantity(r, v)) * (1 + price[r]);
    }

    /** Value of a flow afterwards, before duty, in levels. */
    public double tradeAfterInLevels(int r, int v) {
        return market.trade()[r][v] * level[r] * market.quantity(r, v, Math.log(level[r]), compositeLevel[v]);
    }

    public double priceInLevels(int exporter) {
        return level[exporter] - 1;
    }

    public double compositeInLevels(int importer) {
        return compositeLevel[importer] - 1;
    }

    /** sum_r a (p + T^). */
    public double firstOrderComposite(int v) {
        double sum = 0;
        for (int r = 0; r < price.length; r++) sum += spendingShares[r][v] * (price[r] + market.tariffChange(r, v));
        return sum;
    }

    /** sum_r a ((1 + p) T1/T0 - 1). */
    public double composite(int v) {
        double sum = 0;
        for (int r = 0; r < price.length; r++)
            sum += spendingShares[r][v] * ((1 + price[r]) * (1 + market.tariffChange(r, v)) - 1);
        return sum;
    }

    public double producerSurplus(int r) {
        return price[r] * market.sold(r) * (1 + market.elasticities().supply() * price[r] / 2);
    }

    public double consumerSurplus(int v) {
        double c = composite(v);
        return market.spending(v) * (-c - market.elasticities().demand() * c * c / 2);
    }

    /** As printed in the paper: the second term takes the sign of the price change. */
    public double consumerSurplusOfPaper(int v) {
        double c = composite(v);
        return market.spending(v) * (market.elasticities().demand() * c * c / 2 * Math.signum(c) - c);
    }

    public double revenue(int v) {
        double sum = 0;
        for (int r = 0; r < price.length; r++)
            sum += tradeAfter(r, v) * (market.after()[r][v] - 1) - market.trade()[r][v] * (market.before()[r][v] - 1);
        return sum;
    }

    /** With the paper's consumer surplus. */
    public double welfareOfPaper(int country) {
        return producerSurplus(country) + consumerSurplusOfPaper(country) + revenue(country);
    }

    public double welfare(int country) {
        return producerSurplus(country) + consumerSurplus(country) + revenue(country);
    }

    /** What producers gain along the supply curve, X (P^(1 + es) - 1) / (1 + es). */
    public double producerSurplusInLevels(int r) {
        double power = 1 + market.elasticities().supply();
        return market.sold(r) * Math.expm1(power * Math.log(level[r])) / power;
    }

    /** What consumers gain along the demand curve, -E (C^(1 + ed) - 1) / (1 + ed), or -E ln C where ed is -1. */
    public double consumerSurplusInLevels(int v) {
        double power = 1 + market.elasticities().demand();
        double log = Math.log(compositeLevel[v]);
        return -market.spending(v) * (power == 0 ? log : Math.expm1(power * log) / power);
    }

    public double revenueInLevels(int v) {
        double sum = 0;
        for (int r = 0; r < level.length; r++)
            sum += tradeAfterInLevels(r, v) * (market.after()[r][v] - 1)
                    - market.trade()[r][v] * (market.before()[r][v] - 1);
        return sum;
    }

    public double welfareInLevels(int country) {
        return producerSurplusInLevels(country) + consumerSurplusInLevels(country) + revenueInLevels(country);
    }

    /** In levels, where trade cannot fall below nought. */
    @Override
    public List<TradeChange> trade() {
        List<TradeChange> changes = new ArrayList<>();
        for (int r = 0; r < price.length; r++)
            for (int v = 0; v < price.length; v++)
                changes.add(new TradeChange(
                        market.countries().get(r),
                        market.countries().get(v),
                        "TOTAL",
                        market.trade()[r][v],
                        tradeAfterInLevels(r, v)));
        return changes;
    }

    /** In levels: where tariffs change much, the linear solution leaves the numbers that make sense. */
    @Override
    public List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        for (int c = 0; c < price.length; c++) {
            String name = market.countries().get(c);
            effects.add(new Effect(name, "price_change", Effect.FRACTION, priceInLevels(c)));
            effects.add(new Effect(name, "producer_surplus_change", Effect.INPUT, producerSurplusInLevels(c)));
            effects.add(new Effect(name, "consumer_surplus_change", Effect.INPUT, consumerSurplusInLevels(c)));
            effects.add(new Effect(name, "revenue_change", Effect.INPUT, revenueInLevels(c)));
            effects.add(new Effect(name, "welfare_change", Effect.INPUT, welfareInLevels(c)));
        }
        return effects;
    }
}
