package tradelake.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** The bytes by which a container is known, with the whole stream that they begin. */
record MagicBytes(byte[] first, InputStream whole) {
    private static final int LENGTH = 4;

    static MagicBytes of(InputStream bytes) throws IOException {
        PushbackInputStream whole = new PushbackInputStream(bytes, LENGTH);
        byte[] first = whole.readNBytes(LENGTH);
        whole.unread(first);
        return new MagicBytes(first, whole);
    }

    boolean isGzip() {
        return first.length >= 2 && first[0] == 0x1f && first[1] == (byte) 0x8b;
    }

    /** A zip archive, be it an empty one. */
    boolean isZip() {
        return first.length == LENGTH
                && first[0] == 'P'
                && first[1] == 'K'
                && (first[2] == 3 && first[3] == 4 || first[2] == 5 && first[3] == 6);
    }
}
