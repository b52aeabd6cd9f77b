package tradelake.claims;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One way to compute a figure.
 *
 * @param whole what a share is a share of: reporters, partners and product, in the same flow and year
 * @param baseYear the year itself where the measure compares with none
 * @param rivals other partners that a rank compares with
 */
record Definition(
        Measure measure,
        Scope part,
        Scope whole,
        String flow,
        int year,
        int baseYear,
        List<Side> rivals,
        boolean filled) {

    /** Whose trade with whom in what. */
    record Scope(Side reporters, Side partners, String product) {}

    Cell part(int inYear) {
        return cell(part, inYear);
    }

    Cell whole(int inYear) {
        return cell(whole, inYear);
    }

    Cell of(Side rival) {
        return cell(new Scope(part.reporters, rival, part.product), year);
    }

    /** Every cell that may be asked for. */
    Stream<Cell> cells() {
        Stream<Cell> ofYears = IntStream.rangeClosed(baseYear, year).boxed().flatMap(t -> Stream.of(part(t), whole(t)));
        return Stream.concat(ofYears, rivals.stream().map(this::of));
    }

    private Cell cell(Scope scope, int inYear) {
        return new Cell(scope.reporters, scope.partners, flow, scope.product, inYear, filled);
    }

    /** As gold.claims prints it. */
    @Override
    public String toString() {
        String what =
                switch (measure) {
                    case SHARE, REMAINDER -> "%s / %s".formatted(part(year), whole(year));
                    case SHARE_CHANGE -> "%s / %s, less the same in %d".formatted(part(year), whole(year), baseYear);
                    case RANK -> "%s, among %s".formatted(part(year), rivals);
                    case VALUE -> part(year).toString();
                    case TOTAL -> "%s, from %d on".formatted(part(year), baseYear);
                    case RATIO, GROWTH, YEARLY_GROWTH -> "%s, to %d".formatted(part(year), baseYear);
                };
        return measure.label() + ": " + what;
    }
}
