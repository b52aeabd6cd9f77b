package tradelake.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tradelake.lake.CheckFailed;
import tradelake.lake.Json;
import tradelake.lake.Layer;
import tradelake.lake.Manifest;
import tradelake.lake.ObjectStore;
import tradelake.lake.Settings;
import tradelake.lake.Table;
import tradelake.report.Report;

/**
 * The snapshots of a lake, LAKE/published: a folder each, and the file {@code current} that names the folder to read. In a folder
 * manifest.json is written last, and {@code current} moves after that: whatever dies before leaves readers where they were, and
 * a folder without a manifest is swept away by the next run. Only who holds the lake's lock may publish.
 */
public final class Snapshots {
    static final String FOLDER = "published/";
    static final String CURRENT = "current";

    private final ObjectStore store;
    private final int kept;
    private final long rowsInside;

    public Snapshots(ObjectStore store, Settings settings) {
        this.store = store;
        this.kept = settings.integer("snapshot.runs-kept");
        // A view would have to read from a remote store, which DuckDB cannot do without an extension.
        this.rowsInside =
                store.onThisMachine(FOLDER).isPresent() ? settings.wholeNumber("snapshot.rows-inside") : Long.MAX_VALUE;
    }

    /** Whether a snapshot is made from the table: gold is copied, and the run's record sums up some others. */
    public static boolean reads(Table table) {
        return table.layer() == Layer.GOLD || RunRecord.sumsUp(table);
    }

    /**
     * Makes the run what {@code current} names, unless it is already.
     *
     * @param sources every table of the run that a snapshot {@link #reads}
     * @param stillMine throws where the lake's lock was lost
     * @return what was done, or empty where nothing was to do
     */
    public Optional<String> publish(Manifest run, List<Source> sources, Runnable stillMine) {
        if (kept == 0) return none();
        Optional<Snapshot> last = current();
        if (last.filter(snapshot -> isGood(snapshot, run)).isPresent()) return Optional.empty();
        String name = freeName(run.run());
        try {
            String done = write(name, run, sources, last, stillMine);
            store.put(FOLDER + CURRENT, (name + "\n").getBytes(StandardCharsets.UTF_8));
            new Sweep(store, kept).after(name);
            return Optional.of(done);
        } catch (SQLException | IOException e) {
            throw new CheckFailed("Run %s is published, but not its snapshot in %s: %s. The next refresh tries again."
                    .formatted(run.run(), store.path(FOLDER + name), firstLine(e)));
        }
    }

    /** An old snapshot must not be taken for the published run. */
    private Optional<String> none() {
        store.delete(FOLDER + CURRENT);
        new Sweep(store, 0).after("");
        return Optional.empty();
    }

    /** Where the report that {@code current} leads to lies. */
    public static Optional<String> report(ObjectStore store) {
        return store.get(FOLDER + CURRENT)
                .map(name -> FOLDER + new String(name, StandardCharsets.UTF_8).strip() + "/" + Report.FILE)
                .filter(store::exists)
                .map(key -> store.onThisMachine(key).map(Path::toString).orElseGet(() -> store.path(key)
                        .toString()));
    }

    /** What {@code current} names, where it can be read. */
    private Optional<Snapshot> current() {
        return store.get(FOLDER + CURRENT)
                .map(name -> new String(name, StandardCharsets.UTF_8).strip())
                .flatMap(name -> store.get(FOLDER + name + "/" + Snapshot.MANIFEST))
                .flatMap(Snapshots::read);
    }

    private boolean isGood(Snapshot snapshot, Manifest run) {
        String folder = FOLDER + snapshot.name() + "/";
        return snapshot.format() == Snapshot.FORMAT
                && snapshot.run().equals(run.run())
                && snapshot.rowsInside() == rowsInside
                && snapshot.folder().equals(address(snapshot.name()))
                && store.names(folder).containsAll(List.of(Snapshot.DATABASE, Snapshot.README, Report.FILE));
    }

    /** The run's own name, or with a number behind it where a reader may have the folder open; what a kill left is overwritten. */
    private String freeName(String run) {
        String name = run;
        for (int i = 2; store.exists(FOLDER + name + "/" + Snapshot.MANIFEST); i++) name = run + "." + i;
        store.delete(FOLDER + name);
        return name;
    }

    /** Who lost the lock leaves no manifest, so that what never was current does not count among the runs that are kept. */
    private String write(String name, Manifest run, List<Source> sources, Optional<Snapshot> last, Runnable stillMine)
            throws SQLException, IOException {
        long start = System.nanoTime();
        try (Workplace place = Workplace.of(store, FOLDER + name, last)) {
            SnapshotWriter writer = new SnapshotWriter(run, place, address(name), rowsInside);
            Snapshot snapshot = writer.write(name, sources);
            Files.writeString(place.folder().resolve(Snapshot.README), SnapshotReadme.of(snapshot));
            report(place.folder());
            place.install();
            stillMine.run();
            store.put(FOLDER + name + "/" + Snapshot.MANIFEST, Json.write(snapshot));
            return "Snapshot of %d tables, %d of them written anew, in %.1f s: %s"
                    .formatted(
                            snapshot.tables().size(),
                            writer.written(),
                            (System.nanoTime() - start) / 1e9,
                            address(name));
        }
    }

    private static void report(Path folder) throws SQLException, IOException {
        try (Connection duck = Duck.reading(folder.resolve(Snapshot.DATABASE))) {
            Report.write(duck, folder.resolve(Report.FILE));
        }
    }

    private String address(String name) {
        return store.onThisMachine(FOLDER + name).map(Path::toString).orElseGet(() -> store.path(FOLDER + name)
                .toString());
    }

    /** A manifest that cannot be read is none: the snapshot is written anew. */
    private static Optional<Snapshot> read(byte[] manifest) {
        try {
            return Optional.of(Json.read(manifest, Snapshot.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }
}
