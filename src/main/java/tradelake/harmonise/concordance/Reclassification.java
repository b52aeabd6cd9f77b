package tradelake.harmonise.concordance;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tradelake.reference.HsEdition;

/**
 * Moves values from the codes of one edition to those of another; what goes in comes out, wherever it goes.
 *
 * <p>A six-digit code goes where its split says, and to 999999 where there is none or nothing tells its weights. A heading or
 * chapter, published for want of anything finer, becomes the finest heading or chapter that all its six-digit codes can go to,
 * TOTAL if there is none. Chapter 99, goods not specified according to kind, is alike in all editions: whatever six digits it
 * has, such as 9999AA, are 999999.
 *
 * @param splits by six-digit code
 */
public record Reclassification(HsEdition from, HsEdition to, SortedMap<String, Split> splits) implements Serializable {
    public static final String UNCLASSIFIED = "999999";
    public static final String TOTAL = "TOTAL";
    static final String UNSPECIFIED_CHAPTER = "99";

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
        if (!isSixDigits(code)) return Split.whole(code.equals(TOTAL) || isUnspecified(code) ? code : commonTo(code));
        return Optional.ofNullable(splits.get(code))
                .filter(split -> split.evident() && !isUnspecified(code))
                .orElse(Split.whole(UNCLASSIFIED));
    }

    /** Whether the tables say nothing of the code, which is none of chapter 99 either. */
    public boolean isUnknown(String code) {
        return isSixDigits(code) && !isUnspecified(code) && !splits.containsKey(code);
    }

    static boolean isUnspecified(String code) {
        return code.startsWith(UNSPECIFIED_CHAPTER);
    }

    private static boolean isSixDigits(String code) {
        return code.length() == UNCLASSIFIED.length();
    }

    /** Values by code, in the other edition. */
    public SortedMap<String, Double> apply(Map<String, Double> values) {
        SortedMap<String, Double> moved = new TreeMap<>();
        new TreeMap<>(values).forEach((code, value) -> of(code).weights().forEach((target, weight) -> {
            if (weight > 0) moved.merge(target, value * weight, Double::sum);
        }));
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
