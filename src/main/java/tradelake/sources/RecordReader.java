package tradelake.sources;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts a stream of bytes into records and fields, in a buffer that never grows beyond {@link #LONGEST}: a longer record
 * is passed over, and only its beginning, length and hash are kept.
 */
abstract class RecordReader implements Records {
    /** The longest line, in bytes, that is read as a row. */
    static final int LONGEST = 1 << 20;

    private static final int FIRST_CAPACITY = 1 << 18;
    private static final int SLACK = 64;
    static final int MOST_FIELDS = 256;

    /** Why a record has no fields to speak of. */
    enum Structure {
        SOUND,
        TOO_LONG,
        BROKEN_QUOTES
    }

    /** The buffer; 64 bytes behind the {@link #limit} may be read, and mean nothing. */
    byte[] bytes = new byte[FIRST_CAPACITY + SLACK];

    int limit;
    int start;
    int end;
    int count;
    int newlines;
    boolean nul;

    private final InputStream in;
    private final int[] from = new int[MOST_FIELDS];
    private final int[] to = new int[MOST_FIELDS];
    private int next;
    private long nextLine = 1;
    private long line;
    private boolean ended;
    private int added = -1;
    private boolean lastLineOpen;
    private Structure structure = Structure.SOUND;
    private RawRecord overlong = RawRecord.NONE;

    RecordReader(InputStream in) {
        this.in = in;
    }

    /**
     * Cuts the record that begins at {@link #start}, sets {@link #end} to the newline after it, counts the lines it
     * spans in {@link #newlines}; false when the bytes at hand end before it does.
     */
    abstract boolean split();

    /** Moves to the next record that is not blank; false at the end of the file. */
    @Override
    public final boolean next() throws IOException {
        do {
            line = nextLine;
            start = next;
            if (!find()) return false;
            next = end + 1;
            nextLine += newlines;
            if (end > start && bytes[end - 1] == '\r') end--;
        } while (end == start && structure == Structure.SOUND);
        return true;
    }

    /** The names in the first record, past the byte order mark that may stand before it. */
    @Override
    public final List<String> header() throws IOException {
        List<String> names = new ArrayList<>();
        Slice slice = new Slice();
        skipByteOrderMark();
        if (!next()) return names;
        for (int i = 0; i < Math.min(count, MOST_FIELDS); i++) {
            slice(i, slice);
            names.add(slice.text());
        }
        return names;
    }

    private void skipByteOrderMark() throws IOException {
        more();
        if (limit >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) next = 3;
    }

    private boolean find() throws IOException {
        structure = Structure.SOUND;
        while (!split()) {
            if (more()) continue;
            if (start == limit) return false;
            if (newlineIn(start) < 0) return passOver();
            oneLine(Structure.BROKEN_QUOTES);
            break;
        }
        lastLineOpen = end == added;
        return true;
    }

    /** Falls back on the single line at {@link #start}, so that a stray quote costs that line and not the next ones. */
    final void oneLine(Structure why) {
        structure = why;
        end = newlineIn(start);
        newlines = 1;
        count = 0;
    }

    /** Notes where a field lies. Of more fields than any format has the number alone is right, and is all that is used. */
    final void field(int column, int first, int last) {
        from[column % MOST_FIELDS] = first;
        to[column % MOST_FIELDS] = last;
    }

    @Override
    public void slice(int column, Slice into) {
        into.set(bytes, from[column], to[column]);
    }

    private boolean isEmpty(int column) {
        return column < MOST_FIELDS && from[column] == to[column];
    }

    /** The header is line 1. */
    @Override
    public final long line() {
        return line;
    }

    @Override
    public final Optional<Flaw> flaw(int width) {
        return switch (structure) {
            case TOO_LONG -> flaw("line_too_long", "The line is longer than %,d bytes.", LONGEST);
            case BROKEN_QUOTES -> flaw("broken_quotes", "A quote opens a field and does not close it.");
            case SOUND -> nul || !hasWidth(width) ? flawOfFields(width) : Optional.empty();
        };
    }

    private Optional<Flaw> flawOfFields(int width) {
        if (nul) return flaw("nul_bytes", "The line has NUL bytes.");
        return flaw("wrong_field_count", "The line has %d fields where the header has %d.", count, width);
    }

    private static Optional<Flaw> flaw(String reason, String message, Object... values) {
        return Optional.of(new Flaw(reason, String.format(Locale.ROOT, message, values)));
    }

    /** One more field than the header has is fine when it is empty: a separator at the end of the line. */
    final boolean hasWidth(int width) {
        return count == width || (count == width + 1 && isEmpty(width));
    }

    /** Without a newline at its end and with too few fields. */
    @Override
    public final boolean cutOff(int width) {
        return lastLineOpen && count < width;
    }

    @Override
    public final RawRecord raw() {
        return structure == Structure.TOO_LONG ? overlong : RawRecord.of(bytes, start, end);
    }

    /** Brings more bytes behind those of the record at hand; false when it is too long or the file has ended. */
    private boolean more() throws IOException {
        if (ended) return false;
        if (start > 0) shift();
        if (room() == 0) {
            if (limit >= LONGEST) return false;
            bytes = Arrays.copyOf(bytes, Math.min(2 * limit, LONGEST) + SLACK);
        }
        limit += in.readNBytes(bytes, limit, room());
        if (room() > 0) end();
        return true;
    }

    private int room() {
        return bytes.length - SLACK - limit;
    }

    private void shift() {
        System.arraycopy(bytes, start, bytes, 0, limit - start);
        limit -= start;
        start = 0;
    }

    private void end() {
        ended = true;
        if (limit > start && bytes[limit - 1] != '\n') closeLastLine();
    }

    /** A newline after a last line that lacks one makes it like the others. */
    private void closeLastLine() {
        ended = true;
        added = limit;
        bytes[limit++] = '\n';
    }

    private boolean passOver() throws IOException {
        RawRecord.Builder raw = new RawRecord.Builder();
        do {
            raw.add(bytes, start, limit);
            start = 0;
            limit = in.readNBytes(bytes, 0, bytes.length - SLACK);
        } while (newlineIn(0) < 0 && room() == 0);
        if (newlineIn(0) < 0) closeLastLine();
        oneLine(Structure.TOO_LONG);
        overlong = raw.add(bytes, 0, end).build();
        lastLineOpen = end == added;
        start = end;
        return true;
    }

    private int newlineIn(int first) {
        for (int at = first; at < limit; at++) if (bytes[at] == '\n') return at;
        return -1;
    }

    @Override
    public final void close() throws IOException {
        in.close();
    }
}
