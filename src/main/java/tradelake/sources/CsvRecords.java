package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;

/**
 * Comma separated records whose fields may be quoted, with commas, doubled quotes and newlines inside. A record that
 * spans lines but does not have the right number of fields is a stray quote: its first line alone is given up.
 */
final class CsvRecords extends RecordReader {
    private static final byte QUOTE = '"';

    private final boolean[] doubled = new boolean[MOST_FIELDS];
    private int width;
    private int at;
    private boolean stray;

    CsvRecords(InputStream in) {
        super(in);
    }

    /** How many fields a record has; known once the header is read. */
    void width(int fields) {
        width = fields;
    }

    @Override
    boolean split() {
        count = 0;
        nul = false;
        stray = false;
        newlines = 1;
        at = start;
        boolean more = true;
        while (more) {
            int stop = at < limit && bytes[at] == QUOTE ? quoted() : plain(at, at);
            if (stop < 0) return false;
            more = bytes[stop] == ',';
            at = stop + 1;
        }
        end = at - 1;
        if (newlines > 1 && width > 0 && (stray || !hasWidth(width))) oneLine(Structure.BROKEN_QUOTES);
        return true;
    }

    /** Reads on from {@code from} to the separator; the field begins at {@code first}. The separator's place, or -1. */
    private int plain(int first, int from) {
        for (int i = from; i < limit; i++) {
            byte b = bytes[i];
            if (b > ',' || b < 0) continue;
            if (b == ',' || b == '\n') {
                add(first, b == '\n' && i > first && bytes[i - 1] == '\r' ? i - 1 : i, false);
                return i;
            }
            if (b == 0) nul = true;
        }
        return -1;
    }

    private int quoted() {
        boolean twice = false;
        int lines = 0;
        for (int i = at + 1; i < limit; i++) {
            byte b = bytes[i];
            if (b == '\n') lines++;
            if (b == 0) nul = true;
            if (b != QUOTE) continue;
            if (i + 1 == limit) return -1;
            if (bytes[i + 1] == QUOTE) {
                twice = true;
                i++;
                continue;
            }
            newlines += lines;
            return closed(i, twice);
        }
        return -1;
    }

    /** After the closing quote: the separator's place, or -1. Text between them makes the whole field plain text. */
    private int closed(int quote, boolean twice) {
        int after = quote + 1;
        if (bytes[after] == '\r' && after + 1 == limit) return -1;
        int stop = bytes[after] == '\r' && bytes[after + 1] == '\n' ? after + 1 : after;
        if (bytes[stop] == ',' || bytes[stop] == '\n') {
            add(at + 1, quote, twice);
            return stop;
        }
        stray = true;
        return plain(at, after);
    }

    private void add(int first, int last, boolean twice) {
        doubled[count % MOST_FIELDS] = twice;
        field(count++, first, last);
    }

    @Override
    public void slice(int column, Slice into) {
        super.slice(column, into);
        if (doubled[column]) into.set(singleQuotes(into.text()));
    }

    private static byte[] singleQuotes(String text) {
        return text.replace("\"\"", "\"").getBytes(UTF_8);
    }
}
