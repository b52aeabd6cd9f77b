package tradelake.sources.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.sources.FileFacts;
import tradelake.sources.FirstPass;
import tradelake.sources.LoadedRows;

/** One world in every layout: whatever researchers downloaded it as, they get the same rows. */
class SameWorldTest {
    @TempDir
    static Path folder;

    private static List<FileFacts> bulk;

    @BeforeAll
    static void write() throws IOException {
        SameWorld world = new SameWorld(35_000, 7);
        for (SampleLayout layout : SampleLayout.values())
            world.write(folder.resolve(layout.name()), layout, 2019, 2019);
        bulk = facts(SampleLayout.BULK);
    }

    @Test
    void everyLayoutHasTheSameDatasetsRowsAndDollars() throws IOException {
        assertThat(bulk).hasSizeGreaterThan(10);
        for (SampleLayout layout : SampleLayout.values()) {
            List<FileFacts> others = facts(layout);
            assertThat(others).as(layout.name()).hasSameSizeAs(bulk);
            for (int i = 0; i < bulk.size(); i++) {
                FileFacts other = others.get(i);
                assertThat(other.message()).isEmpty();
                assertThat(other.synthetic()).isTrue();
                assertThat(other.rowsWithProblem()).isZero();
                assertThat(other.value()).as(other.path()).isEqualTo(bulk.get(i).value());
                assertThat(other.datasets()).isEqualTo(bulk.get(i).datasets());
            }
        }
    }

    @Test
    void everyLayoutHasTheSameCanonicalRows() throws IOException {
        List<LoadedRows> expected = rows(SampleLayout.BULK);
        for (SampleLayout layout : SampleLayout.values())
            assertThat(rows(layout)).as(layout.name()).isEqualTo(expected);
    }

    private static List<LoadedRows> rows(SampleLayout layout) throws IOException {
        return files(layout).map(LoadedRows::of).toList();
    }

    private static List<FileFacts> facts(SampleLayout layout) throws IOException {
        return new FirstPass(new Configuration(), 1)
                .over(files(layout)
                        .map(file -> new org.apache.hadoop.fs.Path(file.toUri()))
                        .toList());
    }

    private static Stream<Path> files(SampleLayout layout) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(layout.name()))) {
            return Arrays.stream(files.filter(file -> !file.toString().endsWith(".crc"))
                    .sorted()
                    .toArray(Path[]::new));
        }
    }
}
