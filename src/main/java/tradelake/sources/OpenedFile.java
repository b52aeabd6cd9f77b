package tradelake.sources;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.functional.FutureIO;

/** A file opened for reading from its first byte to its last: hashed as stored, decompressed, its head looked at. */
final class OpenedFile implements Closeable {
    private final StoredBytes stored;
    private final PushbackInputStream content;
    private final Head head;
    private Optional<DamagedContent> damage = Optional.empty();

    private OpenedFile(StoredBytes stored) throws IOException {
        this.stored = stored;
        this.content = new PushbackInputStream(decompressed(stored), Head.SIZE);
        this.head = peek();
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

    private static InputStream decompressed(StoredBytes stored) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(stored, 2);
        byte[] magic = bytes.readNBytes(2);
        bytes.unread(magic);
        boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        return gzip ? new GzipMembers(bytes) : bytes;
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

    Head head() {
        return head;
    }

    /** Why the content stops decompressing within its head, if it does. */
    Optional<DamagedContent> damage() {
        return damage;
    }

    /** The decompressed content from its first byte. */
    InputStream content() {
        return content;
    }

    /** The stored bytes, all of which have been read. */
    StoredBytes drained() throws IOException {
        stored.drain();
        return stored;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
