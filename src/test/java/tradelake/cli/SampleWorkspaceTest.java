package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.Listing;
import tradelake.serve.Answer;
import tradelake.serve.SnapshotReader;

/** The program makes a workspace beside the lake of the sample, with one scenario more; both answer, and the lake is as it was. */
@Tag("acceptance")
class SampleWorkspaceTest {
    private static final String SCENARIOS = "SELECT DISTINCT scenario FROM gold.scenario_country ORDER BY 1";
    private static final String LENT = "SELECT round(sum(intra_share), 6) FROM gold.regional_shares WHERE is_headline";

    @TempDir
    Path folder;

    @Test
    void itHoldsTheTablesOfItsScenariosAndLeadsToTheRest() throws Exception {
        Path lake = SampleLake.published(), mine = folder.resolve("mine");
        String before = Listing.of(lake);
        TradelakeProcess build = TradelakeProcess.startLarge(
                folder.resolve("build.log"),
                List.of(
                        "build",
                        "--lake",
                        lake.toString(),
                        "--out",
                        mine.toString(),
                        "--set",
                        "scenarios.run=[us-2025-08-31, us-2024]"));
        assertThat(build.exitCode()).as(Files.readString(build.log())).isZero();
        assertThat(Files.readString(build.log()))
                .contains("Settings that differ: scenarios.run = us-2025-08-31, us-2024");
        assertThat(ask(mine, SCENARIOS)).containsExactly("us-2024", "us-2025-08-31");
        assertThat(ask(lake, SCENARIOS)).containsExactly("us-2025-08-31");
        assertThat(ask(mine, LENT)).isEqualTo(ask(lake, LENT));
        assertThat(mine.toFile().list())
                .containsExactlyInAnyOrder("gold", "lock", "published", "runs", "workspace.json");
        assertThat(mine.resolve("gold").toFile().list())
                .containsExactlyInAnyOrder(
                        "applied_tariffs", "effective_tariffs", "scenario_bilateral", "scenario_country");
        assertThat(Listing.of(lake)).isEqualTo(before);
    }

    private static List<String> ask(Path lake, String sql) {
        try (SnapshotReader reader = SnapshotReader.open(lake).orElseThrow();
                Answer answer = reader.query(sql)) {
            List<String> values = new ArrayList<>();
            answer.forEachRemaining(row -> values.add(String.valueOf(row[0])));
            return values;
        }
    }
}
