package tradelake.claims;

import java.util.stream.Stream;
import tradelake.lake.BadInput;

/** In what a published figure is given. */
enum Unit {
    BN_USD("bn USD", 1e9, 0),
    TN_USD("tn USD", 1e12, 0),
    PER_CENT("%", 0.01, 1),
    POINTS("pp", 0.01, 1),
    RATIO("ratio", 1, 0),
    RANK("rank", 1, 0);

    final String label;
    /** One of it, in current USD or as a plain number. */
    final double size;
    /** How far off is still close, in this unit; 0 where that is relative alone. */
    final double closeWithin;

    Unit(String label, double size, double closeWithin) {
        this.label = label;
        this.size = size;
        this.closeWithin = closeWithin;
    }

    static Unit of(String label, String place) {
        return Stream.of(values())
                .filter(unit -> unit.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new BadInput("%s: unit '%s' is unknown: use %s"
                        .formatted(
                                place,
                                label,
                                String.join(
                                        ", ",
                                        Stream.of(values())
                                                .map(unit -> unit.label)
                                                .toList()))));
    }
}
