package tradelake.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tradelake.lake.ObjectStore;

/**
 * The folder on this machine in which a snapshot is made: its final place where the lake lies on this machine, else a temporary
 * folder, into which files are fetched and from which they are put into the lake.
 */
final class Workplace implements AutoCloseable {
    private final ObjectStore store;
    private final String key;
    private final Path folder;
    private final Path scratch;
    private final boolean remote;
    private final Optional<Snapshot> last;

    private Workplace(ObjectStore store, String key, Path folder, boolean remote, Optional<Snapshot> last)
            throws IOException {
        this.store = store;
        this.key = key;
        this.folder = Files.createDirectories(folder);
        this.scratch = Files.createDirectories(folder.resolve(".scratch"));
        this.remote = remote;
        this.last = last;
    }

    /**
     * A place for what will stand under the key.
     *
     * @param last the snapshot before
     */
    static Workplace of(ObjectStore store, String key, Optional<Snapshot> last) throws IOException {
        Optional<Path> here = store.onThisMachine(key);
        Path folder = here.isPresent() ? here.get() : Files.createTempDirectory("tradelake-snapshot");
        return new Workplace(store, key, folder, here.isEmpty(), last);
    }

    Path folder() {
        return folder;
    }

    /** For what need not outlive this place. */
    Path scratch() {
        return scratch;
    }

    /** The Parquet file of the last snapshot where the table has not changed since. */
    Optional<Path> unchanged(Source source) throws IOException {
        Optional<String> file = last.flatMap(
                        snapshot -> snapshot.fileOf(source.table().name(), source.state())
                                .map(name -> Snapshots.FOLDER + snapshot.name() + "/" + name))
                .filter(store::exists);
        if (file.isEmpty()) return Optional.empty();
        return Optional.of(
                remote
                        ? fetched(store.path(file.get()))
                        : store.onThisMachine(file.get()).orElseThrow());
    }

    /** The files of the table's pinned version. */
    List<Path> files(Source source) throws IOException {
        List<Path> files = new ArrayList<>();
        for (org.apache.hadoop.fs.Path file : source.files().get())
            files.add(isHere(file) ? Path.of(file.toUri().getPath()) : fetched(file));
        return files;
    }

    /** Whether readers of the snapshot can be led to these files: to what another lake lends, where all is on this machine. */
    boolean canLeadTo(Source source) {
        return !remote
                && source.state().lent()
                && isHere(new org.apache.hadoop.fs.Path(source.state().lake()));
    }

    private static boolean isHere(org.apache.hadoop.fs.Path file) {
        String scheme = file.toUri().getScheme();
        return scheme == null || scheme.equals("file");
    }

    private Path fetched(org.apache.hadoop.fs.Path file) throws IOException {
        Path here = Files.createTempDirectory(scratch, "").resolve(file.getName());
        store.fetch(file, here);
        return here;
    }

    /** Puts everything but scratch where readers look. */
    void install() throws IOException {
        deleteAll(scratch);
        if (!remote) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                store.putFile(key + "/" + folder.relativize(file).toString().replace('\\', '/'), file);
        }
    }

    @Override
    public void close() throws IOException {
        deleteAll(remote ? folder : scratch);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
