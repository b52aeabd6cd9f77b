package tradelake.sources.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;
import tradelake.sources.DatasetFacts;
import tradelake.sources.FileFacts;
import tradelake.sources.FirstPass;

class ManyDatasetsTest {
    @TempDir
    Path folder;

    private List<FileFacts> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new FirstPass(new Configuration(), 1)
                    .over(files.filter(Files::isRegularFile)
                            .sorted()
                            .map(file -> new org.apache.hadoop.fs.Path(file.toUri()))
                            .toList());
        }
    }

    @Test
    void eachFileIsOneDatasetAndOneOfThemIsPublishedAgain() throws IOException {
        ManyDatasets datasets = new ManyDatasets(folder, 80, 7);
        long rows = datasets.write(20);
        List<FileFacts> before = files();
        assertThat(before).hasSize(20).allMatch(FileFacts::synthetic);
        assertThat(before.stream().mapToLong(FileFacts::rows).sum()).isEqualTo(rows);
        Set<String> places = new HashSet<>();
        for (FileFacts file : before) assertThat(places.add(place(file))).isTrue();

        datasets.republish(10);
        List<FileFacts> after = new ArrayList<>(files());
        after.removeIf(file -> before.stream().anyMatch(old -> old.sha256().equals(file.sha256())));
        assertThat(after).singleElement().satisfies(again -> {
            FileFacts old = before.stream()
                    .filter(file -> place(file).equals(place(again)))
                    .findFirst()
                    .orElseThrow();
            assertThat(again.published().orElseThrow()).isAfter(old.published().orElse(LocalDate.MAX));
            assertThat(again.value()).isNotEqualTo(old.value());
        });
        assertThatThrownBy(() -> datasets.write(100_000)).isInstanceOf(BadInput.class);
    }

    private static String place(FileFacts file) {
        DatasetFacts only = file.datasets().get(0);
        return only.reporter() + " " + only.year();
    }
}
