package tradelake.sources;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.lake.BadInput;

/** The lake's own copies of files, and where they may not lie. */
class OriginalsTest {
    private final Configuration hadoop = new Configuration();

    @TempDir
    java.nio.file.Path folder;

    @ParameterizedTest
    @CsvSource({
        "s3a://trade/, s3a://trade/lake",
        "s3a://trade, s3a://trade/lake",
        "s3a://trade/bulk, s3a://trade/bulk/lake",
        "s3a://trade/lake/raw, s3a://trade/lake",
        "/bulk, file:/bulk/lake",
        "file:///bulk/, /bulk",
        "/, file:/lake",
    })
    void oneInsideTheOtherIsRefused(String input, String lake) {
        assertThatThrownBy(() -> refuseNested(input, lake))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("one lies inside the other");
    }

    @ParameterizedTest
    @CsvSource({
        "s3a://trade/bulk, s3a://other/bulk/lake",
        "s3a://trade/bulk, s3a://trade/bulky/lake",
        "/bulk, s3a://trade/bulk/lake",
        "hdfs://a:9000/bulk, hdfs://b:9000/bulk/lake",
    })
    void placesApartAreTaken(String input, String lake) {
        assertThatCode(() -> refuseNested(input, lake)).doesNotThrowAnyException();
    }

    @Test
    void aCopyThatCannotBeMadeIsOneSentence() throws IOException {
        java.nio.file.Path file = Files.writeString(folder.resolve("vnm.gz"), "rows");
        Originals under = new Originals(new Path(file + "/raw"), true);
        assertThatThrownBy(() -> under.copy(DrawnRelease.at(file.toUri().toString(), "aaaaaaaa1"), hadoop))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("Cannot copy " + file.toUri().toString().replace("///", "/"))
                .hasMessageEndingWith("that there is room; or set raw.keep=false.");
    }

    @Test
    void whatCannotBeTidiedUpIsOneSentence() throws IOException {
        Files.createDirectories(folder.resolve("raw/.left/there"));
        Originals originals = new Originals(new Path(folder.resolve("raw").toUri()), true);
        assertThatThrownBy(() -> originals.sweep(hadoop))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(
                        "Cannot tidy up " + folder.toUri().getPath().replaceFirst("^", "file:"));
    }

    private void refuseNested(String input, String lake) {
        new Originals(new Path(lake, "raw"), true).refuseNested(List.of(new Path(input)), new Path(lake), hadoop);
    }
}
