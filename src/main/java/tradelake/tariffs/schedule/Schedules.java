package tradelake.tariffs.schedule;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The schedules in a folder such as conf/tariffs, each read once; importers without one have an empty one. */
public final class Schedules {
    private final Path folder;
    private final Map<String, Schedule> read = new HashMap<>();

    public Schedules(Path folder) {
        this.folder = folder;
    }

    public Schedule of(String importer) {
        return read.computeIfAbsent(importer, key -> has(key) ? Schedule.of(folder, key) : Schedule.empty(key));
    }

    public boolean has(String importer) {
        return Schedule.isThere(folder, importer);
    }
}
