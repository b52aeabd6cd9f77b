package tradelake.sources.fetch;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands after the question mark: lists of codes by name. What is too much for one question is asked in two.
 *
 * @param codes without those that are left out
 */
record Query(Map<String, List<String>> codes) {
    /** The service refuses longer ones with 414. */
    static final int LONGEST = 2000;

    static final Query NOTHING = new Query(Map.of());

    Query with(String name, List<String> values) {
        if (values.isEmpty()) return this;
        Map<String, List<String>> more = new LinkedHashMap<>(codes);
        more.put(name, values);
        return new Query(more);
    }

    boolean asksFor(String name) {
        return codes.containsKey(name);
    }

    boolean isTooLong() {
        return text().length() > LONGEST;
    }

    /** In two, by the first of these names that has two values or more. */
    Optional<List<Query>> halves(String... names) {
        for (String name : names) {
            List<String> values = codes.getOrDefault(name, List.of());
            int middle = values.size() / 2;
            if (middle > 0)
                return Optional.of(List.of(
                        with(name, values.subList(0, middle)), with(name, values.subList(middle, values.size()))));
        }
        return Optional.empty();
    }

    String text() {
        return codes.entrySet().stream()
                .map(code -> code.getKey() + "=" + String.join(",", code.getValue()))
                .collect(joining("&"));
    }
}
