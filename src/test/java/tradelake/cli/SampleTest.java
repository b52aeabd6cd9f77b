package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.QuestionPage;
import tradelake.QuestionPage.Question;
import tradelake.harmonise.Ledger;
import tradelake.harmonise.Quarantine;
import tradelake.harmonise.ReporterYears;
import tradelake.indicators.RegionalShares;
import tradelake.lake.Story;
import tradelake.lake.TestSession;
import tradelake.reference.Columns;
import tradelake.serve.Answer;
import tradelake.serve.SnapshotReader;

/** All reporters of data-samples in three years through the whole program, against the table of what was planted there. */
class SampleTest {
    private static final Path SAMPLES = Path.of("data-samples");

    @TempDir
    static Path folder;

    private static TestLake lake;
    private static Refresh.Outcome outcome;

    @BeforeAll
    static void load() throws IOException {
        lake = new TestLake(folder.resolve("lake"), "years=2018-2020");
        Path input = Samples.threeYears(folder.resolve("input"));
        outcome = TestSession.compiled(() -> lake.refresh(input));
    }

    /** One line of _truth/totals.csv. */
    record Planted(
            String reporter,
            int year,
            String flow,
            String status,
            double rcep,
            double others,
            double self,
            double unallocated) {
        static List<Planted> all() throws IOException {
            return Files.readAllLines(SAMPLES.resolve("_truth/totals.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cell -> new Planted(
                            cell[0],
                            Integer.parseInt(cell[1]),
                            cell[2],
                            cell[4],
                            Double.parseDouble(cell[6]),
                            Double.parseDouble(cell[7]),
                            Double.parseDouble(cell[8]),
                            Double.parseDouble(cell[9])))
                    .toList();
        }
    }

    @Test
    void sharesOfRcepAreThoseOfThePlantedWorld() throws IOException {
        List<String> members = lake
                .read(tradelake.reference.GroupsTable.TABLE)
                .filter(Columns.GROUP_ID.col().equalTo("RCEP"))
                .collectAsList()
                .stream()
                .map(Columns.ECONOMY::in)
                .toList();
        Map<String, double[]> expected = new TreeMap<>();
        for (Planted planted : Planted.all())
            if (members.contains(planted.reporter()) && planted.status().equals("bulk")) {
                double[] sums = expected.computeIfAbsent(planted.year() + planted.flow(), key -> new double[4]);
                sums[0] += planted.rcep();
                sums[1] += planted.others();
                sums[2] += planted.self();
                sums[3] += planted.unallocated();
            }
        List<Row> rows = lake.read(RegionalShares.TABLE)
                .filter("is_headline AND group_id = 'RCEP' AND product = 'TOTAL' AND flow <> 'XM'")
                .collectAsList();
        assertThat(rows).hasSize(2 * 3);
        for (Row row : rows) {
            double[] sums = expected.get(Columns.YEAR.in(row) + Columns.FLOW_OR_BOTH.in(row));
            double total = sums[0] + sums[1] + sums[2] + sums[3];
            assertThat(RegionalShares.INTRA.in(row)).as(row.toString()).isCloseTo(sums[0], within(1e-6 * total));
            assertThat(RegionalShares.EXTRA.in(row)).as(row.toString()).isCloseTo(sums[1], within(1e-6 * total));
            assertThat(RegionalShares.SELF.in(row)).as(row.toString()).isCloseTo(sums[2], within(1e-6 * total));
            assertThat(RegionalShares.UNALLOCATED.in(row)).as(row.toString()).isCloseTo(sums[3], within(1e-6 * total));
        }
    }

    @Test
    void missingReportsAreMissingAndNothingElseIs() throws IOException {
        long published = Planted.all().stream()
                .filter(planted -> planted.year() >= 2018 && planted.year() <= 2020)
                .filter(planted -> !planted.status().equals("missing"))
                .map(planted -> planted.reporter() + planted.year())
                .distinct()
                .count();
        assertThat(lake.read(ReporterYears.TABLE)
                        .filter(ReporterYears.HAS_X.col().or(ReporterYears.HAS_M.col()))
                        .count())
                .isEqualTo(published);
    }

    @Test
    void theLedgerBalancesForEveryFileAndNothingIsQuarantined() {
        assertThat(lake.read(Ledger.TABLE)
                        .filter("fate = 'balance' AND (rows <> 0 OR value_usd <> 0)")
                        .count())
                .isZero();
        assertThat(lake.read(Ledger.TABLE).filter("fate = 'balance'").count())
                .isEqualTo(outcome.manifest().tables().get("bronze.releases").rows());
        assertThat(lake.read(Quarantine.TABLE).count()).isZero();
    }

    @Test
    void theRunIsLabelledSynthetic() {
        assertThat(outcome.manifest().labels()).containsExactly(Refresh.SYNTHETIC);
    }

    @Test
    void nothingIsStaleAfterARefresh() {
        assertThat(lake.plan()).isNotEmpty().noneMatch(Story.Planned::stale);
    }

    /** The answers themselves are those of all years: {@link QuestionsTest}. */
    @Test
    void theQuestionsOfThePagesCanBeAsked() {
        List<Question> asked = QuestionPage.read("questions.md").questions();
        assertThat(asked).hasSizeGreaterThanOrEqualTo(30);
        try (SnapshotReader snapshot =
                SnapshotReader.open(folder.resolve("lake")).orElseThrow()) {
            for (Question question : asked)
                try (Answer answer = snapshot.query(question.sql())) {
                    assertThat(answer.columns())
                            .extracting(Answer.Column::name)
                            .as(question.sql())
                            .isEqualTo(question.columns());
                }
            QuestionPage.read("scenarios.md").questions().stream()
                    .filter(Question::isOfGold)
                    .forEach(question -> snapshot.query(question.sql()).close());
        }
    }
}
