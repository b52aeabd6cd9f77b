package tradelake.tariffs.schedule;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import tradelake.reference.Line;

/**
 * Which part of an HS6 a measure is about: {@code all}, a list of HS codes {@code hs:7206 7616 870323} of two, four or six
 * digits, or a product list {@code list:232_steel} with its share of each HS6.
 *
 * @param list the name of a product list, or empty
 * @param codes HS codes, or none
 */
record Scope(String list, Set<String> codes) implements Serializable {
    private static final Scope ALL = new Scope("", Set.of());
    private static final String LIST = "list:";
    private static final String CODES = "hs:";

    static Scope of(Line line, ProductLists lists) {
        String text = line.required("scope");
        if (text.equals("all")) return ALL;
        if (text.startsWith(LIST))
            return new Scope(lists.known(text.substring(LIST.length()), line, "scope"), Set.of());
        if (!text.startsWith(CODES))
            throw line.bad(
                    "scope", "is no scope: use all, hs: with HS codes, or list: with the name of a product list");
        Set<String> codes = Words.of(text.substring(CODES.length()));
        if (codes.isEmpty()) throw line.bad("scope", "names no HS code: write them behind hs:, parted by blanks");
        return new Scope("", codes);
    }

    /** The share of an HS6, between 0 and 1. */
    ToDoubleFunction<String> shares(ProductLists lists) {
        if (list.isEmpty()) return hs6 -> codes.isEmpty() || codes.stream().anyMatch(hs6::startsWith) ? 1 : 0;
        Map<String, Double> shares = lists.shares(list);
        return hs6 -> shares.getOrDefault(hs6, 0.0);
    }
}
