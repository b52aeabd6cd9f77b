package tradelake.gravity;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * A grouping of rows.
 *
 * @param codes each row's level from 0, or {@link #MISSING}
 * @param levels what the codes stand for
 */
public record Factor(int[] codes, Levels levels) implements Variable {
    public static final int MISSING = -1;

    /** Levels in the order of their names; an empty text is missing. */
    public static Factor of(List<String> texts) {
        TextColumn column = new TextColumn();
        texts.forEach(column::add);
        return column.factor();
    }

    @Override
    public Factor factor() {
        return this;
    }

    public int rows() {
        return codes.length;
    }

    public int size() {
        return levels.size();
    }

    /** The groups of both together, {@code this^other}. */
    public Factor cross(Factor other) {
        int width = other.size();
        return Keys.number(
                rows(),
                row -> codes[row] < 0 || other.codes[row] < 0 ? -1 : (long) codes[row] * width + other.codes[row],
                keys -> levels.with(
                        other.levels,
                        Arrays.stream(keys).mapToInt(key -> (int) (key / width)).toArray(),
                        Arrays.stream(keys).mapToInt(key -> (int) (key % width)).toArray()));
    }

    /** The groups of unordered pairs: what a sells to b is in one group with what b sells to a. */
    public Factor symmetric(Factor other) {
        Factor here = this;
        Names both = Names.of(here.levels, other.levels);
        int width = both.levels().size();
        return Keys.number(
                rows(),
                row -> {
                    if (codes[row] < 0 || other.codes[row] < 0) return -1;
                    int a = both.first()[codes[row]];
                    int b = both.second()[other.codes[row]];
                    return (long) Math.min(a, b) * width + Math.max(a, b);
                },
                keys -> both.levels()
                        .with(
                                both.levels(),
                                Arrays.stream(keys)
                                        .mapToInt(key -> (int) (key / width))
                                        .toArray(),
                                Arrays.stream(keys)
                                        .mapToInt(key -> (int) (key % width))
                                        .toArray()));
    }

    /** These rows alone, with the levels that they have. */
    public Factor take(int[] rows) {
        return Keys.number(
                rows.length,
                i -> codes[rows[i]],
                keys -> levels.take(
                        Arrays.stream(keys).mapToInt(key -> (int) key).toArray()));
    }

    /** How many rows each level has. */
    int[] counts() {
        int[] counts = new int[size()];
        for (int code : codes) counts[code]++;
        return counts;
    }

    /** Whether each level lies in one level of the other. */
    boolean isNestedIn(Factor other) {
        int[] home = new int[size()];
        Arrays.fill(home, MISSING);
        for (int row = 0; row < rows(); row++) {
            int code = codes[row];
            if (home[code] == MISSING) home[code] = other.codes[row];
            else if (home[code] != other.codes[row]) return false;
        }
        return true;
    }

    /** The names of two sets of levels as one, and where each stands in it. */
    private record Names(Levels levels, int[] first, int[] second) {
        static Names of(Levels a, Levels b) {
            TreeSet<String> names = new TreeSet<>();
            for (int i = 0; i < a.size(); i++) names.add(a.name(i));
            for (int i = 0; i < b.size(); i++) names.add(b.name(i));
            List<String> sorted = List.copyOf(names);
            return new Names(Levels.of(sorted), places(a, sorted), places(b, sorted));
        }

        private static int[] places(Levels levels, List<String> sorted) {
            int[] places = new int[levels.size()];
            for (int i = 0; i < places.length; i++) places[i] = Collections.binarySearch(sorted, levels.name(i));
            return places;
        }
    }
}
