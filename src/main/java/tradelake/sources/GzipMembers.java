package tradelake.sources;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates gzip straight into the reader's buffer, one member after another, each checked against its CRC and length.
 * The JDK's own stream asks {@code available()} whether another member follows, and so may end early on a network file.
 */
final class GzipMembers extends InputStream {
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CRC = 2;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] input = new byte[1 << 16];
    private int at;
    private int end;
    private boolean ended;
    private boolean begun;
    private Optional<DamagedContent> damage = Optional.empty();

    GzipMembers(InputStream in) {
        this.in = in;
    }

    /** Once damaged, the stream stays so: what comes after is not to be taken for data. */
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (damage.isPresent()) throw damage.get();
        try {
            return length == 0 ? 0 : readMembers(into, from, length);
        } catch (DamagedContent e) {
            damage = Optional.of(e);
            throw e;
        }
    }

    private int readMembers(byte[] into, int from, int length) throws IOException {
        if (!begun) begin();
        while (!ended) {
            int inflated = inflate(into, from, length);
            if (inflated > 0) {
                crc.update(into, from, inflated);
                return inflated;
            }
            if (inflater.finished()) finishMember();
            else if (inflater.needsInput()) feed();
            else throw DamagedContent.corrupt("gzip", "it needs a dictionary");
        }
        return -1;
    }

    private int inflate(byte[] into, int from, int length) throws IOException {
        try {
            return inflater.inflate(into, from, length);
        } catch (DataFormatException e) {
            throw DamagedContent.corrupt("gzip", String.valueOf(e.getMessage()));
        }
    }

    private void feed() throws IOException {
        if (at == end && !fill()) throw DamagedContent.truncated("gzip");
        inflater.setInput(input, at, end - at);
        at = end;
    }

    private void begin() throws IOException {
        begun = true;
        if (next() != 0x1f || next() != 0x8b || next() != 8) throw DamagedContent.corrupt("gzip", "no gzip header");
        int flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) skip(next() | next() << 8);
        if ((flags & NAME) != 0) skipText();
        if ((flags & COMMENT) != 0) skipText();
        if ((flags & HEADER_CRC) != 0) skip(2);
    }

    private void finishMember() throws IOException {
        at = end - inflater.getRemaining();
        long length = inflater.getBytesWritten() & 0xffffffffL;
        if (word() != crc.getValue()) throw DamagedContent.corrupt("gzip", "its checksum differs");
        if (word() != length) throw DamagedContent.corrupt("gzip", "its length differs");
        if (!skipPadding()) {
            ended = true;
            return;
        }
        inflater.reset();
        crc.reset();
        begin();
    }

    /** Past the zeros with which tapes and disks fill up a block; whether anything else follows. */
    private boolean skipPadding() throws IOException {
        while (at < end || fill()) {
            if (input[at] != 0) return true;
            at++;
        }
        return false;
    }

    private long word() throws IOException {
        long word = 0;
        for (int i = 0; i < 4; i++) word |= (long) next() << (8 * i);
        return word;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) next();
    }

    private void skipText() throws IOException {
        while (next() != 0) {}
    }

    private int next() throws IOException {
        if (at == end && !fill()) throw DamagedContent.truncated("gzip");
        return input[at++] & 0xff;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(in.read(input, 0, input.length), 0);
        return end > 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
