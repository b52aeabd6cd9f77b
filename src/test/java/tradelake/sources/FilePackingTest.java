package tradelake.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilePackingTest {
    private static final long MEGABYTE = 1L << 20;

    @Test
    void smallFilesShareATask() {
        assertThat(new FilePacking(4).pack(files(10, 10_000))).hasSize(1);
    }

    @Test
    void largeFilesAreSpreadEvenly() {
        assertThat(new FilePacking(4).pack(files(8, 5 * MEGABYTE))).hasSize(4).allMatch(task -> task.size() == 2);
    }

    @Test
    void manyFilesMakeMoreTasksThanThereAreCores() {
        assertThat(new FilePacking(2).pack(files(100, 10 * MEGABYTE))).hasSizeGreaterThan(30);
    }

    @Test
    void noFilesAreNoTask() {
        assertThat(new FilePacking(4).pack(List.of())).isEmpty();
    }

    private static List<SourceFile> files(int count, long bytes) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SourceFile("f" + i, "r" + i, bytes))
                .toList();
    }
}
