package tradelake.tariffs.schedule;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Duties as customs collected them: <pre>rate = sum of duties / sum of imports</pre> a fraction. It is not what a schedule says:
 * preferences that went unused, returned goods and what is paid later all count in it.
 */
public final class Collected {
    private double imports;
    private double duties;

    private Collected() {}

    /**
     * Rates by a key of the imports.
     *
     * @param imports whose base rate is what was collected, see {@link ImportsFile#collected}
     * @param keys that one import counts under
     */
    public static <K> Map<K, Double> rates(Collection<Import> imports, Function<Import, Stream<K>> keys) {
        Map<K, Collected> sums = new HashMap<>();
        for (Import one : imports)
            keys.apply(one).forEach(key -> sums.computeIfAbsent(key, k -> new Collected())
                    .add(one));
        Map<K, Double> rates = new HashMap<>();
        sums.forEach((key, sum) -> rates.put(key, sum.duties / sum.imports));
        return rates;
    }

    private void add(Import one) {
        imports += one.value();
        duties += one.value() * one.base().orElseThrow();
    }
}
