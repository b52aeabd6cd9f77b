package tradelake.sources;

import java.io.InputStream;

/** Tab separated lines without quoting, as in the bulk files: eight bytes at a time. */
final class TabLines extends RecordReader {
    TabLines(InputStream in) {
        super(in);
    }

    /** The loop reads all it needs into locals: it is half of the cost of a row that is not inflating. */
    @Override
    boolean split() {
        byte[] text = bytes;
        int stop = limit;
        int first = start;
        int fields = 0;
        nul = false;
        newlines = 1;
        for (int at = start; at < stop; at += Long.SIZE) {
            for (long marks = marks(text, at); marks != 0; marks &= marks - 1) {
                int place = at + Long.numberOfTrailingZeros(marks);
                byte mark = text[place];
                if (mark == '\t') {
                    field(fields++, first, place);
                    first = place + 1;
                } else if (mark == '\n' && place < stop) {
                    field(fields++, first, place > first && text[place - 1] == '\r' ? place - 1 : place);
                    count = fields;
                    end = place;
                    return true;
                } else if (mark == 0) {
                    nul = true;
                }
            }
        }
        return false;
    }

    /** One bit for each of the next 64 bytes: is it a control byte? */
    private static long marks(byte[] text, int at) {
        long marks = 0;
        for (int i = 0; i < Long.BYTES; i++) marks |= controls((long) Slice.LONGS.get(text, at + 8 * i)) << (8 * i);
        return marks;
    }

    /** One bit for each of eight bytes that is below 14: NUL, tab, newline, carriage return and their like. */
    private static long controls(long word) {
        long sums = (word & 0x7f7f7f7f7f7f7f7fL) + 0x7272727272727272L;
        long highest = ~(sums | word) & 0x8080808080808080L;
        return (highest >>> 7) * 0x0102040810204080L >>> 56;
    }
}
