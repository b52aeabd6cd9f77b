package tradelake.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;

/** The bytes of one field without the blanks around them; moved from field to field, so that a row allocates nothing. */
final class Slice {
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** What {@link #packed} answers for text of more than eight bytes. */
    static final long TOO_LONG = -1;

    private static final int MOST_DIGITS = 9;
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);

    private byte[] bytes = {};
    private int from;
    private int to;

    void set(byte[] text) {
        set(text, 0, text.length);
    }

    void set(byte[] text, int first, int end) {
        bytes = text;
        from = first;
        to = end;
        while (from < to && bytes[from] == ' ') from++;
        while (from < to && bytes[to - 1] == ' ') to--;
    }

    void clear() {
        to = from;
    }

    /** Leaves out what comes after so many bytes. */
    void shorten(int length) {
        to = Math.min(to, from + length);
    }

    int length() {
        return to - from;
    }

    /** Leaves out the fraction of zeros that programs write behind the whole numbers of a column with gaps. */
    void toWhole() {
        to = wholeEnd();
    }

    private int wholeEnd() {
        int end = to;
        while (end > from && bytes[end - 1] == '0') end--;
        return end > from && end < to && bytes[end - 1] == '.' ? end - 1 : to;
    }

    /** A whole number, be it written 156.0, or {@link RowCursor#NO_INT} when this is none. */
    int toInt() {
        boolean negative = from < to && bytes[from] == '-';
        int first = negative ? from + 1 : from;
        int at = first;
        int number = 0;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) break;
            if (at == first + MOST_DIGITS) return RowCursor.NO_INT;
            number = number * 10 + digit;
        }
        if (at == first || (at < to && at != wholeEnd())) return RowCursor.NO_INT;
        return negative ? -number : number;
    }

    /** A finite number, or NaN when this is none. */
    double toDouble() {
        if (from == to) return Double.NaN;
        double number = DecimalText.parse(bytes, from, to);
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    /** True, false, 1 or 0, in any case; else nothing. */
    Optional<Boolean> toBoolean() {
        int length = length();
        if (length == 1) return bytes[from] == '1' ? YES : bytes[from] == '0' ? NO : Optional.empty();
        if (length == 4 && isWord("true")) return YES;
        return length == 5 && isWord("false") ? NO : Optional.empty();
    }

    private boolean isWord(String lowerCase) {
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((bytes[from + i] | 0x20) != lowerCase.charAt(i)) return false;
        }
        return true;
    }

    /** Up to eight bytes as one number, first byte lowest: 0 when empty, {@link #TOO_LONG} when more. */
    long packed() {
        int length = to - from;
        if (length == 0) return 0;
        if (length > 8) return TOO_LONG;
        if (from + 8 <= bytes.length) return (long) LONGS.get(bytes, from) & (-1L >>> (64 - 8 * length));
        long packed = 0;
        for (int i = 0; i < length; i++) packed |= (bytes[from + i] & 0xffL) << (8 * i);
        return packed;
    }

    /** The number that {@link #packed} gives for this text. */
    static long packed(String text) {
        Slice slice = new Slice();
        slice.set(text.getBytes(UTF_8));
        return slice.packed();
    }

    /** The text that was packed. */
    static String unpacked(long packed) {
        StringBuilder text = new StringBuilder();
        for (long rest = packed; rest != 0; rest >>>= 8) text.append((char) (rest & 0xff));
        return text.toString();
    }

    /** As UTF-8; bytes that are none are Latin-1, in which older downloads come. */
    String text() {
        if (isAscii()) return new String(bytes, from, to - from, ISO_8859_1);
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, LATIN);
        }
    }

    /** This text for Spark: the given one where it says the same, else a copy. */
    UTF8String utf8(UTF8String before) {
        byte[] known = before.getBytes();
        if (Arrays.equals(bytes, from, to, known, 0, known.length)) return before;
        return isAscii() ? UTF8String.fromBytes(Arrays.copyOfRange(bytes, from, to)) : UTF8String.fromString(text());
    }

    private boolean isAscii() {
        for (int at = from; at < to; at++) if (bytes[at] < 0) return false;
        return true;
    }
}
