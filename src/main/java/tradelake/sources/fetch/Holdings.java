package tradelake.sources.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tradelake.lake.BadInput;
import tradelake.lake.Json;
import tradelake.lake.TryLater;
import tradelake.sources.FileFacts;

/**
 * The folder that is fetched into, and what it says of its files in {@code _fetched.json}. Files under way lie in
 * {@code _parts}; a refresh reads neither. One run at a time holds it.
 */
final class Holdings implements AutoCloseable {
    private static final String RECORD = "_fetched.json";
    private static final String LOCK = "_fetch.lock";
    private static final String PARTS = "_parts";

    private final Path folder;
    private final Optional<FileChannel> lock;
    private final Map<String, Held> byFile = new TreeMap<>();

    /**
     * A file that was fetched.
     *
     * @param asked for what of the dataset, see {@link Wanted#asked}
     * @param edition of the dataset that it is
     * @param fetched when, UTC
     */
    record Held(String file, String asked, String edition, String sha256, long bytes, long rows, String fetched) {}

    /** What the record of the folder holds. */
    record Written(List<Held> files) {}

    private Holdings(Path folder, Optional<FileChannel> lock) {
        this.folder = folder;
        this.lock = lock;
        read().forEach(held -> byFile.put(held.file(), held));
    }

    static Holdings open(Path folder) {
        try {
            Files.createDirectories(folder.resolve(PARTS));
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new Holdings(folder, Optional.of(locked(channel, folder)));
        } catch (IOException e) {
            throw new BadInput("Cannot write into %s (%s): name another folder.".formatted(folder, e.getMessage()), e);
        }
    }

    /** Only to look: nothing is written, and the folder need not be there. */
    static Holdings seen(Path folder) {
        return new Holdings(folder, Optional.empty());
    }

    private static FileChannel locked(FileChannel channel, Path folder) throws IOException {
        Optional<FileLock> lock;
        try {
            lock = Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            lock = Optional.empty();
        }
        if (lock.isPresent()) return channel;
        channel.close();
        throw new TryLater("Another fetch writes into %s: run this again when it is done.".formatted(folder));
    }

    private List<Held> read() {
        Path record = folder.resolve(RECORD);
        if (!Files.exists(record)) return List.of();
        try {
            return Json.read(Files.readAllBytes(record), Written.class).files();
        } catch (IOException e) {
            throw new BadInput("Cannot read %s: delete it, and what is there is examined anew.".formatted(record), e);
        }
    }

    /** The file where it is there, of this edition and this question, and of the length that it had. */
    Optional<Held> held(String file, String asked, String edition) {
        return Optional.ofNullable(byFile.get(file))
                .filter(held -> held.asked().equals(asked)
                        && held.edition().equals(edition)
                        && folder.resolve(file).toFile().length() == held.bytes());
    }

    /** A file of this name that somebody else put there. */
    Optional<Path> unrecorded(String file) {
        return Optional.of(folder.resolve(file)).filter(path -> !byFile.containsKey(file) && Files.exists(path));
    }

    Path part(String name) {
        return folder.resolve(PARTS).resolve(name);
    }

    /** Puts a part that was found to be whole in its place, and writes down what it is. */
    void place(Path part, Held held) {
        move(part, folder.resolve(held.file()));
        record(held);
    }

    void record(Held held) {
        byFile.put(held.file(), held);
        Path written = part(RECORD);
        try {
            Files.write(written, Json.write(new Written(List.copyOf(byFile.values()))));
        } catch (IOException e) {
            Conversation.unwritable(written, e);
        }
        move(written, folder.resolve(RECORD));
    }

    static Held held(String file, Wanted wanted, Announced announced, FileFacts facts, String now) {
        return new Held(file, wanted.asked(), announced.edition(), facts.sha256(), facts.bytes(), facts.rows(), now);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Conversation.unwritable(to, e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock.isPresent()) lock.get().close();
        } catch (IOException e) {
            Conversation.unwritable(folder.resolve(LOCK), e);
        }
    }
}
