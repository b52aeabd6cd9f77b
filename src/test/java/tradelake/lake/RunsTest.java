package tradelake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
    @TempDir
    Path folder;

    @Test
    void ofTwoRunsThatBeganTogetherTheLaterIsBuiltAndReadersDoNotSeeIt() {
        Runs runs = new Runs(new ObjectStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration()));
        long base = runs.lastPointer();
        runs.publish(finished("000001"), base);
        assertThatThrownBy(() -> runs.publish(finished("000002"), base)).isInstanceOf(TryLater.class);
        assertThat(runs.published()).map(Manifest::run).contains("000001");
        assertThat(runs.all())
                .extracting(run -> run.run() + " " + run.status() + " " + run.finished())
                .containsExactly("000002 built noon", "000001 published noon");
    }

    @Test
    void aRunThatWasKilledIsSaidToHaveFailed() {
        Runs runs = new Runs(new ObjectStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration()));
        runs.save(Manifest.after(null, "000001", "morning", "test", List.of(), Map.of()));
        runs.save(finished("000002"));
        runs.closeDead("noon");
        assertThat(runs.all())
                .extracting(run -> run.run() + " " + run.status() + " " + run.finished())
                .containsExactly("000002 published noon", "000001 failed noon");
    }

    @Test
    void aRunIsNamedByItsNumberOrTheBeginningOfItsName() {
        Runs runs = new Runs(new ObjectStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration()));
        runs.save(finished("000001-20261122T010000Z"));
        runs.save(finished("000010-20261122T020000Z"));
        assertThat(runs.named("1").run()).isEqualTo("000001-20261122T010000Z");
        assertThat(runs.named("00001").run()).isEqualTo("000001-20261122T010000Z");
        assertThat(runs.named("000010").run()).isEqualTo("000010-20261122T020000Z");
        assertThatThrownBy(() -> runs.named("2"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("There is no run 2")
                .hasMessageContaining("000010-20261122T020000Z");
        assertThatThrownBy(() -> runs.named("0000-")).isInstanceOf(BadInput.class);
    }

    private static Manifest finished(String run) {
        return Manifest.after(null, run, "morning", "test", List.of(), Map.of()).ended("published", "noon", null);
    }
}
