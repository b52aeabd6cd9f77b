package tradelake.harmonise.concordance;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tradelake.reference.HsEdition;

/**
 * Moves values from the codes of one edition to those of another; what goes in comes out, wherever it goes.
 *
 * <p>A six-digit code goes where its split says, and to 999999 where there is none. A heading or chapter, published for want
 * of anything finer, becomes the finest heading or chapter that all its six-digit codes go to, TOTAL if there is none.
 *
 * @param splits by six-digit code
 */
public record Reclassification(HsEdition from, HsEdition to, SortedMap<String, Split> splits) implements Serializable {
    public static final String UNCLASSIFIED = "999999";
    public static final String TOTAL = "TOTAL";

    public Reclassification {
        splits = Collections.unmodifiableSortedMap(new TreeMap<>(splits));
    }

    public static Reclassification by(Conversion table) {
        SortedMap<String, Split> splits = new TreeMap<>();
        table.targets().forEach((code, target) -> splits.put(code, Split.whole(target)));
        return new Reclassification(table.from(), table.to(), splits);
    }

    /** Where a code's value goes, and in which fractions. */
    public Split of(String code) {
        if (code.length() == UNCLASSIFIED.length()) return splits.getOrDefault(code, Split.whole(UNCLASSIFIED));
        return Split.whole(code.equals(TOTAL) ? TOTAL : commonTo(code));
    }

    /** Whether the tables say nothing of the code, which is no such code as 999999 either. */
    public boolean isUnknown(String code) {
        return code.length() == UNCLASSIFIED.length() && !code.equals(UNCLASSIFIED) && !splits.containsKey(code);
    }

    /** Values by code, in the other edition. */
    public SortedMap<String, Double> apply(Map<String, Double> values) {
        SortedMap<String, Double> moved = new TreeMap<>();
        new TreeMap<>(values).forEach((code, value) -> of(code).weights()
                .forEach((target, weight) -> moved.merge(target, value * weight, Double::sum)));
        return moved;
    }

    /** The longest code of four or two digits that begins all targets of the codes under this one. */
    private String commonTo(String prefix) {
        TreeSet<String> targets = new TreeSet<>();
        splits.subMap(prefix, prefix + Character.MAX_VALUE)
                .values()
                .forEach(split -> targets.addAll(split.weights().keySet()));
        if (targets.isEmpty()) return TOTAL;
        for (int length = prefix.length(); length >= 2; length -= 2) {
            String first = targets.first().substring(0, length);
            if (targets.last().startsWith(first)) return first;
        }
        return TOTAL;
    }
}
