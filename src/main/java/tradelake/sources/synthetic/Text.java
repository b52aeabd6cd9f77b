package tradelake.sources.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes numbers and words as bytes without making strings of the numbers. */
final class Text {
    private static final int ROOM = 1 << 16;
    private static final int LONGEST = 4096;

    private final OutputStream out;
    private final byte[] bytes = new byte[ROOM + LONGEST];
    private final byte[] digits = new byte[20];
    private int at;

    Text(OutputStream out) {
        this.out = out;
    }

    Text add(char ascii) {
        bytes[at++] = (byte) ascii;
        return this;
    }

    @SuppressWarnings("deprecation") // the one copy that makes no array
    Text ascii(String text) {
        text.getBytes(0, text.length(), bytes, at);
        at += text.length();
        return this;
    }

    Text utf8(String text) {
        byte[] more = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(more, 0, bytes, at, more.length);
        at += more.length;
        return this;
    }

    Text add(long number) {
        if (number < 0) return add('-').add(-number);
        int first = digits.length;
        long rest = number;
        do {
            digits[--first] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        System.arraycopy(digits, first, bytes, at, digits.length - first);
        at += digits.length - first;
        return this;
    }

    /** Thousandths as a decimal number without trailing zeros. */
    Text thousandths(long number) {
        add(number / 1000);
        int rest = (int) (number % 1000);
        if (rest == 0) return this;
        add('.').add((char) ('0' + rest / 100));
        if (rest % 100 != 0) add((char) ('0' + rest / 10 % 10));
        if (rest % 10 != 0) add((char) ('0' + rest % 10));
        return this;
    }

    /** To be called after each row, which may have at most 4 KiB. */
    void endRow() throws IOException {
        if (at >= ROOM) flush();
    }

    void flush() throws IOException {
        out.write(bytes, 0, at);
        at = 0;
    }
}
