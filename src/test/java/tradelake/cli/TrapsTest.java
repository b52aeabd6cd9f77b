package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.harmonise.Ledger;
import tradelake.harmonise.Quarantine;
import tradelake.indicators.RegionalShares;
import tradelake.lake.BadInput;
import tradelake.reference.Columns;

/** The ways in which published files make one count a dollar twice, through the whole program. */
class TrapsTest {
    /** Viet Nam (704) exports 70 in all: 30 to China (156), 25 to the USA (842), 15 to nobody named. */
    private static final String VIET_NAM =
            """
            year reporter flow partner classification cmd    customs mot  partner2 value
            2019 704      X    0       H5             TOTAL  C00     0    0        70
            2019 704      X    0       H5             85     C00     0    0        70
            2019 704      X    0       H5             850440 C00     0    0        70
            2019 704      X    156     H5             TOTAL  C00     0    0        30
            2019 704      X    156     H5             85     C00     0    0        30
            2019 704      X    156     H5             8504   C00     0    0        30
            2019 704      X    156     H5             850440 C00     0    0        30
            2019 704      X    156     H5             850440 C01     0    0        20
            2019 704      X    156     H5             850440 C00     1000 0        10
            2019 704      X    156     H5             850440 C00     0    344      10
            2019 704      RX   156     H5             850440 C00     0    0        12
            2019 704      DX   156     H5             850440 C00     0    0        18
            2019 704      X    842     H5             TOTAL  C00     0    0        25
            2019 704      X    842     H5             850440 C00     0    0        20
            2019 704      X    975     H5             TOTAL  C00     0    0        9
            """;

    @TempDir
    Path folder;

    private TestLake lake;
    private Path input;

    @BeforeEach
    void open() {
        lake = new TestLake(folder.resolve("lake"), "years=2019-2020");
        input = folder.resolve("input");
    }

    private Row share(String flow) {
        return lake.read(RegionalShares.TABLE)
                .filter("is_headline AND group_id = 'RCEP' AND product = 'TOTAL' AND year = 2019")
                .filter(Columns.FLOW_OR_BOTH.col().equalTo(flow))
                .first();
    }

    private Map<String, Long> ledger() {
        return lake.read(Ledger.TABLE).collectAsList().stream()
                .collect(Collectors.groupingBy(Ledger.REASON::in, Collectors.summingLong(Columns.ROWS::in)));
    }

    @Test
    void everyDollarCountsOnce() throws IOException {
        DrawnFiles.bulk(input.resolve("vnm.gz"), VIET_NAM);
        lake.makeShares(input);
        Row share = share("X");
        assertThat(Columns.TOTAL_USD.in(share)).isEqualTo(70);
        assertThat(RegionalShares.INTRA.in(share)).isEqualTo(30);
        assertThat(RegionalShares.EXTRA.in(share)).isEqualTo(20 + 5.0);
        assertThat(RegionalShares.UNALLOCATED.in(share)).isEqualTo(70.0 - 30 - 25);
        assertThat(RegionalShares.INTRA_SHARE.in(share)).isEqualTo(30.0 / 70);
        assertThat(ledger())
                .containsEntry("customs_breakdown", 1L)
                .containsEntry("transport_breakdown", 1L)
                .containsEntry("partner2_breakdown", 1L)
                .containsEntry("group_partner", 1L)
                .containsEntry("published_total", 3L + 3 + 1)
                .containsEntry("accepted", 1L + 2 + 1)
                .containsEntry("balance", 0L);
    }

    @Test
    void selfTradeStandsInTheTotalAndNotInTheShare() throws IOException {
        DrawnFiles.bulk(
                input.resolve("chn.gz"),
                """
            year reporter flow partner classification cmd    value
            2019 156      M    156     H5             850440 50
            2019 156      M    704     H5             850440 30
            2019 156      M    842     H5             850440 20
            """);
        lake.makeShares(input);
        assertThat(Columns.TOTAL_USD.in(share("M"))).isEqualTo(50 + 30 + 20);
        assertThat(RegionalShares.SELF.in(share("M"))).isEqualTo(50);
        assertThat(RegionalShares.INTRA_SHARE.in(share("M"))).isEqualTo(30.0 / (30 + 20));
    }

    @Test
    void groupReportersStandBesideTheirMembers() throws IOException {
        DrawnFiles.bulk(input.resolve("vnm.gz"), VIET_NAM);
        DrawnFiles.bulk(
                input.resolve("asean.gz"),
                """
            year reporter flow partner classification cmd    value
            2019 975      X    156     H5             850440 300
            """);
        lake.makeShares(input);
        assertThat(Columns.TOTAL_USD.in(share("X"))).isEqualTo(70);
        assertThat(ledger()).containsEntry("group_reporter", 1L);
    }

    @Test
    void oneOfTwoClassificationsOfAReporterYearCounts() throws IOException {
        DrawnFiles.bulk(input.resolve("original.gz"), VIET_NAM);
        DrawnFiles.bulk(
                input.resolve("converted.gz"),
                """
            year reporter flow partner classification cmd    value isOriginalClassification
            2019 704      X    156     H4             850440 30    false
            2019 704      X    842     H4             850440 25    false
            """);
        lake.makeShares(input);
        assertThat(Columns.TOTAL_USD.in(share("X"))).isEqualTo(70);
        assertThat(ledger()).containsEntry("other_classification", 2L);
    }

    @Test
    void theNewestPublicationCountsInWhateverOrderTheFilesCome() throws IOException {
        Path old = DrawnFiles.bulk(
                folder.resolve("a/COMTRADE-FINAL-CA7042019H5[2020-03-01].gz"),
                """
            year reporter flow partner classification cmd    value
            2019 704      X    156     H5             850440 11
            2019 704      X    36      H5             850440 7
            """);
        Path now = DrawnFiles.bulk(
                folder.resolve("b/COMTRADE-FINAL-CA7042019H5[2021-03-01].gz"),
                """
            year reporter flow partner classification cmd    value
            2019 704      X    156     H5             850440 12
            """);
        lake.makeShares(now);
        lake.makeShares(old);
        assertThat(Columns.TOTAL_USD.in(share("X"))).isEqualTo(12);
        TestLake other = new TestLake(folder.resolve("other"), "years=2019-2020");
        other.makeShares(old);
        other.makeShares(now, old);
        SameTables.assertSame(other, lake, lake.made());
    }

    @Test
    void aForgottenReleaseLeavesWhatItHadReplaced() throws IOException {
        Path old = DrawnFiles.bulk(folder.resolve("in/COMTRADE-FINAL-CA7042019H5[2020-03-01].gz"), VIET_NAM);
        Path now = DrawnFiles.bulk(
                folder.resolve("in/COMTRADE-FINAL-CA7042019H5[2021-03-01].gz"),
                """
            year reporter flow partner classification cmd    value
            2019 704      X    156     H5             850440 12
            """);
        lake.makeShares(old.getParent());
        assertThat(Columns.TOTAL_USD.in(share("X"))).isEqualTo(12);
        lake.forget(now.getFileName().toString());
        assertThat(Columns.TOTAL_USD.in(share("X"))).isEqualTo(70);
        lake.makeShares(old.getParent());
        assertThat(Columns.TOTAL_USD.in(share("X"))).as("still forgotten").isEqualTo(70);
    }

    @Test
    void anUnreadableRowIsKeptAsItStands() throws IOException {
        DrawnFiles.bulk(
                input.resolve("vnm.gz"),
                """
            year reporter flow partner classification cmd    value
            2019 704      X    156     H5             850440 30
            2019 704      X    842     H5             850440 -4
            2019 what     X    842     H5             850440 5
            """);
        lake.makeShares(input);
        Map<Long, String> reasons = lake.read(Quarantine.TABLE).collectAsList().stream()
                .collect(Collectors.toMap(Quarantine.LINE::in, Quarantine.REASON::in));
        assertThat(reasons).containsOnly(Map.entry(3L, "negative_value"), Map.entry(4L, "unreadable_reporter"));
        assertThat(lake.read(Quarantine.TABLE).filter("line = 4").collectAsList())
                .allSatisfy(row -> assertThat(Quarantine.RAW.in(row)).contains("\twhat\t"));
        assertThat(ledger()).containsEntry("balance", 0L);
    }

    @Test
    void aDamagedFileIsKeptOutWhole() throws IOException {
        DrawnFiles.bulk(input.resolve("vnm.gz"), VIET_NAM);
        Path cut = DrawnFiles.bulk(
                input.resolve("chn.gz"),
                """
            year reporter flow partner classification cmd    value
            2019 156      X    704     H5             850440 30
            """);
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 9));
        Refresh.Outcome outcome = lake.makeShares(input);
        assertThat(outcome.refused()).hasSize(1);
        assertThat(Columns.TOTAL_USD.in(share("X"))).isEqualTo(70);
    }

    @Test
    void aDamagedFileDoesNotTakeAwayTheGoodOneThatItOverwrote() throws IOException {
        Path file = DrawnFiles.bulk(input.resolve("vnm.gz"), VIET_NAM);
        lake.makeShares(input);
        Files.writeString(file, "<html>Too many requests</html>");
        assertThatThrownBy(() -> lake.makeShares(input)).isInstanceOf(BadInput.class);
        assertThat(Columns.TOTAL_USD.in(share("X"))).isEqualTo(70);
        DrawnFiles.bulk(
                file,
                """
            year reporter flow partner classification cmd    value
            2019 704      X    156     H5             850440 12
            """);
        lake.makeShares(input);
        assertThat(Columns.TOTAL_USD.in(share("X")))
                .as("another good file replaces it")
                .isEqualTo(12);
    }

    @Test
    void aMovedFileIsReadOnceAndMakesNothingAnew() throws IOException {
        Path file = DrawnFiles.bulk(input.resolve("vnm.gz"), VIET_NAM);
        lake.makeShares(input);
        Path moved = Files.move(file, input.resolve("moved.gz"));
        assertThat(lake.makeShares(input).manifest().work())
                .extracting(work -> work.name())
                .containsExactly("bronze.releases");
        assertThat(lake.makeShares(input).manifest().work()).isEmpty();
        lake.forget(moved.getFileName().toString());
        assertThat(lake.read(RegionalShares.TABLE).count()).isZero();
    }

    @Test
    void aYearOutsideTheWindowIsNoDataset() throws IOException {
        DrawnFiles.bulk(input.resolve("vnm.gz"), VIET_NAM);
        DrawnFiles.bulk(
                input.resolve("old.gz"),
                """
            year reporter flow partner classification cmd    value
            1999 704      X    156     H1             850440 12
            """);
        lake.makeShares(input);
        assertThat(lake.read(RegionalShares.TABLE).filter("year = 1999").count())
                .isZero();
        assertThat(RegionalShares.WINDOW_FROM.in(lake.read(RegionalShares.TABLE)
                        .filter("reporter_set = 'constant' AND group_id = 'RCEP'")
                        .first()))
                .isEqualTo(2019);
        assertThat(ledger()).containsEntry("outside_years", 1L);
    }
}
