package tradelake.reference;

import java.io.Serializable;
import java.util.Comparator;
import tradelake.lake.BadInput;

/**
 * Two economies without a direction.
 *
 * @param a the key that comes first
 * @param b the other
 */
public record EconomyPair(String a, String b) implements Serializable, Comparable<EconomyPair> {
    private static final Comparator<EconomyPair> ORDER =
            Comparator.comparing(EconomyPair::a).thenComparing(EconomyPair::b);

    /** The pair of two economies in either order. */
    public static EconomyPair of(String one, String other) {
        return one.compareTo(other) <= 0 ? new EconomyPair(one, other) : new EconomyPair(other, one);
    }

    /** Reads {@code CHN-JPN}. */
    public static EconomyPair parse(String text) {
        String[] keys = text.strip().split("-", -1);
        if (keys.length != 2 || keys[0].isBlank() || keys[1].isBlank() || keys[0].equals(keys[1]))
            throw new BadInput("Cannot read the pair '%s': write two keys of economies as CHN-JPN.".formatted(text));
        return of(keys[0], keys[1]);
    }

    @Override
    public int compareTo(EconomyPair other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return a + "-" + b;
    }
}
