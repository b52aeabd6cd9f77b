package tradelake.sources;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import tradelake.lake.Fingerprint;

/** A file's bytes as stored, counted and hashed as they pass. */
final class StoredBytes extends FilterInputStream {
    private final MessageDigest digest = Fingerprint.sha256();
    private long count;

    StoredBytes(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        if (read > 0) {
            digest.update(into, from, read);
            count += read;
        }
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

    /** Reads what is left, so that the count and the hash are those of the whole file. */
    void drain() throws IOException {
        byte[] buffer = new byte[1 << 16];
        while (read(buffer, 0, buffer.length) >= 0) {}
    }

    long count() {
        return count;
    }

    /** Of the bytes read so far; call once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
