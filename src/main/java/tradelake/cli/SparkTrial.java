package tradelake.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import tradelake.lake.ObjectStore;
import tradelake.lake.console.Human;

/**
 * Starts Spark, writes a small Delta table into the lake's folder, reads it back, lets several writers create one file, and leaves
 * nothing behind.
 */
final class SparkTrial {
    private static final long ROWS = 1_000;
    private static final int ROUNDS = 5;
    static final int WRITERS = 4;

    private SparkTrial() {}

    static Check run(Setup setup) {
        long start = System.nanoTime();
        try (SparkSession session = SparkSessions.open(setup)) {
            Path folder = new Path(setup.lake(), "_doctor-" + UUID.randomUUID());
            FileSystem fs = folder.getFileSystem(session.sparkContext().hadoopConfiguration());
            long read = in(folder, fs, () -> writeAndRead(session, folder));
            String took = Human.duration((System.nanoTime() - start) / 1e9);
            ObjectStore store = new ObjectStore(folder, fs.getConf());
            if (!in(folder, fs, () -> createsOnce(store::putIfAbsent)))
                return Check.failed(
                        "spark",
                        "Of %d writers of one file in %s not exactly one was told that it wrote: runs would not know of each other. Use another store."
                                .formatted(WRITERS, setup.lake()));
            if (read != ROWS) return Check.failed("spark", "Wrote %d rows to Delta and read %d".formatted(ROWS, read));
            return Check.ok("spark", "Spark %s wrote and read a Delta table in %s".formatted(Versions.spark(), took));
        } catch (Exception e) {
            return Check.failed("spark", "Spark cannot work here: " + deepest(e));
        }
    }

    /** Tries something in a folder of the lake that is deleted afterwards, and the lake's folder too where that was not there. */
    static <T> T in(Path folder, FileSystem fs, Callable<T> trial) throws Exception {
        boolean made = !fs.exists(folder.getParent());
        try {
            return trial.call();
        } finally {
            fs.delete(folder, true);
            if (made) deleteIfEmpty(folder.getParent(), fs);
        }
    }

    private static long writeAndRead(SparkSession session, Path folder) {
        session.range(ROWS).write().format("delta").save(folder.toString());
        return session.read().format("delta").load(folder.toString()).distinct().count();
    }

    /**
     * What locks, publication and Delta's commits on S3 stand on: of several at once exactly one creates a file, in each of some
     * rounds. A trial and no proof; some stores that speak like S3 ignore the condition, or look first and then write.
     */
    static boolean createsOnce(BiPredicate<String, byte[]> putIfAbsent) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String file = "once-" + round;
                if (winners(file, putIfAbsent, writers) != 1) return false;
            }
            return true;
        } finally {
            writers.shutdownNow();
        }
    }

    private static int winners(String file, BiPredicate<String, byte[]> putIfAbsent, ExecutorService writers)
            throws Exception {
        CountDownLatch together = new CountDownLatch(WRITERS);
        List<Future<Boolean>> told = new ArrayList<>();
        for (byte writer = 0; writer < WRITERS; writer++) {
            byte[] content = {writer};
            told.add(writers.submit(() -> {
                together.countDown();
                together.await();
                return putIfAbsent.test(file, content);
            }));
        }
        int winners = 0;
        for (Future<Boolean> wrote : told) if (wrote.get()) winners++;
        return winners;
    }

    /** A file system refuses what is not empty: somebody has begun to fill the lake meanwhile. */
    private static void deleteIfEmpty(Path lake, FileSystem fs) {
        try {
            fs.delete(lake, false);
        } catch (IOException e) {
            // It is theirs.
        }
    }

    private static String deepest(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause.getClass().getSimpleName() + ": "
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
