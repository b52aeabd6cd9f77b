package tradelake.sources;

import java.util.Arrays;
import java.util.List;

/** The few different short codes seen in one column; quick where rows repeat the code of the row before. */
final class CodeSet {
    /** Codes beyond so many are not kept: a column of codes has fewer, and a file of rubbish must not fill the memory. */
    private static final int MOST = 512;

    private long[] codes = new long[4];
    private int size;
    private long last;

    /** Adds a packed code; empty ones and texts too long for a code are left out. */
    void add(long code) {
        if (code == last || code == 0 || code == Slice.TOO_LONG) return;
        last = code;
        for (int i = 0; i < size; i++) if (codes[i] == code) return;
        if (size == MOST) return;
        if (size == codes.length) codes = Arrays.copyOf(codes, 2 * size);
        codes[size++] = code;
    }

    List<String> texts() {
        return Arrays.stream(codes, 0, size).mapToObj(Slice::unpacked).sorted().toList();
    }
}
