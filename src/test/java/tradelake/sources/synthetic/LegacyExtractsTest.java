package tradelake.sources.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegacyExtractsTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        Synthetic.write(folder.resolve("sample"), 40_000, 5);
    }

    @Test
    void overlapping_extracts_repeat_rows_exactly() throws IOException {
        List<String> first = lines("comtrade (1).csv");
        List<String> second = lines("comtrade (2).csv");
        List<String> year2011 =
                first.stream().filter(l -> l.startsWith("H3,2011")).toList();
        assertThat(year2011).hasSizeGreaterThan(10);
        assertThat(second).containsAll(year2011).anyMatch(l -> l.startsWith("H4,2012"));
    }

    @Test
    void marks_and_line_ends_differ_and_headers_are_the_published_ones() throws IOException {
        assertThat(text("comtrade (1).csv")).startsWith("Classification,Year").doesNotContain("\r");
        assertThat(text("comtrade (2).csv"))
                .startsWith("\uFEFFClassification,Year")
                .contains("\r\n");
        assertThat(lines("comtrade (1).csv").get(0).split(",")).hasSize(35);
        assertThat(lines("comtrade (3).csv").get(0).split(",")).hasSize(22);
    }

    @Test
    void codes_of_one_extract_end_in_a_blank() throws IOException {
        assertThat(lines("comtrade (4).csv").stream().skip(1))
                .allMatch(l -> l.contains("TOTAL ,") || l.matches(".*,\\d{6} ,.*"));
        List<String> bare = lines("comtrade (4).csv").stream()
                .skip(1)
                .map(l -> l.replace(" ,", ","))
                .toList();
        assertThat(lines("comtrade (3).csv")).containsAll(bare);
    }

    @Test
    void an_extract_repeats_rows_of_a_bulk_file() throws IOException {
        SampleRows bulk = SampleRows.under(folder.resolve("sample"));
        for (String line : lines("comtrade (5).csv").stream().skip(1).toList()) {
            String[] cells = line.replaceAll("\"[^\"]*\"", "quoted").split(",");
            assertThat(bulk.all())
                    .as(line)
                    .anyMatch(r -> r.is(36, 2012, cells[6].equals("1") ? "M" : "X")
                            && r.partner() == Integer.parseInt(cells[11])
                            && r.code().equals(cells[14])
                            && r.value() == Long.parseLong(cells[20]) * 1000);
        }
    }

    @Test
    void every_row_says_that_it_is_synthetic() throws IOException {
        for (int file = 1; file <= 5; file++) {
            assertThat(lines("comtrade (" + file + ").csv").stream().skip(1))
                    .allMatch(l -> l.endsWith(",999") && l.contains(" SYNTHETIC,"));
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(folder.resolve("sample/legacy").resolve(file));
    }

    private static List<String> lines(String file) throws IOException {
        return text(file).replace("\uFEFF", "").lines().toList();
    }
}
