package tradelake.sources.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradelake.lake.BadInput;

class SyntheticTest {
    @TempDir
    Path temp;

    @Test
    void the_same_seed_writes_the_same_bytes_and_another_seed_others() throws IOException {
        Synthetic.write(temp.resolve("a"), 40_000, 7);
        Synthetic.write(temp.resolve("b"), 40_000, 7);
        Synthetic.write(temp.resolve("c"), 40_000, 8);
        assertThat(contents("b")).isEqualTo(contents("a"));
        assertThat(contents("c").get("_truth/totals.csv"))
                .isNotEqualTo(contents("a").get("_truth/totals.csv"));
    }

    @ParameterizedTest
    @ValueSource(longs = {40_000, 150_000, 600_000})
    void writes_about_as_many_rows_as_asked_for(long rows) {
        Synthetic.Summary summary = Synthetic.write(temp.resolve("sample"), rows, 3);
        assertThat(summary.rows()).isCloseTo(rows, withinPercentage(5));
    }

    @Test
    void replaces_an_earlier_sample_and_leaves_what_others_put_there() throws IOException {
        Path folder = temp.resolve("sample");
        Synthetic.write(folder, 40_000, 8);
        Files.writeString(folder.resolve("README.md"), "mine");
        Synthetic.Summary summary = Synthetic.write(folder, 40_000, 7);
        assertThat(folder.resolve("README.md")).hasContent("mine");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(f -> f.toString().matches(".*(gz|/legacy/.*csv)")))
                    .hasSize(summary.files());
        }
    }

    @Test
    void refuses_a_folder_with_files_of_others() throws IOException {
        Files.writeString(temp.resolve("mine.csv"), "1");
        assertThatThrownBy(() -> Synthetic.write(temp, 40_000, 7))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has other files");
        assertThat(temp.resolve("mine.csv")).hasContent("1");
    }

    @Test
    void refuses_a_file_as_folder() throws IOException {
        Path file = Files.writeString(temp.resolve("mine"), "1");
        assertThatThrownBy(() -> Synthetic.write(file, 40_000, 7))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("give a folder that can be written");
    }

    @Test
    void refuses_sizes_that_the_world_cannot_have() {
        assertThatThrownBy(() -> Synthetic.write(temp, 100, 7))
                .isInstanceOf(BadInput.class)
                .hasMessage("Cannot make a sample of 100 rows: ask for 35,000 to 100,000,000.");
    }

    private Map<String, ByteBuffer> contents(String folder) throws IOException {
        Map<String, ByteBuffer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(temp.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = temp.resolve(folder).relativize(file).toString();
                contents.put(name, ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
