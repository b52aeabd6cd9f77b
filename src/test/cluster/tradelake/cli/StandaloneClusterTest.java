package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refresh on a standalone cluster that loses one of its two workers at work. Some 4 minutes. */
@Tag("acceptance")
@Tag("trial")
class StandaloneClusterTest {
    @TempDir
    Path folder;

    @Test
    void thoughAWorkerIsKilledTheTablesAreThoseOfOneMachine() throws Exception {
        TestLake alone = SmallLake.refreshed();
        Path lake = folder.resolve("lake");
        try (SparkCluster cluster = new SparkCluster(folder)) {
            List<String> options = new ArrayList<>();
            for (String conf : List.of("spark.executor.memory=800m", "spark.sql.shuffle.partitions=4"))
                options.addAll(List.of("--conf", conf));
            SmallLake.PLANS.forEach(plan -> options.addAll(List.of("--conf", plan)));
            ToldProcess refresh =
                    cluster.submit(options, SmallLake.refresh(SmallLake.input().toString(), lake.toString()));
            refresh.await("^gold.regional_shares: ");
            assertThat(cluster.killAWorker()).as("executors that died").isPositive();
            assertThat(refresh.exitCode()).as(refresh.said()).isZero();
            assertThat(refresh.said()).contains("published");
        }
        SameTables.assertSame(new TestLake(lake), alone, TestLake.tables());
    }
}
