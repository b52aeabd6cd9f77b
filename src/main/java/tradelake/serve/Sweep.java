package tradelake.serve;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import tradelake.lake.ObjectStore;

/** Removes old snapshots: all but the newest few, and what was left half-made; never one that somebody has open. */
final class Sweep {
    private final ObjectStore store;
    private final int kept;

    /** A sweep of a lake's snapshots that leaves this many. */
    Sweep(ObjectStore store, int kept) {
        this.store = store;
        this.kept = kept;
    }

    /**
     * Removes what need not be kept.
     *
     * @param current what readers are told to read
     */
    void after(String current) {
        List<String> others = store.names(Snapshots.FOLDER).stream()
                .filter(name -> !name.equals(Snapshots.CURRENT) && !name.equals(current))
                .sorted(Comparator.reverseOrder())
                .toList();
        List<String> whole = others.stream().filter(this::isWhole).toList();
        others.stream()
                .filter(name -> whole.indexOf(name) < 0 || whole.indexOf(name) >= kept - 1)
                .filter(name -> !isOpen(name))
                .forEach(this::remove);
    }

    private boolean isWhole(String name) {
        return store.exists(Snapshots.FOLDER + name + "/" + Snapshot.MANIFEST);
    }

    /** DuckDB holds a lock on the file while a reader has it open; a store elsewhere knows of no locks. */
    private boolean isOpen(String name) {
        Path file = store.onThisMachine(Snapshots.FOLDER + name + "/" + Snapshot.DATABASE)
                .orElse(null);
        if (file == null || !Files.exists(file)) return false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            return true;
        }
    }

    /** The manifest first: a folder without one is swept away by the next run. */
    private void remove(String name) {
        store.delete(Snapshots.FOLDER + name + "/" + Snapshot.MANIFEST);
        store.delete(Snapshots.FOLDER + name);
    }
}
