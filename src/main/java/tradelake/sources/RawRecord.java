package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import tradelake.lake.Fingerprint;

/**
 * A row as it stands in the file, for the quarantine.
 *
 * @param text its first 8 KiB
 * @param length bytes, without the line end
 * @param sha256 of all its bytes, hex
 */
public record RawRecord(String text, long length, String sha256) {
    /** How much of the text is kept, in bytes. */
    static final int KEPT = 8 * 1024;

    static final RawRecord NONE = of(new byte[0], 0, 0);

    static RawRecord of(byte[] bytes, int from, int to) {
        return new Builder().add(bytes, from, to).build();
    }

    /** Takes a row piece by piece, however long it is. */
    static final class Builder {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final MessageDigest digest = Fingerprint.sha256();
        private long length;

        Builder add(byte[] bytes, int from, int to) {
            kept.write(bytes, from, Math.min(to - from, KEPT - kept.size()));
            digest.update(bytes, from, to - from);
            length += to - from;
            return this;
        }

        RawRecord build() {
            return new RawRecord(kept.toString(UTF_8), length, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
