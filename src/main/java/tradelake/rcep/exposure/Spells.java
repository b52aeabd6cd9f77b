package tradelake.rcep.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Rates of successive years as spells of years with one rate; the last of them goes on. */
final class Spells {
    /** @param to the last year; empty: and after */
    record Spell<R>(int from, OptionalInt to, R rate) {}

    private Spells() {}

    /** @param first the year of the first rate */
    static <R> List<Spell<R>> of(int first, List<R> rates) {
        List<Spell<R>> spells = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= rates.size(); i++) {
            boolean last = i == rates.size();
            if (!last && rates.get(i).equals(rates.get(from))) continue;
            OptionalInt to = last ? OptionalInt.empty() : OptionalInt.of(first + i - 1);
            spells.add(new Spell<>(first + from, to, rates.get(from)));
            from = i;
        }
        return spells;
    }
}
