package tradelake.gravity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is a number and what a text is known only when the last row has been read. */
class CsvFrameTest {
    @TempDir
    private Path folder;

    private Frame read(String... columns) throws IOException {
        Path file = Files.writeString(
                folder.resolve("flows.csv"),
                """
                chapter,year,trade
                01,2019,3
                02,2020,NA
                ,2019,5.5
                A1,2019,-
                """
                        .replace('-', ' '));
        return CsvFrame.read(file, Set.of(columns));
    }

    @Test
    void a_late_text_leaves_earlier_cells_as_they_were_written() throws IOException {
        Factor chapter = read("chapter", "year").factor("chapter");
        List<String> levels = IntStream.range(0, chapter.size())
                .mapToObj(chapter.levels()::name)
                .toList();
        assertThat(levels).containsExactly("01", "02", "A1");
        assertThat(chapter.codes()).containsExactly(0, 1, Factor.MISSING, 2);
    }

    @Test
    void numbers_stay_numbers_beside_it() throws IOException {
        Frame frame = read("chapter", "year", "trade");
        assertThat(frame.numbers("year")).containsExactly(2019, 2020, 2019, 2019);
        assertThat(frame.numbers("trade")).containsExactly(3, Double.NaN, 5.5, Double.NaN);
        assertThat(frame.rows()).isEqualTo(4);
    }
}
