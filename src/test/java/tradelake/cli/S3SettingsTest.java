package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradelake.lake.Settings;

/** The settings files that are handed out for S3 and for clusters can be read, with what is commented out too. */
class S3SettingsTest {
    @Test
    void whatIsSetForS3ReachesHadoopByItsOwnName() throws IOException {
        String text = Files.readString(Path.of("conf/s3.conf"));
        Path file = Files.createTempFile("s3", ".conf");
        try {
            Files.writeString(
                    file, text.replaceAll("(?m)^# (?=spark[.])", "").replaceAll("[$][{]TRADE_SECRET[}]", "x"));
            assertThat(Settings.read(Optional.of(file), List.of()).spark())
                    .containsEntry("spark.hadoop.fs.s3a.endpoint", "https://s3.example.org")
                    .containsEntry("spark.hadoop.fs.s3a.endpoint.region", "us-east-1")
                    .containsEntry("spark.hadoop.fs.s3a.path.style.access", "true")
                    .containsEntry("spark.hadoop.fs.s3a.retry.throttle.limit", "8")
                    .containsEntry("spark.hadoop.fs.s3a.retry.throttle.interval", "500ms");
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "standalone", "yarn", "kubernetes"})
    void filesForSparkSubmitHoldOptionsOfSparkAlone(String cluster) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(Path.of("conf/spark", cluster + ".conf"))));
        assertThat(properties.stringPropertyNames()).isNotEmpty().allMatch(name -> name.startsWith("spark."));
        Map<String, String> submitted = new HashMap<>();
        properties.forEach((name, value) -> submitted.put(name.toString(), value.toString()));
        assertThat(SparkSessions.options(Optional.of("yarn"), submitted, Map.of()))
                .containsEntry("spark.delta.logStore.s3a.impl", "tradelake.lake.S3LogStore");
    }
}
