package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.harmonise.Flows;
import tradelake.indicators.RegionalShares;
import tradelake.lake.BadInput;
import tradelake.lake.DrawnRuns;
import tradelake.lake.Listing;
import tradelake.lake.Lock;
import tradelake.lake.Manifest;
import tradelake.reference.Columns;
import tradelake.sources.Releases;

/** A researcher beside a lake that he may not write, while a refresh of it holds its lock. */
class WorkspaceLakeTest {
    @TempDir
    Path folder;

    /** Six months of Viet Nam (704) are in no share but his own: 40 of 100 go to China (156), the rest to the USA (842). */
    @Test
    void hisSettingGivesHimOtherSharesAndLeavesTheLakeAlone() throws Exception {
        Path input = folder.resolve("input");
        DrawnFiles.bulk(
                input.resolve("vnm.gz"),
                """
                year reporter freqCode period flow partner classification cmd    value
                2019 704      M        201901 X    156     H5             850440 40
                2019 704      M        201902 X    842     H5             850440 60
                """);
        TestLake lake = new TestLake(folder.resolve("lake"), "years=2019-2019");
        lake.makeShares(input);
        DrawnRuns.publishTheLast(lake.store());
        String before = Listing.of(folder.resolve("lake"));
        TestLake mine;
        try (Lock refresh = Lock.acquire(lake.store(), Duration.ofMinutes(10), Clock.systemUTC())) {
            String locked = Listing.of(folder.resolve("lake"));
            mine = lake.beside(folder.resolve("mine"), "years=2019-2019", "shares.least-months=2");
            mine.makeShares();
            assertThat(Listing.of(folder.resolve("lake"))).isEqualTo(locked);
            refresh.require();
        }
        assertThat(exportShares(lake)).isEmpty();
        assertThat(exportShares(mine)).isNotEmpty().allSatisfy(row -> assertThat(RegionalShares.INTRA_SHARE.in(row))
                .isCloseTo(40.0 / (40 + 60), within(1e-12)));
        Manifest made = mine.latest();
        assertThat(made.tables().get(Releases.TABLE.name()).lake()).endsWith("/lake");
        assertThat(made.tables().get(Flows.TABLE.name()).lake()).isNull();
        assertThat(Listing.of(folder.resolve("lake/silver")))
                .as("of the listing before")
                .isSubstringOf(before);
        TestLake his = mine;
        assertThatThrownBy(() -> his.ingest(input))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is a workspace: files are taken into and out of its lake, ");
    }

    /** Of RCEP, in all goods that are known. */
    private static List<Row> exportShares(TestLake lake) {
        return lake.read(RegionalShares.TABLE)
                .filter(Columns.GROUP_ID
                        .col()
                        .equalTo("RCEP")
                        .and(Columns.FLOW_OR_BOTH.col().equalTo("X"))
                        .and(RegionalShares.INTRA_SHARE.col().isNotNull()))
                .collectAsList();
    }
}
