package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {
    private static final Duration EXPIRY = Duration.ofHours(1);
    private static final Clock NOW = Clock.systemUTC();

    @TempDir
    Path folder;

    private ObjectStore store;

    @BeforeEach
    void open() {
        store = new ObjectStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration());
    }

    private Lock acquire(Clock clock) {
        return Lock.acquire(store, EXPIRY, clock);
    }

    private static Clock later(Duration by) {
        return Clock.fixed(Instant.now().plus(by), ZoneOffset.UTC);
    }

    @Test
    void whileOneHoldsItAnotherMustTryLater() {
        try (Lock held = acquire(NOW)) {
            assertThatThrownBy(() -> acquire(NOW))
                    .isInstanceOf(TryLater.class)
                    .hasMessageContaining("is locked by")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            held.require();
        }
        try (Lock next = acquire(NOW)) {
            assertThat(next.number()).isEqualTo(2);
            assertThat(next.takenOver()).isFalse();
        }
    }

    @Test
    void aHolderWhoseTimeRanOutIsTakenOverAndToldSo() {
        Lock late = acquire(NOW);
        try (Lock taken = acquire(later(EXPIRY.plusMinutes(1)))) {
            assertThat(taken.takenOver()).isTrue();
            assertThatThrownBy(late::require).isInstanceOf(TryLater.class);
        }
    }

    @Test
    void aHolderWhoseProcessIsGoneIsTakenOverAtOnce() throws Exception {
        String gone = new String(store.get(file(acquire(NOW))).orElseThrow(), StandardCharsets.UTF_8)
                .replaceAll("\"born\" : \"[^\"]*\"", "\"born\" : \"1999-01-01T00:00:00Z\"");
        store.put("lock/000000000001.json", gone.getBytes(StandardCharsets.UTF_8));
        try (Lock taken = acquire(NOW)) {
            assertThat(taken.takenOver()).isTrue();
        }
    }

    private static String file(Lock lock) {
        return "lock/%012d.json".formatted(lock.number());
    }

    @Test
    void whoLostTheLockCannotPublish() {
        Runs runs = new Runs(store);
        Manifest first = manifest("000001");
        runs.publish(first, 0);
        long base = runs.lastPointer();
        runs.fence(base);
        assertThatThrownBy(() -> runs.publish(manifest("000002"), base)).isInstanceOf(TryLater.class);
        assertThat(runs.published()).contains(first);
    }

    private static Manifest manifest(String run) {
        return new Manifest(run, "published", "", "", "", "", List.of(), Map.of(), Map.of(), List.of());
    }

    @Test
    void ofManyWritersExactlyOneIsToldThatItWrote() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> writers = IntStream.range(0, 64)
                    .<Callable<Boolean>>mapToObj(i -> () -> store.putIfAbsent("some/one", new byte[] {(byte) i}))
                    .toList();
            long wrote = 0;
            for (var writer : pool.invokeAll(writers)) if (writer.get()) wrote++;
            assertThat(wrote).isEqualTo(1);
            assertThat(store.names("some")).containsExactly("one");
        } finally {
            pool.shutdownNow();
        }
    }
}
