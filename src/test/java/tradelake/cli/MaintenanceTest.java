package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.DrawnRuns;
import tradelake.lake.Lake;
import tradelake.lake.Lock;
import tradelake.lake.ObjectStore;
import tradelake.lake.TestSession;
import tradelake.lake.TryLater;

class MaintenanceTest {
    private static final Duration EXPIRY = Duration.ofHours(1);

    @TempDir
    Path folder;

    private Lake lake;
    private DrawnRuns runs;

    @BeforeEach
    void open() {
        lake = new Lake(
                TestSession.get(), new ObjectStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration()));
        runs = new DrawnRuns(lake);
    }

    /** @param ended added to the time at which they end; Delta keeps whatever was replaced in the hour before */
    private void threeRuns(Duration ended) {
        for (int run = 1; run <= 3; run++) runs.publish(run, ended);
    }

    private Maintenance.Outcome keep(int kept) {
        return new Maintenance(lake, List.of(DrawnRuns.TABLE), EXPIRY).keep(kept);
    }

    private List<Integer> read(int run) {
        return runs.values(run);
    }

    @Test
    void whatTheKeptRunsStandOnStays() {
        threeRuns(Duration.ZERO);
        Maintenance.Outcome outcome = keep(3);
        assertThat(outcome.oldest()).contains("000001");
        for (int run = 1; run <= 3; run++) assertThat(read(run)).containsExactly(run);
    }

    @Test
    void whatNoneOfThemStandsOnIsGoneAndReadersSeeWhatTheySaw() {
        threeRuns(Duration.ofHours(1));
        Maintenance.Outcome outcome = keep(1);
        assertThat(outcome.oldest()).contains("000003");
        assertThat(outcome.tables()).singleElement().satisfies(table -> {
            assertThat(table.freed()).isPositive();
            assertThat(lake.bytes(DrawnRuns.TABLE)).isEqualTo(table.bytes() - table.freed());
        });
        assertThat(read(3)).containsExactly(3);
        assertThatThrownBy(() -> read(2)).rootCause().hasMessageContaining("does not exist");
    }

    @Test
    void nothingIsDeletedWhileAnotherWrites() {
        threeRuns(Duration.ofHours(1));
        try (Lock other = Lock.acquire(lake.store(), EXPIRY, Clock.systemUTC())) {
            assertThatThrownBy(() -> keep(1)).isInstanceOf(TryLater.class);
            other.require();
        }
        assertThat(read(1)).containsExactly(1);
    }
}
