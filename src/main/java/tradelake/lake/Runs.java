package tradelake.lake;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The manifests of a lake and the pointer to the published one. The pointer is a numbered file put if absent: publishing is
 * writing the number after the one that was the last when the run began, so of two runs that began together only one can
 * publish, and readers take the greatest number.
 */
public final class Runs {
    private static final String FOLDER = "runs/";
    private static final String POINTERS = "runs/published/";

    private final ObjectStore store;

    public Runs(ObjectStore store) {
        this.store = store;
    }

    /** What a pointer says: the run that readers see, or "" for none yet. */
    record Pointer(String run, String note) {}

    /** All manifests, the newest first. */
    public List<Manifest> all() {
        return store.names(FOLDER).stream()
                .filter(name -> name.endsWith(".json"))
                .sorted(Comparator.reverseOrder())
                .map(name -> manifest(FOLDER + name))
                .toList();
    }

    /** The one run whose id this is or begins with, or whose number it is: 3 is 000003-20261122T033035Z. */
    public Manifest named(String id) {
        List<String> ids = store.names(FOLDER).stream()
                .filter(name -> name.endsWith(".json"))
                .map(name -> name.replace(".json", ""))
                .sorted(Comparator.reverseOrder())
                .toList();
        String beginning = id.matches("\\d{1,5}") ? "0".repeat(6 - id.length()) + id + "-" : id;
        List<String> found =
                ids.stream().filter(run -> run.startsWith(beginning)).toList();
        if (found.size() == 1) return manifest(FOLDER + found.get(0) + ".json");
        throw new BadInput(
                found.isEmpty()
                        ? "There is no run %s: `tradelake runs` lists them, the newest is %s."
                                .formatted(id, ids.isEmpty() ? "none" : ids.get(0))
                        : "%s is the beginning of %d runs: give more of it.".formatted(id, found.size()));
    }

    /** The newest manifest, finished or not: its tables are good, because a table is named only after its audit. */
    public Optional<Manifest> latest() {
        return store.names(FOLDER).stream()
                .filter(name -> name.endsWith(".json"))
                .max(Comparator.naturalOrder())
                .map(name -> manifest(FOLDER + name));
    }

    /** The run that readers see, or empty before the first. */
    public Optional<Manifest> published() {
        long last = lastPointer();
        if (last == 0) return Optional.empty();
        String run = parse(POINTERS + pointerName(last), Pointer.class).run();
        return run.isEmpty() ? Optional.empty() : Optional.of(manifest(FOLDER + run + ".json"));
    }

    /** Ends runs that are said to be running, though their lock is free or taken over: whoever led them was killed. */
    public void closeDead(String now) {
        all().stream()
                .filter(run -> run.status().equals(Manifest.RUNNING))
                .forEach(
                        run -> save(run.ended("failed", now, "Ended without a word: killed, or its machine stopped.")));
    }

    void save(Manifest manifest) {
        store.put(FOLDER + manifest.run() + ".json", Json.write(manifest));
    }

    /** The number of the last pointer, 0 before the first: what {@link #publish} must be given. */
    public long lastPointer() {
        List<String> names = store.names(POINTERS).stream()
                .filter(name -> name.endsWith(".json"))
                .toList();
        return names.isEmpty() ? 0 : Long.parseLong(names.get(names.size() - 1).replace(".json", ""));
    }

    /** Makes the run what readers see, unless another was published since {@code base}. */
    void publish(Manifest manifest, long base) {
        save(manifest);
        if (store.putIfAbsent(POINTERS + pointerName(base + 1), Json.write(new Pointer(manifest.run(), "")))) return;
        save(manifest.ended("built", manifest.finished(), manifest.message()));
        throw new TryLater("Another refresh published first; this run is kept as " + manifest.run()
                + " but readers do not see it. Run it again.");
    }

    /** Uses up the next number for what is published already, so that a run which lost its lock cannot publish. */
    public long fence(long base) {
        String run = base == 0
                ? ""
                : parse(POINTERS + pointerName(base), Pointer.class).run();
        Pointer again = new Pointer(run, "the lock was taken over; readers see what they saw");
        store.putIfAbsent(POINTERS + pointerName(base + 1), Json.write(again));
        return lastPointer();
    }

    private Manifest manifest(String key) {
        return parse(key, Manifest.class);
    }

    private <T> T parse(String key, Class<T> type) {
        try {
            return Json.read(store.get(key).orElseThrow(() -> new IOException("no such file")), type);
        } catch (IOException e) {
            throw new BadInput(
                    "Cannot read %s: %s. Restore it from a copy of the lake, or refresh into a new --lake."
                            .formatted(store.path(key), e.getMessage()),
                    e);
        }
    }

    private static String pointerName(long number) {
        return "%012d.json".formatted(number);
    }
}
