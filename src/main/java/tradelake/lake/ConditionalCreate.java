package tradelake.lake;

import java.io.IOException;
import java.util.Arrays;
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
                return holds(fs, path, content);
            } catch (AWSServiceIOException e) {
                if (e.statusCode() != UNDECIDED || attempt == ATTEMPTS) throw e;
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

    /** A request whose answer was lost on the way is sent again, and then refused because of itself. */
    private static boolean holds(FileSystem fs, Path path, byte[] content) throws IOException {
        try (var in = fs.open(path)) {
            return Arrays.equals(in.readAllBytes(), content);
        }
    }
}
