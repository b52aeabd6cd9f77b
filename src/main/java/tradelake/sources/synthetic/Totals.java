package tradelake.sources.synthetic;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tradelake.reference.ControlTotal;
import tradelake.reference.ControlTotals;

/**
 * What every economy trades with the world in a year, current USD: the control total where there is one; else a level
 * invented for 2010 and 2024 that follows the world's ups and downs in between; and for partners that do not report, their
 * part of what the control total of the world leaves over.
 */
final class Totals {
    private static final int SPAN = Scale.LAST_YEAR - Scale.FIRST_YEAR;
    /** Freight and insurance as a part of the FOB value, on average: what imports are above exports by. */
    static final double AVERAGE_CIF = 1.06;

    private final ControlTotals control;
    private final Quirks quirks;
    private final Traders traders;
    private final Map<Flow, double[][]> usd = new EnumMap<>(Flow.class);

    Totals(Traders traders, Quirks quirks, ControlTotals control) {
        this.control = control;
        this.quirks = quirks;
        this.traders = traders;
        for (Flow flow : Flow.values()) usd.put(flow, new double[SPAN + 1][traders.size()]);
        for (int year = Scale.FIRST_YEAR; year <= Scale.LAST_YEAR; year++) {
            fillKnown(year);
            shareOutTheRest(Flow.X, year, world(year));
            shareOutTheRest(Flow.M, year, usdSum(Flow.X, year) - fobOfImports(year) + usdSum(Flow.M, year));
        }
    }

    double usd(Trader trader, Flow flow, int year) {
        return usd.get(flow)[year - Scale.FIRST_YEAR][trader.index()];
    }

    /** In thousandths of a dollar: what the World row of the reporter says. */
    long published(Trader reporter, Flow flow, int year) {
        long step = reporter.step();
        return Math.round(usd(reporter, flow, year) * 1000 / step) * step;
    }

    boolean isControlTotal(Trader trader, Flow flow, int year) {
        return control(trader.key(), flow, year).isPresent();
    }

    /** The part of the total that is trade with other known economies, valued FOB. */
    double fobWithOthers(Trader trader, Flow flow, int year) {
        double total = usd(trader, flow, year) * (1 - quirks.outside(trader, year, flow));
        return flow == Flow.M ? total / cif(trader) : total;
    }

    private void fillKnown(int year) {
        for (Trader trader : traders.all()) {
            for (Flow flow : Flow.values()) {
                usd.get(flow)[year - Scale.FIRST_YEAR][trader.index()] =
                        control(trader.key(), flow, year).orElseGet(() -> invented(trader, flow, year));
            }
        }
    }

    /** Partners without a total of their own share what is missing in the world's, by weight. */
    private void shareOutTheRest(Flow flow, int year, double world) {
        double rest = world - usdSum(flow, year);
        double weights = traders.all().stream().mapToDouble(Trader::weight).sum();
        for (Trader trader : traders.all()) {
            usd.get(flow)[year - Scale.FIRST_YEAR][trader.index()] += rest * trader.weight() / weights;
        }
    }

    private double usdSum(Flow flow, int year) {
        double sum = 0;
        for (double usd : usd.get(flow)[year - Scale.FIRST_YEAR]) sum += usd;
        return sum;
    }

    private double fobOfImports(int year) {
        return traders.all().stream()
                .mapToDouble(t -> usd(t, Flow.M, year) / cif(t))
                .sum();
    }

    private double invented(Trader trader, Flow flow, int year) {
        double[] ends = trader.invented().get(flow);
        if (ends == null) return 0;
        double passed = (double) (year - Scale.FIRST_YEAR) / SPAN;
        return 1e9 * Math.rint(between(ends[0], ends[1], passed) * cycle(year, passed) * 1000) / 1000;
    }

    /** How far the world's trade lies above or below its own smooth path. */
    private double cycle(int year, double passed) {
        return world(year) / between(world(Scale.FIRST_YEAR), world(Scale.LAST_YEAR), passed);
    }

    private static double between(double first, double last, double passed) {
        return first * StrictMath.pow(last / first, passed);
    }

    private double world(int year) {
        return control("WLD", Flow.X, year).orElseThrow();
    }

    private Optional<Double> control(String key, Flow flow, int year) {
        return control.of(key, flow.name(), year).map(ControlTotal::valueUsd);
    }

    private static double cif(Trader trader) {
        return trader.importsAreFob() ? 1 : AVERAGE_CIF;
    }
}
