package tradelake.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileUtil;

/** A small input, and the lake made of it on this machine alone: what the same input must give elsewhere. Made once. */
final class SmallLake {
    private static final Path FOLDER = Path.of("target", "small-lake").toAbsolutePath();

    private static TestLake lake;

    private SmallLake() {}

    static Path input() {
        return FOLDER.resolve("input");
    }

    static synchronized TestLake refreshed() throws IOException {
        if (lake != null) return lake;
        FileUtil.fullyDelete(FOLDER.toFile());
        Path input = Samples.small(input());
        TestLake made = new TestLake(FOLDER.resolve("lake"));
        made.refresh(input);
        lake = made;
        return lake;
    }
}
