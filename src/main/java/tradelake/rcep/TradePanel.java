package tradelake.rcep;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tradelake.gravity.Factor;
import tradelake.gravity.Fate;
import tradelake.gravity.Frame;
import tradelake.gravity.Variable;
import tradelake.lake.Finding;
import tradelake.lake.Years;
import tradelake.reference.EconomyPair;

/**
 * Trade of one product by exporter, importer and year, current USD, of pairs that trade it in some year: a nought where the
 * exporter's exports or the importer's imports are covered and neither has it, no row where neither is.
 */
final class TradePanel {
    static final String EXPORTER = "exporter";
    static final String IMPORTER = "importer";
    static final String YEAR = "year";
    static final String VALUE = "trade";

    /** One row. */
    record Cell(String exporter, String importer, int year, double value) {
        EconomyPair pair() {
            return EconomyPair.of(exporter, importer);
        }

        private boolean isSameFlow(Cell other) {
            return exporter.equals(other.exporter) && importer.equals(other.importer);
        }
    }

    /**
     * Positive flows of years in which neither side covers the product, which are not in the panel.
     *
     * @param usd their value, current USD
     */
    record LeftOut(long flows, double usd) {
        Finding finding(String panel) {
            return new Finding(
                    "flows-covered-by-neither-side",
                    "%s: %,d positive flows, %,.0f USD, are left out, as neither side's data cover the product"
                            .formatted(panel, flows, usd),
                    flows);
        }
    }

    private final List<Cell> cells;
    private final LeftOut leftOut;

    TradePanel(List<Cell> cells) {
        this(cells, new LeftOut(0, 0));
    }

    private TradePanel(List<Cell> cells, LeftOut leftOut) {
        this.cells = List.copyOf(cells);
        this.leftOut = leftOut;
    }

    LeftOut leftOut() {
        return leftOut;
    }

    List<Cell> cells() {
        return cells;
    }

    long positive() {
        return cells.stream().filter(cell -> cell.value() > 0).count();
    }

    /** Positive flows in the estimation. */
    long positive(List<Fate> fates) {
        return IntStream.range(0, fates.size())
                .filter(row -> fates.get(row) == Fate.kept && cells.get(row).value() > 0)
                .count();
    }

    /** Pairs in which a column, by row, changes among the rows that count, in either direction: nothing else tells it from the effects. */
    SortedSet<EconomyPair> changing(IntToDoubleFunction column, List<Fate> fates) {
        SortedSet<EconomyPair> pairs = new TreeSet<>();
        int last = -1;
        for (int row = 0; row < fates.size(); row++) {
            if (fates.get(row) != Fate.kept) continue;
            Cell cell = cells.get(row);
            if (last >= 0
                    && cell.isSameFlow(cells.get(last))
                    && column.applyAsDouble(row) != column.applyAsDouble(last)) pairs.add(cell.pair());
            last = row;
        }
        return pairs;
    }

    TradePanel where(Predicate<Cell> chosen) {
        return new TradePanel(cells.stream().filter(chosen).toList(), leftOut);
    }

    /** Its columns, and others made of each row. */
    Frame frame(Map<String, ? extends ToDoubleFunction<Cell>> more) {
        Map<String, Variable> columns = new LinkedHashMap<>();
        columns.put(EXPORTER, Factor.of(cells.stream().map(Cell::exporter).toList()));
        columns.put(IMPORTER, Factor.of(cells.stream().map(Cell::importer).toList()));
        columns.put(YEAR, numbers(Cell::year));
        columns.put(VALUE, numbers(Cell::value));
        more.forEach((name, column) -> columns.put(name, numbers(column)));
        return new Frame(cells.size(), columns);
    }

    private Variable numbers(ToDoubleFunction<Cell> column) {
        return new Variable.Numbers(cells.stream().mapToDouble(column).toArray());
    }

    /** Collects flows and what the reporters' data cover, in any order. */
    static final class Builder {
        private record Direction(String exporter, String importer) implements Comparable<Direction> {
            @Override
            public int compareTo(Direction other) {
                int first = exporter.compareTo(other.exporter);
                return first != 0 ? first : importer.compareTo(other.importer);
            }
        }

        private final Years years;
        private final SortedMap<Direction, double[]> flows = new TreeMap<>();
        private final Map<Integer, Set<String>> exporters = new HashMap<>();
        private final Map<Integer, Set<String>> importers = new HashMap<>();

        Builder(Years years) {
            this.years = years;
        }

        Builder coversExports(String reporter, int year) {
            exporters.computeIfAbsent(year, none -> new HashSet<>()).add(reporter);
            return this;
        }

        Builder coversImports(String reporter, int year) {
            importers.computeIfAbsent(year, none -> new HashSet<>()).add(reporter);
            return this;
        }

        Builder add(Cell flow) {
            flows.computeIfAbsent(new Direction(flow.exporter(), flow.importer()), none -> new double[years.count()])[
                            flow.year() - years.from()] +=
                    flow.value();
            return this;
        }

        TradePanel build() {
            return new TradePanel(
                    flows.entrySet().stream()
                            .flatMap(flow -> cells(flow.getKey(), flow.getValue()).stream())
                            .toList(),
                    leftOut());
        }

        private LeftOut leftOut() {
            double[] values = flows.entrySet().stream()
                    .flatMapToDouble(flow -> years.stream()
                            .filter(year -> !isCovered(flow.getKey(), year))
                            .mapToDouble(year -> flow.getValue()[year - years.from()]))
                    .filter(value -> value > 0)
                    .toArray();
            return new LeftOut(values.length, DoubleStream.of(values).sum());
        }

        private List<Cell> cells(Direction direction, double[] values) {
            List<Cell> covered = IntStream.rangeClosed(years.from(), years.to())
                    .filter(year -> isCovered(direction, year))
                    .mapToObj(year ->
                            new Cell(direction.exporter(), direction.importer(), year, values[year - years.from()]))
                    .toList();
            return covered.stream().anyMatch(cell -> cell.value() > 0) ? covered : List.of();
        }

        private boolean isCovered(Direction direction, int year) {
            return exporters.getOrDefault(year, Set.of()).contains(direction.exporter())
                    || importers.getOrDefault(year, Set.of()).contains(direction.importer());
        }
    }
}
