package tradelake.rcep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tradelake.gravity.Estimate;
import tradelake.lake.Years;
import tradelake.rcep.TradePanel.Cell;
import tradelake.reference.EconomyPair;

/**
 * Trade beside the pair's own trend: <pre>u_ijt = ln v_ijt - (a_ij + b_ij t)</pre> in log points, with a and b by least squares over
 * the years of the trend in which the flow is positive, at least five of them. Means weigh flows equally; errors are clustered by
 * pair, G/(G-1).
 */
final class OwnTrend {
    private static final int LEAST_YEARS = 5;

    /** A flow beside its trend. */
    record Excess(EconomyPair pair, int year, double logPoints) {}

    /**
     * A difference of means.
     *
     * @param flows rows in it, treated and controls
     */
    record Difference(Estimate estimate, int flows) {}

    private OwnTrend() {}

    /** Of each flow in each year after the trend in which there is trade. */
    static List<Excess> of(TradePanel panel, Years trend) {
        Map<String, List<Cell>> flows = panel.cells().stream()
                .filter(cell -> cell.value() > 0)
                .collect(Collectors.groupingBy(
                        cell -> cell.exporter() + cell.importer(), LinkedHashMap::new, Collectors.toList()));
        List<Excess> all = new ArrayList<>();
        flows.values().forEach(flow -> all.addAll(ofFlow(flow, trend)));
        return all;
    }

    private static List<Excess> ofFlow(List<Cell> flow, Years trend) {
        List<Cell> before =
                flow.stream().filter(cell -> trend.contains(cell.year())).toList();
        if (before.size() < LEAST_YEARS) return List.of();
        double year = before.stream().mapToInt(Cell::year).average().orElseThrow();
        double level = before.stream().mapToDouble(OwnTrend::log).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (Cell cell : before) {
            products += (cell.year() - year) * (log(cell) - level);
            squares += (cell.year() - year) * (cell.year() - year);
        }
        double slope = products / squares;
        return flow.stream()
                .filter(cell -> cell.year() > trend.to())
                .map(cell -> new Excess(cell.pair(), cell.year(), log(cell) - level - slope * (cell.year() - year)))
                .toList();
    }

    private static double log(Cell cell) {
        return Math.log(cell.value());
    }

    /** The mean excess. */
    static Optional<Estimate> mean(Collection<Excess> treated) {
        if (treated.isEmpty()) return Optional.empty();
        double mean = average(treated);
        Map<EconomyPair, Double> influence = new TreeMap<>();
        treated.forEach(it -> influence.merge(it.pair(), (it.logPoints() - mean) / treated.size(), Double::sum));
        return Optional.of(new Estimate("mean", mean, Math.sqrt(variance(influence))));
    }

    /** The mean excess less that of controls in the same years; empty where a year has no control. */
    static Optional<Difference> lessControls(Collection<Excess> treated, Collection<Excess> controls) {
        Map<Integer, Long> years = treated.stream().collect(Collectors.groupingBy(Excess::year, Collectors.counting()));
        Map<Integer, List<Excess>> beside = controls.stream().collect(Collectors.groupingBy(Excess::year));
        if (treated.isEmpty() || !beside.keySet().containsAll(years.keySet())) return Optional.empty();
        double difference = average(treated);
        int flows = treated.size();
        Map<EconomyPair, Double> influence = new HashMap<>();
        for (var year : years.entrySet()) {
            List<Excess> same = beside.get(year.getKey());
            flows += same.size();
            double mean = average(same);
            double share = (double) year.getValue() / treated.size();
            difference -= share * mean;
            same.forEach(it -> influence.merge(it.pair(), share * (it.logPoints() - mean) / same.size(), Double::sum));
        }
        double own = mean(treated).orElseThrow().stdError();
        double error = Math.sqrt(own * own + variance(new TreeMap<>(influence)));
        return Optional.of(new Difference(new Estimate("difference", difference, error), flows));
    }

    private static double average(Collection<Excess> them) {
        return them.stream().mapToDouble(Excess::logPoints).average().orElseThrow();
    }

    private static double variance(Map<EconomyPair, Double> influence) {
        double pairs = influence.size();
        return influence.values().stream().mapToDouble(it -> it * it).sum() * pairs / (pairs - 1);
    }
}
