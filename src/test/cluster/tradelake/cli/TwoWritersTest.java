package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.storage.S3SingleDriverLogStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.TestSession;
import tradelake.s3.S3Server;
import tradelake.s3.Weather;

/**
 * Two processes append to one table on S3 at once. The first commits of both are held back until both have come, so that they
 * meet for certain: Delta's own log store then loses one and tells both that they wrote, ours loses none. Some 40 s.
 */
@Tag("acceptance")
class TwoWritersTest {
    private static final int COMMITS = 4;
    private static final String FIRST_COMMIT = "/_delta_log/00000000000000000001.json";

    @TempDir
    Path folder;

    @Test
    void noneOfTheirCommitsIsLost() throws Exception {
        try (S3Server server = new S3Server("two-writers")) {
            server.open(hadoop());
            hadoop().set("fs.s3.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem");
            String ours = server.address("ours");
            String deltas = server.address("deltas").replace("s3a:", "s3:");
            for (String table : List.of(ours, deltas))
                spark().range(0).write().format("delta").save(table);
            CyclicBarrier both = new CyclicBarrier(2);
            server.relay().weather(request -> {
                if (request.method().equals("PUT") && request.path().endsWith(FIRST_COMMIT)) meet(both);
                return Weather.Fault.NONE;
            });
            append(server, deltas, "1", ours, String.valueOf(COMMITS));
            assertThat(rows(ours)).isEqualTo(2L * COMMITS * AppendingWriter.ROWS);
            assertThat(rows(deltas)).as("by Delta's own log store").isEqualTo(AppendingWriter.ROWS);
        }
    }

    private void append(S3Server server, String... tables) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        server.settings().forEach((key, value) -> arguments.add("spark.hadoop." + key + "=" + value));
        arguments.add("spark.hadoop.fs.s3.impl=org.apache.hadoop.fs.s3a.S3AFileSystem");
        arguments.add("spark.delta.logStore.s3.impl=" + S3SingleDriverLogStore.class.getName());
        arguments.addAll(List.of(tables));
        List<TestProcess> writers = new ArrayList<>();
        for (String name : List.of("first", "second"))
            writers.add(TestProcess.of(AppendingWriter.class, folder.resolve(name + ".log"), arguments));
        for (TestProcess writer : writers)
            assertThat(writer.exitCode()).as(Files.readString(writer.log())).isZero();
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(2, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException("The other writer did not come.", e);
        }
    }

    private static long rows(String table) {
        return spark().read().format("delta").load(table).count();
    }

    private static SparkSession spark() {
        return TestSession.get();
    }

    private static org.apache.hadoop.conf.Configuration hadoop() {
        return spark().sparkContext().hadoopConfiguration();
    }
}
