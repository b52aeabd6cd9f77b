package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradelake.lake.BadInput;

class SparkSessionsTest {
    private static final Map<String, String> NONE = Map.of();

    @ParameterizedTest
    @ValueSource(strings = {"local[0]", "spark://host:7077x", "spark:/host:7077", "yarm", "local[two]"})
    void aMasterThatCannotBeIsRefusedBeforeSparkStarts(String master) {
        assertThatThrownBy(() -> SparkSessions.options(Optional.of(master), NONE, NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("Cannot use the Spark master " + master);
    }

    @Test
    void aloneItRunsOnThisMachineAndListensToNobodyElse() {
        assertThat(SparkSessions.options(Optional.empty(), NONE, NONE))
                .containsEntry("spark.master", "local[*,2]")
                .containsEntry("spark.driver.host", "127.0.0.1")
                .containsEntry("spark.ui.enabled", "false")
                .containsEntry("spark.sql.session.timeZone", "UTC")
                .containsEntry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .containsEntry("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    }

    @Test
    void shufflesAreTwiceTheCores() {
        assertThat(SparkSessions.options(Optional.of("local[3]"), NONE, NONE))
                .containsEntry("spark.sql.shuffle.partitions", "6");
        assertThat(SparkSessions.options(Optional.of("local[3, 2]"), NONE, NONE))
                .containsEntry("spark.sql.shuffle.partitions", "6");
        assertThat(SparkSessions.options(Optional.of("local"), NONE, NONE))
                .containsEntry("spark.sql.shuffle.partitions", "2");
    }

    @Test
    void underSparkSubmitItsOptionsStandAndNothingLocalIsAdded() {
        var options = SparkSessions.options(
                Optional.empty(), Map.of("spark.master", "spark://h:7077", "spark.sql.session.timeZone", "CET"), NONE);
        assertThat(options)
                .containsEntry("spark.master", "spark://h:7077")
                .containsEntry("spark.sql.session.timeZone", "CET")
                .containsEntry("spark.hadoop.fs.s3a.retry.throttle.limit", "8")
                .containsEntry("spark.hadoop.fs.s3a.retry.throttle.interval", "500ms")
                .containsEntry("spark.log.level", "WARN")
                .containsEntry("spark.delta.logStore.s3a.impl", "tradelake.lake.S3LogStore")
                .containsEntry("spark.delta.logStore.s3.impl", "tradelake.lake.S3LogStore")
                .hasEntrySatisfying("spark.executor.defaultJavaOptions", java -> assertThat(java)
                        .contains("-Duser.language=en"))
                .doesNotContainKeys("spark.driver.host", "spark.ui.enabled", "spark.sql.shuffle.partitions");
    }

    @Test
    void theSettingsWinOverSparkSubmitAndTheOptionOverTheSettings() {
        var options = SparkSessions.options(
                Optional.of("local[2]"),
                Map.of("spark.master", "yarn", "spark.executor.memory", "2g"),
                Map.of("spark.master", "local[8]", "spark.executor.memory", "4g", "spark.ui.enabled", "true"));
        assertThat(options)
                .containsEntry("spark.master", "local[2]")
                .containsEntry("spark.executor.memory", "4g")
                .containsEntry("spark.ui.enabled", "true");
    }

    @Test
    void othersExtensionsStayBesideDelta() {
        assertThat(SparkSessions.options(Optional.empty(), NONE, Map.of("spark.sql.extensions", "x.Y")))
                .containsEntry("spark.sql.extensions", "x.Y,io.delta.sql.DeltaSparkSessionExtension");
        assertThat(SparkSessions.options(
                        Optional.empty(),
                        NONE,
                        Map.of("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension,x.Y")))
                .containsEntry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension,x.Y");
    }
}
