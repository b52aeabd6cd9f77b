package tradelake.sources.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder data-samples is what the program makes: bin/tradelake sample data-samples --rows 280000 --seed 7. */
class CommittedSampleTest {
    private static final Path COMMITTED = Path.of("data-samples");

    @TempDir
    Path temp;

    @Test
    void data_samples_is_what_the_program_makes_today() throws IOException {
        Path made = temp.resolve("made");
        Synthetic.Summary summary = Synthetic.write(made, 280_000, 7);
        for (String table : List.of(
                Synthetic.FILES,
                Synthetic.PLANTED,
                Synthetic.TOTALS,
                Synthetic.SALES,
                Synthetic.INPUTS,
                Synthetic.CONVERSIONS,
                Synthetic.CORRELATIONS)) {
            assertThat(COMMITTED.resolve(table))
                    .as(
                            "data-samples is stale: run bin/tradelake sample data-samples --rows 280000 --seed 7 and commit it")
                    .hasSameTextualContentAs(made.resolve(table));
        }
        assertThat(summary.bytes()).isLessThan(5_000_000);
        String readme = Files.readString(COMMITTED.resolve("README.md"));
        assertThat(readme.lines().findFirst().orElseThrow()).contains("SYNTHETIC");
        assertThat(readme).contains("%,d rows in %d files".formatted(summary.rows(), summary.files()));
    }

    @Test
    void its_files_hold_the_text_that_they_are_listed_with() throws IOException {
        List<String> list = Files.readAllLines(COMMITTED.resolve(Synthetic.FILES));
        for (String line : list.subList(1, list.size())) {
            String file = line.substring(0, line.indexOf(','));
            assertThat(crc32(COMMITTED.resolve(file))).as(file).isEqualTo(line.substring(line.lastIndexOf(',') + 1));
        }
    }

    private static String crc32(Path file) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream raw = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            crc.update(text.readAllBytes());
        }
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
