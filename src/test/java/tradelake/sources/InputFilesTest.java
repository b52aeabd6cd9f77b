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
        Drawn.file(folder.resolve("_delta_log"), "0.json", "x");
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

    private static List<String> names(Path... paths) {
        List<org.apache.hadoop.fs.Path> named = Stream.of(paths)
                .map(path -> new org.apache.hadoop.fs.Path(path.toUri()))
                .toList();
        return InputFiles.under(named, new Configuration()).stream()
                .map(status -> status.getPath().getName())
                .toList();
    }
}
