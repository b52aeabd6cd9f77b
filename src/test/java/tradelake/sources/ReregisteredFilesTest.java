package tradelake.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.Finding;

/** Files that the lake knows already, offered again: as copies, under other paths, to other readers. */
class ReregisteredFilesTest {
    private static final Originals NOT_KEPT = new Originals(new org.apache.hadoop.fs.Path("raw"), false);

    @TempDir
    Path folder;

    private ReleaseRegister read(List<Release> known) {
        ReleaseRegister register = new ReleaseRegister(known);
        register.read(List.of(new org.apache.hadoop.fs.Path(folder.toUri())), new Configuration(), 1, NOT_KEPT);
        return register;
    }

    private static List<Release.Status> statuses(ReleaseRegister register) {
        return register.releases().stream().map(Release::status).toList();
    }

    @Test
    void aCopyWrittenOverAnotherFileTakesItsPlace() throws IOException {
        Drawn.file(folder, "p", Drawn.bulk("cmdCode primaryValue\n27 1"));
        Path q = Drawn.file(folder, "q", Drawn.bulk("cmdCode primaryValue\n27 2"));
        ReleaseRegister first = read(List.of());
        assertThat(statuses(first)).containsExactly(Release.Status.ACCEPTED, Release.Status.ACCEPTED);
        Drawn.file(folder, "p", Files.readAllBytes(q));
        Files.setLastModifiedTime(folder.resolve("p"), FileTime.fromMillis(1));
        ReleaseRegister second = read(first.releases());
        assertThat(statuses(second)).containsExactlyInAnyOrder(Release.Status.ACCEPTED, Release.Status.REPLACED);
        assertThat(second.findings()).extracting(Finding::kind).containsExactly("replaced-file");
    }

    @Test
    void whatOtherReadersExaminedIsExaminedAgain() throws IOException {
        Drawn.file(folder, "p", Drawn.bulk("cmdCode primaryValue\n27 1"));
        ReleaseRegister first = read(List.of());
        assertThat(read(first.releases()).summary()).startsWith("Input: 0 files read");
        List<Release> earlier = first.releases().stream()
                .map(release ->
                        new Release(release.facts(), release.modifiedMs(), release.status(), Formats.REVISION - 1))
                .toList();
        ReleaseRegister again = read(earlier);
        assertThat(again.summary()).startsWith("Input: 1 file read");
        assertThat(again.releases()).isEqualTo(first.releases());
    }
}
