package tradelake.gravity;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntToLongFunction;

/** Numbers the distinct keys of rows from 0, in ascending order, so that equal rows give equal codes in any order. */
final class Keys {
    private Keys() {}

    /**
     * A factor with a level for each key that occurs.
     *
     * @param key of a row, negative if it has none
     * @param levels of the keys in ascending order
     */
    static Factor number(int rows, IntToLongFunction key, Function<long[], Levels> levels) {
        long greatest = -1;
        for (int row = 0; row < rows; row++) greatest = Math.max(greatest, key.applyAsLong(row));
        return greatest < 4L * rows + 1024 ? dense(rows, key, (int) greatest + 1, levels) : sparse(rows, key, levels);
    }

    private static Factor dense(int rows, IntToLongFunction key, int width, Function<long[], Levels> levels) {
        int[] place = new int[width];
        for (int row = 0; row < rows; row++) {
            long k = key.applyAsLong(row);
            if (k >= 0) place[(int) k] = 1;
        }
        int size = 0;
        for (int k = 0; k < width; k++) size += place[k];
        long[] keys = new long[size];
        for (int k = 0, next = 0; k < width; k++)
            if (place[k] == 1) {
                keys[next] = k;
                place[k] = next++;
            }
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            long k = key.applyAsLong(row);
            codes[row] = k < 0 ? Factor.MISSING : place[(int) k];
        }
        return new Factor(codes, levels.apply(keys));
    }

    private static Factor sparse(int rows, IntToLongFunction key, Function<long[], Levels> levels) {
        long[] keys = new long[rows];
        for (int row = 0; row < rows; row++) keys[row] = key.applyAsLong(row);
        Arrays.sort(keys);
        int size = 0;
        for (int i = 0; i < rows; i++) if (keys[i] >= 0 && (i == 0 || keys[i] != keys[i - 1])) keys[size++] = keys[i];
        long[] distinct = Arrays.copyOf(keys, size);
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            long k = key.applyAsLong(row);
            codes[row] = k < 0 ? Factor.MISSING : Arrays.binarySearch(distinct, k);
        }
        return new Factor(codes, levels.apply(distinct));
    }
}
