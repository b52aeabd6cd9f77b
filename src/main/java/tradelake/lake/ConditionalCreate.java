package tradelake.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.AWSServiceIOException;
import org.apache.hadoop.fs.s3a.RemoteFileChangedException;

/**
 * Creates an object on S3 unless there is one: of any number of writers exactly one is told that it wrote. The object appears
 * when its stream is closed, whole; S3 itself decides who was first (PUT with If-None-Match, HTTP 412 for all others).
 */
final class ConditionalCreate {
    private static final String OPTION = "fs.option.create.conditional.overwrite";

    /** S3 answers 409, which S3A takes for a bad request, while another writer of the object is under way. */
    private static final int UNDECIDED = 409;

    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 50;

    private ConditionalCreate() {}

    /**
     * True where the object is this call's.
     *
     * @param content no other writer writes the same
     */
    static boolean create(FileSystem fs, Path path, byte[] content) throws IOException {
        for (int attempt = 1; ; attempt++)
            try {
                write(fs, path, content);
                return true;
            } catch (FileAlreadyExistsException | RemoteFileChangedException e) {
                Optional<byte[]> there = there(fs, path);
                if (there.isPresent()) return Arrays.equals(there.get(), content);
                pause(attempt, e);
            } catch (AWSServiceIOException e) {
                if (e.statusCode() != UNDECIDED) throw e;
                pause(attempt, e);
            }
    }

    /** Each a little longer than the one before, two seconds in all; then the reason is told. */
    private static void pause(int attempt, IOException reason) throws IOException {
        if (attempt == ATTEMPTS) throw reason;
        try {
            Thread.sleep(attempt * PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    /** A file system that does not know the condition refuses it: nothing is ever written without. */
    private static void write(FileSystem fs, Path path, byte[] content) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = fs.createFile(path);
        builder.recursive();
        builder.overwrite(true);
        builder.must(OPTION, true);
        try (var out = builder.build()) {
            out.write(content);
        }
    }

    /**
     * What refused the request: another's object, or this call's own, for a request whose answer was lost on the way is sent again
     * and then refused because of itself. Empty where the object was deleted meanwhile.
     */
    private static Optional<byte[]> there(FileSystem fs, Path path) throws IOException {
        try (var in = fs.open(path)) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }
}
