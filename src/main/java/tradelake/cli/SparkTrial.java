package tradelake.cli;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import tradelake.lake.console.Human;

/** Starts Spark, writes a small Delta table into the lake's folder, reads it back, and leaves nothing behind. */
final class SparkTrial {
    private static final long ROWS = 1_000;

    private SparkTrial() {}

    static Check run(Setup setup) {
        long start = System.nanoTime();
        try (SparkSession session = SparkSessions.open(setup)) {
            Path folder = new Path(setup.lake(), "_doctor-" + UUID.randomUUID());
            long read = writeAndRead(session, folder);
            String took = Human.duration((System.nanoTime() - start) / 1e9);
            if (read != ROWS) return Check.failed("spark", "Wrote %d rows to Delta and read %d".formatted(ROWS, read));
            return Check.ok("spark", "Spark %s wrote and read a Delta table in %s".formatted(Versions.spark(), took));
        } catch (Exception e) {
            return Check.failed("spark", "Spark cannot work here: " + deepest(e));
        }
    }

    private static long writeAndRead(SparkSession session, Path folder) throws IOException {
        FileSystem fs = folder.getFileSystem(session.sparkContext().hadoopConfiguration());
        boolean made = !fs.exists(folder.getParent());
        try {
            session.range(ROWS).write().format("delta").save(folder.toString());
            return session.read()
                    .format("delta")
                    .load(folder.toString())
                    .distinct()
                    .count();
        } finally {
            fs.delete(made ? folder.getParent() : folder, true);
        }
    }

    private static String deepest(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause.getClass().getSimpleName() + ": "
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
