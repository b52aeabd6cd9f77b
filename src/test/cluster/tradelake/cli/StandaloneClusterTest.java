package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
            ToldProcess refresh = cluster.submit(
                    List.of(
                            "--conf",
                            "spark.executor.memory=800m",
                            "--conf",
                            "spark.sql.shuffle.partitions=4",
                            "--conf",
                            "spark.sql.codegen.wholeStage=false",
                            "--conf",
                            "spark.sql.codegen.factoryMode=NO_CODEGEN"),
                    List.of("refresh", "--input", SmallLake.input().toString(), "--lake", lake.toString()));
            refresh.await("^gold.regional_shares: \\d+ of \\d+ tasks");
            assertThat(cluster.killAWorker()).as("executors that died").isPositive();
            assertThat(refresh.exitCode()).as(refresh.said()).isZero();
            assertThat(refresh.said()).contains("published");
        }
        SameTables.assertSame(new TestLake(lake), alone, TestLake.tables());
    }
}
