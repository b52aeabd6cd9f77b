package tradelake.gravity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Interactions of cohorts, those that enter at one time, with the time since: a coefficient d for each cell of cohort c and event
 * time e (Sun and Abraham 2021; Wooldridge 2023 for Poisson; Nagengast and Yotov 2025 for gravity). What holds for several cells
 * is the mean of theirs, <pre>d(e) = sum_c N(c,e) d(c,e) / sum_c N(c,e)</pre> with N the rows of the cell in the estimation.
 */
public final class CohortCells {
    /**
     * Where a row stands.
     *
     * @param eventTime periods since its cohort entered, negative before
     * @param dose the value of its regressor: 1, or the part of the period after entry
     */
    public record Entry(String cohort, int eventTime, double dose) {
        /** A row that never enters. */
        public static final Entry NEVER = new Entry("", 0, 0);

        boolean enters() {
            return !cohort.isEmpty();
        }
    }

    private record Cell(String cohort, int eventTime) implements Comparable<Cell> {
        String term() {
            return "cohort_%s_%s_%d".formatted(cohort, eventTime < 0 ? "before" : "after", Math.abs(eventTime));
        }

        @Override
        public int compareTo(Cell other) {
            int first = cohort.compareTo(other.cohort);
            return first != 0 ? first : Integer.compare(eventTime, other.eventTime);
        }
    }

    private final List<Entry> rows;
    private final TreeSet<Cell> cells = new TreeSet<>();

    /** @param chosen event times that have a coefficient; rows at others are the reference */
    public CohortCells(List<Entry> rows, IntPredicate chosen) {
        this.rows = List.copyOf(rows);
        rows.stream()
                .filter(entry -> entry.enters() && chosen.test(entry.eventTime()))
                .forEach(entry -> cells.add(new Cell(entry.cohort(), entry.eventTime())));
    }

    /** Names of the regressors. */
    public List<String> terms() {
        return cells.stream().map(Cell::term).toList();
    }

    /** The frame with the regressors added. */
    public Frame in(Frame frame) {
        Map<String, Variable> columns = new LinkedHashMap<>(frame.columns());
        for (Cell cell : cells)
            columns.put(
                    cell.term(),
                    new Variable.Numbers(rows.stream()
                            .mapToDouble(entry -> value(cell, entry))
                            .toArray()));
        return new Frame(frame.rows(), columns);
    }

    private static double value(Cell cell, Entry entry) {
        return cell.eventTime == entry.eventTime() && cell.cohort.equals(entry.cohort()) ? entry.dose() : 0;
    }

    /** Whether the row has a coefficient, and one that was not left out as others make it up. */
    public boolean isEstimated(int row, Fitted fit) {
        Cell cell = new Cell(rows.get(row).cohort(), rows.get(row).eventTime());
        return cells.contains(cell) && fit.terms().contains(cell.term());
    }

    /** The mean coefficient at each event time, over some cohorts. */
    public SortedMap<Integer, Estimate> byEventTime(Fitted fit, Predicate<String> cohorts) {
        SortedMap<Integer, Estimate> means = new TreeMap<>();
        cells.stream().map(Cell::eventTime).distinct().forEach(time -> mean(
                        fit, time.toString(), cell -> cell.eventTime == time && cohorts.test(cell.cohort))
                .ifPresent(mean -> means.put(time, mean)));
        return means;
    }

    /** The mean coefficient from entry on, over some cohorts. */
    public Optional<Estimate> after(Fitted fit, Predicate<String> cohorts) {
        return mean(fit, "after", cell -> cell.eventTime >= 0 && cohorts.test(cell.cohort));
    }

    private Optional<Estimate> mean(Fitted fit, String name, Predicate<Cell> chosen) {
        Map<String, Double> counts = counts(fit, chosen);
        double all = counts.values().stream().mapToDouble(count -> count).sum();
        counts.replaceAll((term, count) -> count / all);
        return fit.combination(name, counts);
    }

    private Map<String, Double> counts(Fitted fit, Predicate<Cell> chosen) {
        List<Fate> fates = fit.fates();
        Map<String, Double> counts = new TreeMap<>();
        IntStream.range(0, rows.size())
                .filter(row -> fates.get(row) == Fate.kept && rows.get(row).enters())
                .mapToObj(row -> new Cell(rows.get(row).cohort(), rows.get(row).eventTime()))
                .filter(cell -> cells.contains(cell) && chosen.test(cell))
                .forEach(cell -> counts.merge(cell.term(), 1.0, Double::sum));
        return counts;
    }
}
