package tradelake.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Reads decimal text, plain or scientific, as the double nearest to it: the same double as {@link Double#parseDouble},
 * without making a string when the digits fit into 53 bits and the power of ten into 22 (both are then exact, and one
 * multiplication or division rounds once).
 */
final class DecimalText {
    private static final long EXACT = 1L << 53;
    private static final long ROOM_FOR_A_DIGIT = (Long.MAX_VALUE - 9) / 10;
    /** Text of so many digits and a point is below 2^53; most of it is, so that it has a loop of its own. */
    private static final int MOST_PLAIN = 15;

    private static final int POINT = '.' - '0';
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final byte[] bytes;
    private final int to;
    private int at;
    private long mantissa;
    private boolean overflowed;

    private DecimalText(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
    }

    /** The number in these bytes; NaN when they are not a decimal number, and for {@code NaN} itself. */
    static double parse(byte[] bytes, int from, int to) {
        if (to - from > MOST_PLAIN) return new DecimalText(bytes, from, to).number(from);
        long mantissa = 0;
        int point = to;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) mantissa = mantissa * 10 + digit;
            else if (digit == POINT && point == to && to - from > 1) point = at;
            else return new DecimalText(bytes, from, to).number(from);
        }
        if (from == to) return Double.NaN;
        return point == to ? mantissa : mantissa / POWERS[to - point - 1];
    }

    private double number(int from) {
        boolean negative = sign();
        int before = digits();
        int decimals = point() ? digits() : 0;
        if (before + decimals == 0) return Double.NaN;
        int exponent = exponent();
        if (at != to) return Double.NaN;
        int scale = exponent - decimals;
        if (overflowed || mantissa > EXACT || scale < -22 || scale > 22) {
            return Double.parseDouble(new String(bytes, from, to - from, ISO_8859_1));
        }
        double size = scale < 0 ? mantissa / POWERS[-scale] : mantissa * POWERS[scale];
        return negative ? -size : size;
    }

    private boolean sign() {
        if (at == to || (bytes[at] != '-' && bytes[at] != '+')) return false;
        return bytes[at++] == '-';
    }

    private boolean point() {
        if (at == to || bytes[at] != '.') return false;
        at++;
        return true;
    }

    private int digits() {
        int first = at;
        while (at < to) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) break;
            if (mantissa > ROOM_FOR_A_DIGIT) overflowed = true;
            else mantissa = mantissa * 10 + digit;
            at++;
        }
        return at - first;
    }

    /** The power of ten; 0 without one. An E without digits is left in place, so that the text is refused. */
    private int exponent() {
        if (at == to || (bytes[at] | 0x20) != 'e') return 0;
        int mark = at++;
        boolean negative = sign();
        int first = at;
        int size = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') size = Math.min(size * 10 + bytes[at++] - '0', 100_000);
        if (at == first) at = mark;
        return negative ? -size : size;
    }
}
