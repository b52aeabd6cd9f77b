package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
    private static final Table RAINFALL = PipelineTest.RAINFALL;

    /** After so many commits Delta sums up the log in a Parquet file, a checkpoint. */
    private static final int CHECKPOINT = 10;

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = new Lake(
                TestSession.get(), new ObjectStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration()));
    }

    /** Beside them lie the files of other versions; a partition's folder may have any name; a checkpoint changes nothing. */
    @Test
    void the_files_of_a_version_hold_its_rows_before_and_after_a_checkpoint() {
        lake.createAnew(RAINFALL);
        int last = CHECKPOINT + 2;
        for (int version = 1; version <= last; version++) rain("50 % ü/" + version % 2, version);

        assertThat(lake.store().names("bronze/rainfall/_delta_log"))
                .as("what this test is about")
                .anyMatch(name -> name.endsWith(".checkpoint.parquet"));
        assertThat(lake.files(RAINFALL, state(0))).isEmpty();
        assertThat(hours(1)).containsExactly(1);
        for (int version = 2; version <= last; version++)
            assertThat(hours(version)).as("version %d", version).containsExactly(version - 1, version);
    }

    /** Replaces what is known of the place. */
    private void rain(String place, int hour) {
        Row row = RowFactory.create(place, hour, 1.0);
        lake.overwritePartitions(
                RAINFALL, lake.spark().createDataFrame(List.of(row), RAINFALL.schema()), "rain of hour " + hour);
    }

    private static Manifest.TableState state(int version) {
        return new Manifest.TableState(version, "", "", "", 0, Map.of(), "");
    }

    /** The hours in the files of a version. */
    private List<Integer> hours(int version) {
        String[] files = lake.files(RAINFALL, state(version)).stream()
                .map(org.apache.hadoop.fs.Path::toString)
                .toArray(String[]::new);
        return lake.spark().read().parquet(files).select(PipelineTest.HOUR.col()).collectAsList().stream()
                .map(row -> row.getInt(0))
                .sorted()
                .toList();
    }
}
