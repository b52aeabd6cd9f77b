package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Commodity codes as packed text: their form, their chapter, and the leading zero that spreadsheets take away. */
final class CommodityCode {
    static final long TOTAL = Slice.packed("TOTAL");

    private static final String FORM = "[0-9A-Za-z]{1,12}";

    private CommodityCode() {}

    /** Letters and digits, at most twelve. */
    static boolean isWellFormed(RowCursor row, long packed) {
        return packed == Slice.TOO_LONG
                ? row.textOf(ApiField.CMD_CODE).matches(FORM)
                : packed != 0 && isAlphanumeric(packed);
    }

    private static boolean isAlphanumeric(long packed) {
        for (long rest = packed; rest != 0; rest >>>= 8) {
            int letter = (int) (rest & 0xff) | 0x20;
            if ((letter < '0' || letter > '9') && (letter < 'a' || letter > 'z')) return false;
        }
        return true;
    }

    /** The first two digits as a number, or -1 when the code does not begin with two. */
    static int chapter(long packed) {
        int tens = (int) (packed & 0xff) - '0';
        int ones = (int) (packed >>> 8 & 0xff) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1;
    }

    /** HS codes have two digits a level: an odd number of digits means that a leading zero is lost. */
    static boolean lacksZero(long packed, long classification) {
        if ((classification & 0xff) != 'H' || packed == Slice.TOO_LONG) return false;
        int length = 8 - Long.numberOfLeadingZeros(packed) / 8;
        return length % 2 == 1 && allDigits(packed);
    }

    private static boolean allDigits(long packed) {
        for (long rest = packed; rest != 0; rest >>>= 8) {
            int digit = (int) (rest & 0xff) - '0';
            if (digit < 0 || digit > 9) return false;
        }
        return true;
    }

    /** The code with its zero back where the stated level says that exactly one digit is missing; else as it is. */
    static Cell repaired(Cell code, Cell classification, Cell level) {
        Slice other = new Slice();
        return (record, into) -> {
            code.locate(record, into);
            if (into.length() % 2 == 0) return;
            classification.locate(record, other);
            if (!lacksZero(into.packed(), other.packed())) return;
            level.locate(record, other);
            if (other.toInt() == into.length() + 1) into.set(("0" + into.text()).getBytes(UTF_8));
        };
    }
}
