package tradelake.lake;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The log of Delta tables on S3: of two writers of one version S3 takes the first and refuses the other, which then commits the
 * next version. Delta's own store for S3 knows only the writers of its own process, and loses a commit of two processes
 * without a word. Set as {@code spark.delta.logStore.s3a.impl}; every writer of a table must use it.
 */
public final class S3LogStore extends HadoopFileSystemLogStore {
    /** Delta makes it by this constructor. */
    public S3LogStore(Configuration hadoop) {
        super(hadoop);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop) throws IOException {
        FileSystem fs = path.getFileSystem(hadoop);
        byte[] content = lines(actions);
        if (overwrite) replace(fs, path, content);
        else if (!ConditionalCreate.create(fs, path, content)) throw new FileAlreadyExistsException(path.toString());
    }

    private static byte[] lines(Iterator<String> actions) {
        StringBuilder lines = new StringBuilder();
        actions.forEachRemaining(action -> lines.append(action).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void replace(FileSystem fs, Path path, byte[] content) throws IOException {
        try (var out = fs.create(path, true)) {
            out.write(content);
        }
    }

    /** An object appears whole. */
    @Override
    public Boolean isPartialWriteVisible(Path path, Configuration hadoop) {
        return false;
    }
}
