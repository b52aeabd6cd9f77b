package tradelake.sources;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a file's stored bytes inflate to, as long as that is no more than trade data ever do. */
final class Content extends FilterInputStream {
    /** Bulk files inflate to ten to thirty times their size. */
    private static final long MOST_TIMES = 250;

    private static final long ALWAYS_FINE = 64L << 20;

    private final StoredBytes stored;
    private long inflated;

    private Content(InputStream inflating, StoredBytes stored) {
        super(inflating);
        this.stored = stored;
    }

    /** The given bytes, inflated if they are gzip. */
    static InputStream of(InputStream bytes, StoredBytes stored) throws IOException {
        MagicBytes start = MagicBytes.of(bytes);
        return new Content(start.isGzip() ? new GzipMembers(start.whole()) : start.whole(), stored);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        inflated += Math.max(read, 0);
        if (inflated > ALWAYS_FINE && inflated / MOST_TIMES > stored.count())
            throw DamagedContent.inflatesTooFar(stored.count(), inflated);
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
