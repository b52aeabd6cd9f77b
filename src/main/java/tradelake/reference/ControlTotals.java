package tradelake.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Totals of merchandise trade from another publisher: for checks, never for sums. */
public final class ControlTotals {
    private record Key(String economy, String flow, int year) {}

    private final List<ControlTotal> all;
    private final Map<Key, ControlTotal> byKey;

    private ControlTotals(List<ControlTotal> all) {
        this.all = all;
        this.byKey = all.stream().collect(Collectors.toMap(ControlTotals::key, Function.identity()));
    }

    static ControlTotals of(Csv builtIn) {
        return new ControlTotals(builtIn.lines().stream().map(ControlTotal::of).toList());
    }

    public List<ControlTotal> all() {
        return all;
    }

    /** The total of an economy, by its key, and a flow, M or X. */
    public Optional<ControlTotal> of(String economy, String flow, int year) {
        return Optional.ofNullable(byKey.get(new Key(economy, flow, year)));
    }

    private static Key key(ControlTotal total) {
        return new Key(total.economy(), total.flow(), total.year());
    }
}
