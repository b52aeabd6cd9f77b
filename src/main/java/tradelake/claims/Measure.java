package tradelake.claims;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How a figure is made of cells: part and whole in the year t and the base year 0.
 *
 * <pre>value = part(t)                        total = part(0) + ... + part(t)
 * share = part(t) / whole(t)             remainder = 1 - share
 * ratio = part(t) / part(0)              growth = ratio - 1
 * yearly_growth = ratio^(1/(t-0)) - 1    share_change = share(t) - share(0)
 * rank = 1 + the number of rivals whose part(t) is larger</pre>
 */
enum Measure {
    VALUE(false),
    TOTAL(true),
    SHARE(false),
    REMAINDER(false),
    RATIO(true),
    GROWTH(true),
    YEARLY_GROWTH(true),
    SHARE_CHANGE(true),
    RANK(false);

    /** Whether it compares with a base year. */
    final boolean needsBase;

    Measure(boolean needsBase) {
        this.needsBase = needsBase;
    }

    /** Empty where a cell that it needs is empty, or the number is not defined. */
    OptionalDouble of(Definition definition, Trade trade) {
        double value =
                switch (this) {
                    case VALUE -> part(definition, trade, definition.year());
                    case TOTAL -> total(definition, trade);
                    case SHARE -> share(definition, trade, definition.year());
                    case REMAINDER -> 1 - share(definition, trade, definition.year());
                    case RATIO -> ratio(definition, trade);
                    case GROWTH -> ratio(definition, trade) - 1;
                    case YEARLY_GROWTH ->
                        Math.pow(ratio(definition, trade), 1.0 / (definition.year() - definition.baseYear())) - 1;
                    case SHARE_CHANGE ->
                        share(definition, trade, definition.year()) - share(definition, trade, definition.baseYear());
                    case RANK -> rank(definition, trade);
                };
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double ratio(Definition definition, Trade trade) {
        return part(definition, trade, definition.year()) / part(definition, trade, definition.baseYear());
    }

    private static double share(Definition definition, Trade trade, int year) {
        return part(definition, trade, year) / usd(trade, definition.whole(year));
    }

    private static double part(Definition definition, Trade trade, int year) {
        return usd(trade, definition.part(year));
    }

    private static double total(Definition definition, Trade trade) {
        double sum = 0;
        for (int year = definition.baseYear(); year <= definition.year(); year++) sum += part(definition, trade, year);
        return sum;
    }

    private static double rank(Definition definition, Trade trade) {
        double own = part(definition, trade, definition.year());
        if (Double.isNaN(own)) return own;
        return 1
                + definition.rivals().stream()
                        .filter(rival -> usd(trade, definition.of(rival)) > own)
                        .count();
    }

    private static double usd(Trade trade, Cell cell) {
        return trade.usd(cell).orElse(Double.NaN);
    }
}
