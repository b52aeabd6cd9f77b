package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** Each look at the clock is an hour later; the second, that of the first renewal, fails. */
    private static final class HourlyClock extends Clock {
        private static final int LOOKS = 4;

        private final Instant start = Instant.now();
        private final AtomicInteger looks = new AtomicInteger();
        private final CountDownLatch renewed = new CountDownLatch(LOOKS);

        @Override
        public Instant instant() {
            int look = looks.getAndIncrement();
            renewed.countDown();
            if (look == 1) throw new IllegalStateException("the clock is away for a moment");
            return start.plus(look, ChronoUnit.HOURS);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** The fourth look is that of the third renewal, so the second has been written. */
    @Test
    void aLivingHolderRenewsItsTimeEvenAfterARenewalFailed() throws InterruptedException {
        HourlyClock clock = new HourlyClock();
        try (Lock held = Lock.acquire(store, Duration.ofMillis(30), clock)) {
            assertThat(clock.renewed.await(1, TimeUnit.MINUTES)).isTrue();
            Clock afterFirstExpiry = Clock.fixed(clock.start.plus(2, ChronoUnit.HOURS), ZoneOffset.UTC);
            assertThatThrownBy(() -> acquire(afterFirstExpiry)).isInstanceOf(TryLater.class);
            held.require();
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
