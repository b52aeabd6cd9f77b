package tradelake.lake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer at a time: a numbered file that only one process can create. Taking the lock is creating number n + 1 after
 * number n was released, its process died, or its time ran out; the number is also the number of the run. A holder that
 * still lives renews its time from a daemon thread.
 */
public final class Lock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lock.class);
    private static final String FOLDER = "lock/";
    private static final String UNKNOWN_HOST = "unknown-host";

    private final ObjectStore store;
    private final long number;
    private final boolean takenOver;
    private final ScheduledExecutorService renewal;

    private Lock(ObjectStore store, long number, boolean takenOver, ScheduledExecutorService renewal) {
        this.store = store;
        this.number = number;
        this.takenOver = takenOver;
        this.renewal = renewal;
    }

    /** Who holds a lock. Times are ISO-8601 instants, {@code born} the start of the process, so that a reused pid is told apart. */
    record Holder(String user, String host, long pid, String born, String expires) {
        static Holder me(Instant expires) {
            ProcessHandle self = ProcessHandle.current();
            return new Holder(
                    System.getProperty("user.name"), hostName(), self.pid(), bornAt(self), expires.toString());
        }

        boolean isGone(Instant now) {
            return now.isAfter(Instant.parse(expires)) || isHere() && !isAlive();
        }

        /** Machines that cannot name themselves cannot be told apart. */
        private boolean isHere() {
            return !host.equals(UNKNOWN_HOST) && host.equals(hostName());
        }

        private boolean isAlive() {
            return ProcessHandle.of(pid)
                    .map(process -> bornAt(process).equals(born))
                    .orElse(false);
        }

        private static String bornAt(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toString).orElse("");
        }

        private static String hostName() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return UNKNOWN_HOST;
            }
        }
    }

    /** Takes the lock, or says who has it. Throws {@link TryLater} where another living process holds it. */
    public static Lock acquire(ObjectStore store, Duration expiry, Clock clock) {
        long last = lastNumber(store);
        Optional<Holder> holder = last == 0 || store.exists(released(last)) ? Optional.empty() : holder(store, last);
        holder.filter(other -> !other.isGone(clock.instant())).ifPresent(other -> {
            throw busy(store, other);
        });
        long mine = last + 1;
        if (!store.putIfAbsent(file(mine), Json.write(Holder.me(clock.instant().plus(expiry)))))
            throw busy(store, holder(store, mine).orElseThrow());
        forget(store, last - 1);
        return new Lock(store, mine, holder.isPresent(), renewing(store, mine, expiry, clock));
    }

    /** The number of this run, one more than that of the run before. */
    public long number() {
        return number;
    }

    /** Whether the holder before did not release it: what it may still write must be fenced off. */
    public boolean takenOver() {
        return takenOver;
    }

    /** Throws {@link TryLater} where somebody took the lock over meanwhile. */
    public void require() {
        if (lastNumber(store) != number)
            throw new TryLater(
                    "Another refresh took over the lake " + store.root()
                            + " because this one did not renew its lock in time; nothing of this run is published. Run it again.");
    }

    @Override
    public void close() {
        renewal.shutdownNow();
        store.putIfAbsent(released(number), new byte[0]);
    }

    private static ScheduledExecutorService renewing(ObjectStore store, long number, Duration expiry, Clock clock) {
        ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lock-renewal");
            thread.setDaemon(true);
            return thread;
        });
        long period = Math.max(1, expiry.toMillis() / 3);
        renewal.scheduleAtFixedRate(() -> renew(store, number, expiry, clock), period, period, TimeUnit.MILLISECONDS);
        return renewal;
    }

    /** A store that fails for a moment must not end the renewals: the next one comes in time. */
    private static void renew(ObjectStore store, long number, Duration expiry, Clock clock) {
        try {
            store.put(file(number), Json.write(Holder.me(clock.instant().plus(expiry))));
        } catch (RuntimeException e) {
            LOG.warn("Cannot renew the lock: {}", e.getMessage());
        }
    }

    private static TryLater busy(ObjectStore store, Holder holder) {
        return new TryLater("The lake %s is locked by %s, process %d on %s, until %s unless renewed. Try again later."
                .formatted(store.root(), holder.user(), holder.pid(), holder.host(), inSeconds(holder.expires())));
    }

    private static Instant inSeconds(String instant) {
        return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS);
    }

    private static long lastNumber(ObjectStore store) {
        List<String> names = store.names(FOLDER).stream()
                .filter(name -> name.endsWith(".json"))
                .toList();
        return names.isEmpty() ? 0 : Long.parseLong(names.get(names.size() - 1).replace(".json", ""));
    }

    private static Optional<Holder> holder(ObjectStore store, long number) {
        return store.get(file(number)).map(json -> {
            try {
                return Json.read(json, Holder.class);
            } catch (IOException e) {
                throw new BadInput(
                        "Cannot read the lock %s: %s. Delete it if no refresh is running."
                                .formatted(store.path(file(number)), e.getMessage()),
                        e);
            }
        });
    }

    private static void forget(ObjectStore store, long number) {
        if (number < 1) return;
        store.delete(released(number));
        store.delete(file(number));
    }

    private static String file(long number) {
        return FOLDER + "%012d.json".formatted(number);
    }

    private static String released(long number) {
        return FOLDER + "%012d.released".formatted(number);
    }
}
