package tradelake.sources.synthetic;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that is planted, by reporter. */
record Quirks(List<Quirk> all) {
    /** These take a part of the flow away from the trade between known economies. */
    private static final Set<String> OUTSIDE = Set.of("self_trade", "areas_nes", "bunkers");

    private static final Set<String> PAIRS = Set.of("partner_suppressed", "old_pseudo_code", "planted_effect");

    Optional<Quirk> of(String trap, int reporter, int year, Flow flow) {
        return all.stream()
                .filter(q -> q.trap().equals(trap) && q.reporter() == reporter && q.holds(year, flow))
                .findFirst();
    }

    Optional<Quirk> of(String trap, int reporter, int year) {
        return all.stream()
                .filter(q -> q.trap().equals(trap) && q.reporter() == reporter && q.holds(year))
                .findFirst();
    }

    List<Quirk> named(String trap) {
        return all.stream().filter(q -> q.trap().equals(trap)).toList();
    }

    /** The share of the flow that it takes, 0 where it does not hold. */
    double share(String trap, Trader reporter, int year, Flow flow) {
        return of(trap, reporter.code(), year, flow).map(Quirk::share).orElse(0.0);
    }

    /** Whether something is planted about this pair. */
    boolean aboutPair(Trader a, Trader b) {
        return all.stream().anyMatch(q -> PAIRS.contains(q.trap()) && (joins(q, a, b) || joins(q, b, a)));
    }

    private static boolean joins(Quirk quirk, Trader reporter, Trader partner) {
        return quirk.reporter() == reporter.code() && quirk.itemCode() == partner.code();
    }

    boolean missing(Trader reporter, int year) {
        return of("missing", reporter.code(), year).isPresent();
    }

    /** The share of a flow that is not trade with another known economy. */
    double outside(Trader reporter, int year, Flow flow) {
        return OUTSIDE.stream()
                .mapToDouble(trap -> share(trap, reporter, year, flow))
                .sum();
    }
}
