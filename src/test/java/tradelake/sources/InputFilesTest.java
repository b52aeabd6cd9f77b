package tradelake.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;

class InputFilesTest {
    @TempDir
    Path folder;

    @Test
    void allFilesOfAFolderButHiddenOnesInTheOrderOfTheirPaths() throws IOException {
        for (String name : List.of("b.gz", "a[2025-03-05].gz", "_SUCCESS", ".crc")) Drawn.file(folder, name, "x");
        Drawn.file(folder.resolve("deep/er"), "c.csv", "x");
        Drawn.file(folder.resolve("_temporary"), "0.json", "x");
        Drawn.file(folder.resolve(".git"), "HEAD", "x");
        assertThat(names(folder)).containsExactly("a[2025-03-05].gz", "b.gz", "c.csv");
    }

    @Test
    void aFileNamedTwiceIsReadOnceAndANamedOneEvenIfHidden() throws IOException {
        Path file = Drawn.file(folder, "a.gz", "x");
        Path hidden = Drawn.file(folder, "_b.gz", "x");
        assertThat(names(folder, file, hidden)).containsExactly("_b.gz", "a.gz");
    }

    @Test
    void aMissingPathIsBadInput() {
        assertThatThrownBy(() -> names(folder.resolve("nowhere")))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("Cannot find the input ")
                .hasMessageContaining("nowhere");
    }

    /** A lake among its own inputs is not read again, nor is any Delta table for its Parquet files. */
    @Test
    void whatALakeKeepsIsNoInput() throws IOException {
        Drawn.file(folder, "a.gz", "x");
        Drawn.file(folder.resolve("lake/lock"), "1.json", "{}");
        Drawn.file(folder.resolve("lake/runs/published"), "1.json", "{}");
        Drawn.file(folder.resolve("lake/raw"), "0a", "x");
        Drawn.file(folder.resolve("table/_delta_log"), "0.json", "{}");
        Drawn.file(folder.resolve("table"), "part.parquet", "x");
        assertThat(names(folder)).containsExactly("a.gz");
    }

    @Test
    void inputsWithoutAnythingToReadAreBadInput() throws IOException {
        assertRefused("There is no file under ");
        Drawn.file(folder, "notes.txt", "These are notes.");
        assertThatThrownBy(() -> InputFiles.requireSome(
                        List.of(new org.apache.hadoop.fs.Path(folder.toUri())), new Configuration()))
                .isInstanceOf(BadInput.class)
                .hasMessage("notes.txt is not a trade file; leave it out.");
        Drawn.file(folder, "page.csv", "<html></html>");
        assertRefused("None of the 2 files under ");
        Drawn.file(folder, "cut.gz", new byte[] {0x1f, (byte) 0x8b, 8});
        InputFiles.requireSome(List.of(new org.apache.hadoop.fs.Path(folder.toUri())), new Configuration());
    }

    private void assertRefused(String beginning) {
        assertThatThrownBy(() -> InputFiles.requireSome(
                        List.of(new org.apache.hadoop.fs.Path(folder.toUri())), new Configuration()))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(beginning)
                .hasMessageEndingWith("give another --input.");
    }

    private static List<String> names(Path... paths) {
        List<org.apache.hadoop.fs.Path> named = Stream.of(paths)
                .map(path -> new org.apache.hadoop.fs.Path(path.toUri()))
                .toList();
        return InputFiles.under(named, new Configuration()).stream()
                .map(status -> status.getPath().getName())
                .toList();
    }
}
