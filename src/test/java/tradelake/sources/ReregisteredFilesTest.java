package tradelake.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
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

    /** The same bytes twice: whichever comes first, the name that says a day decides when they were published. */
    @Test
    void ofEqualFilesTheOneThatBearsADateCounts() throws IOException {
        String dated = "C_A_704_201901_H5_O[2021-03-04].txt";
        String bytes = Drawn.bulk("cmdCode primaryValue\n27 1");
        Drawn.file(folder, dated, bytes);
        Drawn.file(folder, "aa", bytes);
        Drawn.file(folder, "zz", bytes);
        ReleaseRegister together = read(List.of());
        assertThat(together.releases()).singleElement().satisfies(release -> {
            assertThat(release.facts().path()).endsWith(dated);
            assertThat(release.facts().published()).contains(LocalDate.of(2021, 3, 4));
        });
        assertThat(together.summary()).contains("2 copies of others; 1 file counts");
        Files.delete(folder.resolve(dated));
        assertThat(read(together.releases()).releases())
                .as("the name is gone, the day is not")
                .singleElement()
                .satisfies(release -> assertThat(release.facts().published()).contains(LocalDate.of(2021, 3, 4)));
    }

    @Test
    void aForgottenFileStaysOutAndSaysSo() throws IOException {
        Path file = Drawn.file(folder, "p", Drawn.bulk("cmdCode primaryValue\n27 1"));
        ReleaseRegister first = read(List.of());
        first.forget("p");
        ReleaseRegister again = read(first.releases());
        assertThat(statuses(again)).containsExactly(Release.Status.FORGOTTEN);
        assertThat(again.findings()).extracting(Finding::kind).containsExactly("forgotten-file");
        ReleaseRegister named = new ReleaseRegister(again.releases());
        named.read(List.of(new org.apache.hadoop.fs.Path(file.toUri())), new Configuration(), 1, NOT_KEPT);
        assertThat(statuses(named)).containsExactly(Release.Status.ACCEPTED);
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
