package tradelake.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tradelake.lake.Lake;
import tradelake.lake.Lock;
import tradelake.lake.Manifest;
import tradelake.lake.Runs;
import tradelake.lake.Table;

/**
 * Gives back the room of versions that nobody needs any more. What the kept runs stand on was there when the oldest of them
 * ended, so files that were replaced before that moment belong to none of them.
 */
final class Maintenance {
    private final Lake lake;
    private final Runs runs;
    private final List<Table> tables;
    private final Duration lockExpiry;
    private final Clock clock = Clock.systemUTC();

    Maintenance(Lake lake, List<Table> tables, Duration lockExpiry) {
        this.lake = lake;
        this.runs = new Runs(lake.store());
        this.tables = tables;
        this.lockExpiry = lockExpiry;
    }

    /** How much a table took and how much of that is free now. */
    record Freed(Table table, long bytes, long freed) {}

    /**
     * What was done.
     *
     * @param oldest the oldest run that can still be read; empty where none was published, and nothing was done
     */
    record Outcome(Optional<String> oldest, List<Freed> tables) {}

    /**
     * Deletes what no kept run needs, under the lake's lock.
     *
     * @param kept how many published runs stay readable, at least 1: the one that readers see among them
     */
    Outcome keep(int kept) {
        try (Lock lock = Lock.acquire(lake.store(), lockExpiry, clock)) {
            if (lock.takenOver()) runs.fence(runs.lastPointer());
            runs.closeDead(Instant.now(clock).toString());
            Optional<Manifest> oldest = runs.all().stream()
                    .filter(Manifest::isPublished)
                    .limit(kept)
                    .reduce((newer, older) -> older);
            List<Freed> freed = new ArrayList<>();
            oldest.ifPresent(run -> freed.addAll(free(run, lock)));
            return new Outcome(oldest.map(Manifest::run), freed);
        }
    }

    private List<Freed> free(Manifest oldest, Lock lock) {
        Instant since = Instant.parse(oldest.finished());
        List<Freed> freed = new ArrayList<>();
        for (Table table : tables) {
            if (!lake.exists(table)) continue;
            lock.require();
            long before = lake.bytes(table);
            lake.vacuum(table, Duration.between(since, Instant.now(clock)));
            freed.add(new Freed(table, before, before - lake.bytes(table)));
        }
        return freed;
    }
}
