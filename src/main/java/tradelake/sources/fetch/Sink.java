package tradelake.sources.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Where the body of an answer goes: data into the file, anew (200) or after what is there (206); what the server says of a
 * failure into memory, its beginning.
 */
final class Sink implements BodyHandler<Void>, AutoCloseable {
    private static final int MOST_WORDS = 8192;

    private final Path file;
    private final long have;
    private final ByteArrayOutputStream words = new ByteArrayOutputStream();
    private Optional<OutputStream> out = Optional.empty();
    private Optional<IOException> failure = Optional.empty();
    private long came;

    /** @param have bytes that are there and were not asked for again */
    Sink(Path file, long have) {
        this.file = file;
        this.have = have;
    }

    @Override
    public synchronized BodySubscriber<Void> apply(ResponseInfo info) {
        try {
            if (info.statusCode() == 200) out = Optional.of(Files.newOutputStream(file));
            if (goesOn(info)) out = Optional.of(Files.newOutputStream(file, StandardOpenOption.APPEND));
        } catch (IOException e) {
            failure = Optional.of(e);
        }
        return BodySubscribers.ofByteArrayConsumer(bytes -> bytes.ifPresent(this::take));
    }

    /** Whether the part is the one that is missing. */
    private boolean goesOn(ResponseInfo info) {
        return info.statusCode() == 206
                && info.headers()
                        .firstValue("Content-Range")
                        .filter(range -> range.startsWith("bytes " + have + "-"))
                        .isPresent();
    }

    private synchronized void take(byte[] bytes) {
        came += bytes.length;
        try {
            if (out.isPresent()) out.get().write(bytes);
            else words.write(bytes, 0, Math.min(bytes.length, MOST_WORDS - words.size()));
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    /** Bytes that came until now. */
    synchronized long came() {
        return came;
    }

    /** Why the file cannot be written. */
    synchronized Optional<IOException> failure() {
        return failure;
    }

    synchronized boolean isWritten() {
        return out.isPresent();
    }

    synchronized String words() {
        return words.toString(UTF_8);
    }

    @Override
    public synchronized void close() {
        try {
            if (out.isPresent()) out.get().close();
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
        }
        out = out.map(stream -> OutputStream.nullOutputStream());
    }
}
