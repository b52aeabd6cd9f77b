package tradelake.tariffs.schedule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Rates of a schedule on a day, averaged over imports. */
public final class Averages {
    /** Stands for all imports together. */
    public static final String ALL = "ALL";

    private Averages() {}

    /**
     * Averages by a key of the imports, and over all.
     *
     * @param known see {@link Schedule#on}
     */
    public static SortedMap<String, Average> of(
            Schedule schedule,
            LocalDate day,
            LocalDate known,
            Collection<Import> imports,
            Function<Import, String> key) {
        Map<String, Stack> stacks = new HashMap<>();
        SortedMap<String, Average> averages = new TreeMap<>();
        for (Import one : imports) {
            if (!(one.value() > 0)) continue;
            Stack stack = stacks.computeIfAbsent(one.exporter(), exporter -> schedule.on(exporter, day, known));
            double base = one.base().orElseGet(() -> schedule.base().of(one.exporter(), one.hs6()));
            Rate rate = stack.on(one.hs6(), base);
            averages.computeIfAbsent(key.apply(one), k -> new Average()).add(one.value(), rate);
            averages.computeIfAbsent(ALL, k -> new Average()).add(one.value(), rate);
        }
        return averages;
    }
}
