package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.fs.FileUtil;

/** The lake of the whole sample, refreshed once for all tests that ask it, by the program as a user starts it. */
final class SampleLake {
    /** A lake of the sample that is there already, such as one made by hand while a page is written. */
    private static final String GIVEN = "tradelake.sample-lake";

    private static Path lake;

    private SampleLake() {}

    static synchronized Path published() throws Exception {
        if (lake == null) lake = System.getProperty(GIVEN) == null ? refreshed() : Path.of(System.getProperty(GIVEN));
        return lake;
    }

    private static Path refreshed() throws Exception {
        Path folder = Path.of("target", "sample-lake").toAbsolutePath();
        FileUtil.fullyDelete(folder.toFile());
        Files.createDirectories(folder);
        TradelakeProcess refresh = TradelakeProcess.startLarge(
                folder.resolve("refresh.log"),
                List.of("refresh", "--lake", folder.resolve("lake").toString()));
        assertThat(refresh.exitCode()).as(Files.readString(refresh.log())).isZero();
        return folder.resolve("lake");
    }
}
