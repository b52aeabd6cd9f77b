package tradelake.sources;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.functional.FutureIO;

/**
 * A file opened for reading from its first byte to its last: hashed as stored, decompressed, its head looked at. It has one
 * part, or, if it is a zip archive, one for each file in it; the first is at hand.
 */
final class OpenedFile implements Closeable {
    private final StoredBytes stored;
    private final Optional<ZipParts> parts;
    private String part = "";
    private PushbackInputStream content = new PushbackInputStream(InputStream.nullInputStream());
    private Head head = new Head(new byte[0]);
    private Optional<DamagedContent> damage = Optional.empty();

    private OpenedFile(StoredBytes stored) throws IOException {
        this.stored = stored;
        MagicBytes start = MagicBytes.of(stored);
        parts = start.isZip() ? zip(start.whole()) : Optional.empty();
        if (parts.isPresent()) beginFirstPart();
        else if (damage.isEmpty()) begin(start.whole());
    }

    private void beginFirstPart() throws IOException {
        try {
            nextPart();
        } catch (DamagedContent e) {
            damage = Optional.of(e);
        } catch (IOException e) {
            parts.get().close();
            throw e;
        }
    }

    static OpenedFile open(Path path, Configuration hadoop) throws IOException {
        InputStream bytes = bytes(path, hadoop);
        try {
            return new OpenedFile(new StoredBytes(bytes));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** The file system is told that all of the file will be read in order. */
    private static FSDataInputStream bytes(Path path, Configuration hadoop) throws IOException {
        return FutureIO.awaitFuture(path.getFileSystem(hadoop)
                .openFile(path)
                .opt("fs.option.openfile.read.policy", "whole-file")
                .build());
    }

    private Optional<ZipParts> zip(InputStream archive) throws IOException {
        try {
            return Optional.of(ZipParts.of(archive));
        } catch (DamagedContent e) {
            damage = Optional.of(e);
            return Optional.empty();
        }
    }

    /** Moves to the next part; false after the last. */
    boolean nextPart() throws IOException {
        if (parts.isEmpty() || !parts.get().hasNext()) return false;
        content.close();
        ZipParts.Part next = parts.get().next();
        part = next.name();
        begin(next.bytes());
        return true;
    }

    private void begin(InputStream bytes) throws IOException {
        content = new PushbackInputStream(Content.of(bytes, stored), Head.SIZE);
        head = peek();
    }

    /** As much of the beginning as decompresses; the damage, if any, shows when the content is read. */
    private Head peek() throws IOException {
        byte[] first = new byte[Head.SIZE];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < first.length; length += Math.max(read, 0)) {
                read = content.read(first, length, first.length - length);
            }
        } catch (DamagedContent e) {
            damage = Optional.of(e);
        }
        content.unread(first, 0, length);
        return new Head(Arrays.copyOf(first, length));
    }

    /** The name of the part at hand within the file, "" where the file is no archive. */
    String part() {
        return part;
    }

    Head head() {
        return head;
    }

    /** Why the content stops decompressing within its head, if it does. */
    Optional<DamagedContent> damage() {
        return damage;
    }

    /** The decompressed content from its first byte. Closing it leaves the file open: its last bytes are still to be hashed. */
    InputStream content() {
        return new FilterInputStream(content) {
            @Override
            public void close() {}
        };
    }

    /** The stored bytes, all of which have been read. */
    StoredBytes drained() throws IOException {
        stored.drain();
        return stored;
    }

    @Override
    public void close() throws IOException {
        content.close();
        if (parts.isPresent()) parts.get().close();
        stored.close();
    }
}
