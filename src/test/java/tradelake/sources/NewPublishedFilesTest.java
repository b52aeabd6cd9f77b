package tradelake.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Files of today's UN Comtrade as researchers keep them, where they are at hand: {@code -Dtradelake.shared=FOLDER}. Each is
 * read to the last dollar or refused in a sentence.
 */
class NewPublishedFilesTest {
    private Path data;

    @BeforeEach
    void find() {
        String shared = System.getProperty("tradelake.shared", "");
        assumeFalse(shared.isEmpty(), "no published files: set -Dtradelake.shared");
        data = Path.of(shared, "data");
    }

    @Test
    void fuelWoodInParquet() {
        FileFacts facts = one("comtrade_new/uncomtrade_4401.parquet");
        assertThat(facts.message()).isEmpty();
        assertThat(facts.format()).contains("comtrade-parquet");
        assertThat(facts.kind()).contains(Format.Kind.EXTRACT);
        assertThat(facts.rows()).isEqualTo(97_313);
        assertThat(facts.rowsWithProblem()).isZero();
        assertThat(facts.value()).isEqualByComparingTo(new BigDecimal("670901897565.918"));
    }

    /** World rows are what the partners add up to; the two sums take different rows of the file. */
    @Test
    void worldOf2019IsTheSumOfItsPartners() throws IOException {
        Map<String, Double> sums = new HashMap<>();
        Path file = data.resolve("comtrade_new/uncomtrade_4401.parquet");
        try (InputStream content = Files.newInputStream(file);
                RowCursor row = new ComtradeParquet().open(content)) {
            while (row.next()) {
                boolean total = row.textOf(ApiField.CUSTOMS_CODE).equals("C00")
                        && row.intOf(ApiField.MOT_CODE) == 0
                        && row.intOf(ApiField.PARTNER2_CODE) == 0;
                if (!total || row.intOf(ApiField.REF_YEAR) != 2019) continue;
                String side = row.intOf(ApiField.PARTNER_CODE) == 0 ? "World" : "partners";
                sums.merge(
                        row.textOf(ApiField.FLOW_CODE) + " " + side, row.doubleOf(ApiField.PRIMARY_VALUE), Double::sum);
            }
        }
        assertThat(sums.get("M World")).isCloseTo(12.06e9, within(0.005e9));
        assertThat(sums.get("X World")).isCloseTo(10.37e9, within(0.005e9));
        for (String flow : List.of("M", "X"))
            assertThat(sums.get(flow + " partners") / sums.get(flow + " World")).isCloseTo(1, within(1e-4));
    }

    @Test
    void monthsOfFishInParquet() {
        FileFacts facts = one("comtrade_new/pacific_monthly/2019.parquet");
        assertThat(facts.message()).isEmpty();
        assertThat(facts.rows()).isEqualTo(414_506);
        assertThat(facts.datasets()).allSatisfy(dataset -> {
            assertThat(dataset.year()).isEqualTo(2019);
            assertThat(dataset.frequencies()).containsExactly("M");
        });
        assertThat(facts.rowsWithProblem()).isZero();
        assertThat(facts.datasets().stream().flatMap(it -> it.flows().stream()).distinct())
                .containsExactlyInAnyOrder("M", "X", "DX", "FM", "RX", "RM", "XIP", "XOP", "MIP");
    }

    /** The sum by another reader: each line cut at its quotes, BigDecimal. */
    @Test
    void thailandsChipsInCsv() throws IOException {
        String name = "comtrade_new/TradeData_THA_8542_2014_2024.csv";
        FileFacts facts = one(name);
        List<String> lines = Files.readAllLines(data.resolve(name), ISO_8859_1);
        int value = Arrays.asList(lines.get(0).split(",")).indexOf("primaryValue");
        BigDecimal dollars = lines.stream()
                .skip(1)
                .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)[value].replace("\"", ""))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(facts.format()).contains("comtrade-csv");
        assertThat(facts.rows()).isEqualTo(1_178);
        assertThat(facts.rowsWithProblem()).isZero();
        assertThat(facts.value()).isEqualByComparingTo(dollars);
    }

    @Test
    void anAnswerOfTheApi() {
        FileFacts facts = mock("60a6ad");
        assertThat(facts.message()).isEmpty();
        assertThat(facts.format()).contains("comtrade-json");
        assertThat(facts.rows()).isEqualTo(4);
        assertThat(facts.datasets()).singleElement().satisfies(china -> {
            assertThat(china.reporter()).isEqualTo(156);
            assertThat(china.hasTotal()).isTrue();
        });
    }

    @Test
    void otherAnswersOfTheApiAreRefusedInASentence() {
        assertRefused(mock("4f1d0f"), "unknown_layout", "lacks refYear");
        assertRefused(mock("a503f3"), "empty_answer", "is an answer without rows");
        assertRefused(mock("httpbin.org__get"), "not_a_trade_file", "is JSON without rows under data");
    }

    @Test
    void filesOfRAreRefusedInASentence() {
        for (String folder : List.of("comtrade_new/comtradr", "comtrade_new/pacific_monthly/raw_samples"))
            for (FileFacts facts : firstPass(folder))
                if (facts.path().endsWith(".rda")) assertRefused(facts, "r_data", "is an R data file");
    }

    @Test
    void tablesOfBaciAreRefusedInASentence() {
        assertThat(firstPass("baci")).hasSize(7).allSatisfy(facts -> {
            assertThat(facts.verdict()).as(facts.path()).isEqualTo(Verdict.NOT_A_TRADE_FILE);
            boolean isTrade = facts.path().contains("standardized");
            assertRefused(
                    facts, isTrade ? "baci" : "not_a_trade_file", isTrade ? "is CEPII's BACI" : "not a trade file");
        });
    }

    private static void assertRefused(FileFacts facts, String reason, String words) {
        assertThat(facts.reason()).as(facts.message()).isEqualTo(reason);
        assertThat(facts.message()).contains(words).endsWith(".").doesNotContain("\n");
        assertThat(facts.format()).isEmpty();
    }

    private FileFacts mock(String mark) {
        return firstPass("comtrade_new/comtradr/mocks").stream()
                .filter(facts -> facts.path().contains(mark))
                .findFirst()
                .orElseThrow();
    }

    private FileFacts one(String file) {
        return firstPass(file).get(0);
    }

    private List<FileFacts> firstPass(String under) {
        Configuration hadoop = new Configuration();
        List<FileStatus> files = InputFiles.under(
                List.of(new org.apache.hadoop.fs.Path(data.resolve(under).toUri())), hadoop);
        return new FirstPass(hadoop, 2)
                .over(files.stream().map(FileStatus::getPath).toList());
    }
}
