package tradelake.reference;

import java.util.List;

/**
 * What another publisher says an economy traded in a year, to compare with.
 *
 * @param economy its key
 * @param flow M or X
 * @param valueUsd current US dollars
 * @param tolerance the gap that surprises nobody, as a fraction: 0.01 is one per cent
 */
public record ControlTotal(
        String economy, String flow, int year, double valueUsd, double tolerance, String source, String confidence) {
    static final String FILE = "control-totals.csv";
    static final List<String> COLUMNS =
            List.of("economy", "flow", "year", "value_usd", "tolerance", "source", "confidence");

    static ControlTotal of(Line line) {
        return new ControlTotal(
                line.required("economy"),
                line.required("flow"),
                line.integer("year"),
                line.decimal("value_usd"),
                line.decimal("tolerance"),
                line.required("source"),
                line.required("confidence"));
    }
}
