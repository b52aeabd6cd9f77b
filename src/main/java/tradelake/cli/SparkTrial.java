package tradelake.cli;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import tradelake.lake.ObjectStore;
import tradelake.lake.console.Human;

/** Starts Spark, writes a small Delta table into the lake's folder, reads it back, and leaves nothing behind. */
final class SparkTrial {
    private static final long ROWS = 1_000;

    private SparkTrial() {}

    static Check run(Setup setup) {
        long start = System.nanoTime();
        try (SparkSession session = SparkSessions.open(setup)) {
            Path folder = new Path(setup.lake(), "_doctor-" + UUID.randomUUID());
            FileSystem fs = folder.getFileSystem(session.sparkContext().hadoopConfiguration());
            long read = in(folder, fs, () -> writeAndRead(session, folder));
            String took = Human.duration((System.nanoTime() - start) / 1e9);
            if (!in(folder, fs, () -> createsOnce(folder, fs)))
                return Check.failed(
                        "spark",
                        "Two writers could create one file in %s: runs would not know of each other. Use another store."
                                .formatted(setup.lake()));
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

    /** What locks, publication and Delta's commits on S3 stand on; some stores that speak like S3 ignore the condition. */
    private static boolean createsOnce(Path folder, FileSystem fs) {
        ObjectStore store = new ObjectStore(folder, fs.getConf());
        return store.putIfAbsent("once", new byte[] {1}) && !store.putIfAbsent("once", new byte[] {2});
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
