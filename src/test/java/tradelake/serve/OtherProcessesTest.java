package tradelake.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs beside this one: readers whom publishing does not disturb, and publishers that are killed. */
class OtherProcessesTest {
    private static final String PYTHON =
            """
            import duckdb, sys, threading
            duck = duckdb.connect(sys.argv[1] + "/tradelake.duckdb", read_only=True)
            def everything():
                read = []
                for (table,) in duck.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'gold' ORDER BY 1").fetchall():
                    read.append(table + " " + duck.execute("SELECT table_comment FROM information_schema.tables WHERE table_name = ?", [table]).fetchone()[0])
                    read.append(str(len(duck.execute("SELECT * FROM gold." + table).fetchall())))
                    read += [c for (c,) in duck.execute("SELECT comment FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table]).fetchall()]
                return "|".join(read)
            ended = threading.Event()
            threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
            while not ended.is_set(): print(everything(), flush=True)
            print(everything(), flush=True)
            """;

    @TempDir
    Path folder;

    @Test
    void anOpenReaderIsNotDisturbedByPublishingAndItsRunIsRemovedWhenItHasGone() throws Exception {
        DrawnLake lake = new DrawnLake(folder, "snapshot.runs-kept=1").filled();
        lake.publish("000001");
        try (OtherProcess reader = OtherProcess.of(ReadEverything.class, lake.published("000001"))) {
            String before = undisturbed(lake, reader);
            assertThat(before)
                    .contains(
                            "large A table with more rows. 较大的表。",
                            "|1000|",
                            "small A table of every type.",
                            "[current USD]");
        }
    }

    @Test
    @Tag("acceptance")
    void soIsPython() throws Exception {
        assumeTrue(
                new ProcessBuilder("python3", "-c", "import duckdb").start().waitFor() == 0,
                "python3 with the package duckdb is not here");
        DrawnLake lake = new DrawnLake(folder, "snapshot.runs-kept=1").filled();
        lake.publish("000001");
        try (OtherProcess reader = OtherProcess.of(
                "python3", "-c", PYTHON, lake.published("000001").toString())) {
            assertThat(undisturbed(lake, reader))
                    .contains("large A table with more rows. 较大的表。", "|1000|", "How much [current USD] 数值");
        }
    }

    /** What the reader reads, the same before and after four runs were published. */
    private static String undisturbed(DrawnLake lake, OtherProcess reader) throws IOException, InterruptedException {
        String before = reader.line();
        for (int run = 2; run <= 5; run++) {
            lake.writeLarge(run);
            lake.publish("00000" + run);
        }
        assertThat(lake.store().names("published")).containsExactly("000001", "000005", "current");
        assertThat(reader.end()).isEqualTo(before).isNotEmpty();
        lake.writeLarge(6);
        lake.publish("000006");
        assertThat(lake.store().names("published")).containsExactly("000006", "current");
        return before;
    }

    @RepeatedTest(2)
    void aPublisherThatIsKilledLeavesAWholeSnapshot() throws Exception {
        survivesAKill();
    }

    @RepeatedTest(10)
    @Tag("acceptance")
    void soItDoesTenTimes() throws Exception {
        survivesAKill();
    }

    private void survivesAKill() throws Exception {
        long seed = System.nanoTime();
        try (OtherProcess publisher = OtherProcess.of(PublishForEver.class, folder)) {
            assertThat(publisher.line()).isEqualTo("1");
            publisher.killAfter(new Random(seed).nextInt(400));
        }
        Object run = DrawnLake.ask(folder, "SELECT value::INTEGER FROM about WHERE name = 'run'")
                .get(0);
        assertThat(
                        DrawnLake.ask(
                                folder,
                                "SELECT sum(value) / sum(n) FROM gold.large JOIN range(1000) t(n) ON key = 'k' || lpad(n::VARCHAR, 4, '0')"))
                .as("seed %d", seed)
                .containsExactly(((Integer) run).doubleValue());
        assertThat(DrawnLake.ask(folder, "SELECT count(*) FROM gold.large")).containsExactly(1000L);
        DrawnLake next = new DrawnLake(folder, "snapshot.runs-kept=1").filled();
        next.publish("999999");
        assertThat(next.store().names("published")).containsExactly("999999", "current");
    }
}
