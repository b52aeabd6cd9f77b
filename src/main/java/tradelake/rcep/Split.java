package tradelake.rcep;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tradelake.rcep.TradePanel.Cell;
import tradelake.reference.ProductLevel;
import tradelake.reference.RcepPair;

/** Into which terms the dose of RCEP is split. */
enum Split {
    /** One term. */
    POOLED(ProductLevel.TOTAL, ProductLevel.SECTION, ProductLevel.CHAPTER) {
        @Override
        String term(Cell cell, RcepPair.Kind kind) {
            return RCEP;
        }
    },
    /** A term for each kind of pair: what linked the two before. */
    CLASS(ProductLevel.TOTAL, ProductLevel.SECTION) {
        @Override
        String term(Cell cell, RcepPair.Kind kind) {
            return RCEP + "_" + kind;
        }
    },
    /** A term for each member's exports to the others. */
    MEMBER(ProductLevel.TOTAL) {
        @Override
        String term(Cell cell, RcepPair.Kind kind) {
            return RCEP + "_" + cell.exporter();
        }
    };

    static final String RCEP = "rcep";

    private final List<ProductLevel> levels;

    Split(ProductLevel... levels) {
        this.levels = List.of(levels);
    }

    abstract String term(Cell cell, RcepPair.Kind kind);

    static List<Split> of(ProductLevel level) {
        return Arrays.stream(values())
                .filter(split -> split.levels.contains(level))
                .toList();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The regressors: RCEP's terms in the order of their names, then the other agreements. */
    Map<String, ToDoubleFunction<Cell>> columns(TradePanel panel, Doses doses) {
        Map<String, ToDoubleFunction<Cell>> columns = new LinkedHashMap<>();
        panel.cells().stream()
                .filter(cell -> of(Dose.rcep, cell, doses) > 0)
                .map(cell -> term(cell, doses))
                .distinct()
                .sorted()
                .forEach(term ->
                        columns.put(term, cell -> term.equals(term(cell, doses)) ? of(Dose.rcep, cell, doses) : 0));
        columns.putAll(others(doses));
        return columns;
    }

    /** Agreements other than RCEP. */
    static Map<String, ToDoubleFunction<Cell>> others(Doses doses) {
        Map<String, ToDoubleFunction<Cell>> columns = new LinkedHashMap<>();
        for (Dose other : List.of(Dose.fta, Dose.pta, Dose.further))
            columns.put(other.name(), cell -> of(other, cell, doses));
        return columns;
    }

    private String term(Cell cell, Doses doses) {
        return doses.kind(cell.pair()).map(kind -> term(cell, kind)).orElse("");
    }

    private static double of(Dose dose, Cell cell, Doses doses) {
        return doses.of(dose, cell.pair(), cell.year());
    }
}
