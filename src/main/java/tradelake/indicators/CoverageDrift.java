package tradelake.indicators;

import static tradelake.harmonise.ReporterYears.HAS_M;
import static tradelake.harmonise.ReporterYears.HAS_X;
import static tradelake.harmonise.ReporterYears.VALUE_M;
import static tradelake.harmonise.ReporterYears.VALUE_X;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.YEAR;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** What became of reporters' totals between two versions of gold.coverage. */
public final class CoverageDrift {
    private final Map<String, Total> before = new TreeMap<>();
    private final Map<String, Total> after = new TreeMap<>();

    /**
     * A reporter's exports (X) or imports (M) of a year.
     *
     * @param isThere whether it was reported at all
     * @param value current USD, where it is known
     * @param gap from its control total, a fraction, where all goods are covered and there is one
     */
    public record Total(
            String reporter, int year, String flow, boolean isThere, Optional<Double> value, Optional<Double> gap) {
        /** Exports and imports of a row of gold.coverage. */
        public static List<Total> of(Row row) {
            return List.of(
                    new Total(
                            REPORTER.in(row),
                            YEAR.in(row),
                            TwoWay.EXPORTS,
                            HAS_X.in(row),
                            Optional.ofNullable(VALUE_X.in(row)),
                            Optional.ofNullable(Coverage.GAP_X.in(row))),
                    new Total(
                            REPORTER.in(row),
                            YEAR.in(row),
                            TwoWay.IMPORTS,
                            HAS_M.in(row),
                            Optional.ofNullable(VALUE_M.in(row)),
                            Optional.ofNullable(Coverage.GAP_M.in(row))));
        }

        String key() {
            return reporter + year + flow;
        }

        /** "CHN 2023 X". */
        @Override
        public String toString() {
            return "%s %d %s".formatted(reporter, year, flow);
        }
    }

    /** @param before empty where nothing is published yet */
    public CoverageDrift(Collection<Total> before, Collection<Total> after) {
        before.forEach(total -> this.before.put(total.key(), total));
        after.forEach(total -> this.after.put(total.key(), total));
    }

    /** Totals that readers see and that are more than {@code factor} times as large or as small now, one sentence each. */
    public List<String> moved(double factor) {
        return after.values().stream()
                .filter(now ->
                        ratio(now).filter(it -> it > factor || it < 1 / factor).isPresent())
                .map(now -> "%s: %,.0f dollars, where readers see %,.0f"
                        .formatted(now, now.value().orElseThrow(), seen(now).orElseThrow()))
                .toList();
    }

    /** What readers see and what is not there any more. */
    public List<String> lost() {
        return before.values().stream()
                .filter(Total::isThere)
                .filter(total -> !Optional.ofNullable(after.get(total.key()))
                        .map(Total::isThere)
                        .orElse(false))
                .map(total -> "%s is not there any more".formatted(total))
                .toList();
    }

    /** Totals farther from their control total than {@code largest}, those that readers see already left out. */
    public List<String> beyond(double largest) {
        return after.values().stream()
                .filter(now -> now.gap().filter(gap -> Math.abs(gap) > largest).isPresent())
                .filter(now -> !now.value().equals(seen(now)))
                .map(now -> "%s: %,.0f dollars are %+.0f %% off the control total"
                        .formatted(
                                now, now.value().orElseThrow(), 100 * now.gap().orElseThrow()))
                .toList();
    }

    private Optional<Double> ratio(Total now) {
        return seen(now).filter(value -> value > 0).flatMap(value -> now.value().map(it -> it / value));
    }

    private Optional<Double> seen(Total now) {
        return Optional.ofNullable(before.get(now.key())).flatMap(Total::value);
    }
}
