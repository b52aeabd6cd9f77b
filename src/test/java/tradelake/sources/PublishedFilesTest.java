package tradelake.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files as UN Comtrade published them, where they are at hand: {@code -Dtradelake.shared=FOLDER}. */
class PublishedFilesTest {
    private Path data;

    @BeforeEach
    void find() {
        String shared = System.getProperty("tradelake.shared", "");
        assumeFalse(shared.isEmpty(), "no published files: set -Dtradelake.shared");
        data = Path.of(shared, "data");
    }

    @Test
    void legacyFilesHaveTheRowsOfTheManifest() {
        Map<String, Long> rows = manifest();
        List<FileFacts> facts = firstPass("comtrade_legacy");
        assertThat(facts).hasSize(23).allSatisfy(file -> {
            assertThat(file.verdict()).as(file.message()).isEqualTo(Verdict.READABLE);
            assertThat(file.rows()).as(file.path()).isEqualTo(rows.get(key(file)));
            assertThat(file.rowsWithProblem()).as(file.path()).isZero();
            assertThat(file.rowsWithoutValue()).as(file.path()).isZero();
        });
    }

    /** The sums by another reader: univocity and BigDecimal. */
    @Test
    void dollarsAreThoseOfAnotherReader() {
        for (FileFacts file : firstPass("comtrade_legacy"))
            assertThat(file.value()).as(file.path()).isEqualByComparingTo(dollars(file));
    }

    @Test
    void oilOf2013() {
        FileFacts oil = firstPass("comtrade_legacy/allreporters_HS27_HS44/oil_processed_data_2013.csv")
                .get(0);
        assertThat(oil.rows()).isEqualTo(18_051);
        assertThat(oil.kind()).contains(Format.Kind.EXTRACT);
        assertThat(oil.datasets()).allSatisfy(dataset -> {
            assertThat(dataset.year()).isEqualTo(2013);
            assertThat(dataset.chapters()).containsExactly("27");
            assertThat(dataset.hasTotal()).isFalse();
        });
        assertThat(oil.datasets()).extracting(DatasetFacts::classification).contains("H4", "H3", "H2");
    }

    @Test
    void otherFilesAreRefusedInASentence() {
        assertThat(firstPass("classifications")).allSatisfy(file -> {
            assertThat(file.verdict()).as(file.path()).isEqualTo(Verdict.NOT_A_TRADE_FILE);
            assertThat(file.message()).endsWith(".");
        });
    }

    private List<FileFacts> firstPass(String under) {
        Configuration hadoop = new Configuration();
        List<FileStatus> files = InputFiles.under(
                List.of(new org.apache.hadoop.fs.Path(data.resolve(under).toUri())), hadoop);
        return new FirstPass(hadoop, 2)
                .over(files.stream().map(FileStatus::getPath).toList());
    }

    private String key(FileFacts file) {
        return data.toUri().relativize(java.net.URI.create(file.path())).getPath();
    }

    private Map<String, Long> manifest() {
        Map<String, Long> rows = new HashMap<>();
        for (String[] line : csv(data.resolve("MANIFEST.csv")))
            if (line[0].startsWith("comtrade_legacy/")) rows.put(line[0], Long.valueOf(line[1]));
        return rows;
    }

    private static BigDecimal dollars(FileFacts file) {
        List<String[]> lines = csv(Path.of(java.net.URI.create(file.path())));
        int value = List.of(lines.get(0)).indexOf("Trade Value (US$)");
        return lines.stream().skip(1).map(line -> new BigDecimal(line[value])).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String[]> csv(Path file) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setMaxCharsPerColumn(100_000);
        return new CsvParser(settings).parseAll(file.toFile(), "UTF-8");
    }
}
