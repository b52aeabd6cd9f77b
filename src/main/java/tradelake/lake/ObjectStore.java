package tradelake.lake;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * The small files of a lake (locks, manifests, the published pointer) on a local disk, HDFS or S3. Its one strong promise is
 * {@link #putIfAbsent}: of any number of writers exactly one is told that it wrote.
 */
public final class ObjectStore {
    private final FileSystem fs;
    private final Path root;
    private final boolean local;
    private final boolean s3;

    public ObjectStore(Path root, Configuration settings) {
        try {
            this.fs = root.getFileSystem(settings);
            this.root = fs.makeQualified(root);
            this.local = "file".equals(this.root.toUri().getScheme());
            this.s3 = this.root.toUri().getScheme().startsWith("s3");
        } catch (IOException | IllegalArgumentException e) {
            throw Outage.behind(e)
                    .orElseGet(() -> new BadInput(
                            "Cannot open " + root + ": " + e.getMessage() + ". Check the path and its credentials.",
                            e));
        }
    }

    public Path root() {
        return root;
    }

    /** The store of another root, opened with the same settings and credentials. */
    public ObjectStore at(String other) {
        return new ObjectStore(new Path(other), fs.getConf());
    }

    public Path path(String key) {
        return new Path(root, key);
    }

    /** Writes the whole content, which no other writer writes, under the key unless the key exists; true where this call did. */
    public boolean putIfAbsent(String key, byte[] content) {
        return io("write " + key, () -> local ? linkIfAbsent(key, content) : createIfAbsent(key, content));
    }

    /** Writes or replaces; a reader sees the old content or the new, never a part. */
    public void put(String key, byte[] content) {
        io("write " + key, () -> {
            if (local) {
                Files.move(temporary(key, content), local(key), StandardCopyOption.ATOMIC_MOVE);
            } else if (s3) {
                write(path(key), content);
            } else {
                FileContext.getFileContext(root.toUri(), fs.getConf())
                        .rename(remoteTemporary(key, content), path(key), Options.Rename.OVERWRITE);
            }
            return null;
        });
    }

    public Optional<byte[]> get(String key) {
        return io("read " + key, () -> {
            if (!fs.exists(path(key))) return Optional.empty();
            try (var in = fs.open(path(key))) {
                return Optional.of(in.readAllBytes());
            }
        });
    }

    /** Where the key lies on this machine's own disk; empty where the lake is elsewhere. */
    public Optional<java.nio.file.Path> onThisMachine(String key) {
        return local ? Optional.of(local(key)) : Optional.empty();
    }

    /** Copies a file of this machine under the key, whole or not at all on S3. */
    public void putFile(String key, java.nio.file.Path file) {
        io("write " + key, () -> {
            fs.copyFromLocalFile(false, true, new Path(file.toUri()), path(key));
            return null;
        });
    }

    /** Copies a file to this machine. */
    public void fetch(Path from, java.nio.file.Path to) {
        io("read " + from, () -> {
            try (var in = from.getFileSystem(fs.getConf()).open(from)) {
                return Files.copy(in, to);
            }
        });
    }

    /** The names directly under a folder, sorted; empty where there is no such folder. */
    public List<String> names(String folder) {
        return io("list " + folder, () -> {
            if (!fs.exists(path(folder))) return List.<String>of();
            return Arrays.stream(fs.listStatus(path(folder)))
                    .map(FileStatus::getPath)
                    .map(Path::getName)
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        });
    }

    /** All files under a folder together. */
    public long bytes(String folder) {
        return io("measure " + folder, () -> fs.getContentSummary(path(folder)).getLength());
    }

    public void delete(String key) {
        io("delete " + key, () -> fs.delete(path(key), true));
    }

    public boolean exists(String key) {
        return io("look for " + key, () -> fs.exists(path(key)));
    }

    /** A hard link appears at once and whole, or not at all: a create-new would leave an empty file after a kill. */
    private boolean linkIfAbsent(String key, byte[] content) throws IOException {
        java.nio.file.Path temporary = temporary(key, content);
        try {
            Files.createLink(local(key), temporary);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private boolean createIfAbsent(String key, byte[] content) throws IOException {
        return s3 ? ConditionalCreate.create(fs, path(key), content) : renameIfAbsent(key, content);
    }

    /** HDFS refuses to rename onto a file that is there. */
    private boolean renameIfAbsent(String key, byte[] content) throws IOException {
        Path temporary = remoteTemporary(key, content);
        boolean renamed = !fs.exists(path(key)) && fs.rename(temporary, path(key));
        if (!renamed) fs.delete(temporary, false);
        return renamed;
    }

    private Path remoteTemporary(String key, byte[] content) throws IOException {
        Path temporary = new Path(path(key).getParent(), "." + UUID.randomUUID());
        write(temporary, content);
        return temporary;
    }

    private void write(Path target, byte[] content) throws IOException {
        try (var out = fs.create(target, true)) {
            out.write(content);
        }
    }

    private java.nio.file.Path temporary(String key, byte[] content) throws IOException {
        java.nio.file.Path target = local(key);
        Files.createDirectories(target.getParent());
        java.nio.file.Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        return Files.write(temporary, content);
    }

    private java.nio.file.Path local(String key) {
        return java.nio.file.Path.of(path(key).toUri().getPath());
    }

    private <T> T io(String what, Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (IOException e) {
            throw Outage.behind(e)
                    .orElseGet(() -> new BadInput(
                            "Cannot %s in %s: %s. Check that the place exists and can be written to."
                                    .formatted(what, root, e.getMessage()),
                            e));
        }
    }

    /** Something that may fail on its way to the store. */
    private interface Attempt<T> {
        T run() throws IOException;
    }
}
