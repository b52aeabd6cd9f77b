package tradelake.tariffs.models;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** What SMART finds, by partner in the order of the case; formulas in {@link Smart}. */
public final class SmartResult implements Outcome {
    /** Which way of counting diversion a figure takes. */
    public enum Way {
        PAIR,
        BLOCK,
        LINEAR_CAPPED
    }

    private final Smart market;
    private final double[] creation;
    private final double[] priceEffect;
    private final double[] worldPrice;
    private final Diversion diversion;

    SmartResult(Smart market, double[] creation, double[] priceEffect, double[] worldPrice, Diversion diversion) {
        this.market = market;
        this.creation = creation;
        this.priceEffect = priceEffect;
        this.worldPrice = worldPrice;
        this.diversion = diversion;
    }

    public Smart market() {
        return market;
    }

    public double creation(int partner) {
        return creation[partner];
    }

    public double priceEffect(int partner) {
        return priceEffect[partner];
    }

    /** Relative change of the partner's price before the duty. */
    public double worldPrice(int partner) {
        return worldPrice[partner];
    }

    public double diversion(Way way, int partner) {
        return switch (way) {
            case PAIR -> diversion.pair()[partner];
            case BLOCK -> diversion.block()[partner];
            case LINEAR_CAPPED -> diversion.linearCapped()[partner];
        };
    }

    /** Change of imports: creation, diversion and price effect, but never more than all that was imported is lost. */
    public double total(Way way, int partner) {
        return Math.max(-market.imports()[partner], creation[partner] + diversion(way, partner) + priceEffect[partner]);
    }

    /** Change of revenue if trade did not move. */
    public double staticRevenue(int p) {
        return market.imports()[p] * (market.after()[p] - market.before()[p]);
    }

    public double revenue(Way way, int p) {
        double imports = market.imports()[p];
        return market.after()[p] * (imports + total(way, p)) - market.before()[p] * imports;
    }

    public double welfareOfCreation(int p) {
        return meanTariff(p) * creation[p];
    }

    public double welfare(Way way, int p) {
        return meanTariff(p) * (creation[p] + diversion(way, p));
    }

    private double meanTariff(int p) {
        return (market.before()[p] + market.after()[p]) / 2;
    }

    @Override
    public List<TradeChange> trade() {
        List<TradeChange> changes = new ArrayList<>();
        for (int p = 0; p < creation.length; p++) {
            double before = market.imports()[p];
            changes.add(new TradeChange(
                    market.partners().get(p),
                    market.importer(),
                    market.product(),
                    before,
                    before + total(Way.PAIR, p)));
        }
        return changes;
    }

    @Override
    public List<Effect> effects() {
        double revenue = 0;
        double welfare = 0;
        for (int p = 0; p < creation.length; p++) {
            revenue += revenue(Way.PAIR, p);
            welfare += welfareOfCreation(p);
        }
        return List.of(
                effect("revenue_change", revenue),
                effect("welfare_change", welfare),
                effect("trade_creation", DoubleStream.of(creation).sum()));
    }

    private Effect effect(String measure, double value) {
        return new Effect(market.importer(), measure, Effect.INPUT, value);
    }
}
