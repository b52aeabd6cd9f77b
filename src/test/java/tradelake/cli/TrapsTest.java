package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.harmonise.Ledger;
import tradelake.harmonise.Quarantine;
import tradelake.indicators.RegionalShares;
import tradelake.reference.Columns;
import tradelake.sources.Releases;

/**
 * The ways in which published files make one count a dollar twice, through the whole program: each in a year of its own of one
 * lake. Those that take several refreshes are in {@link RepublicationTest}.
 */
class TrapsTest {
    /** Viet Nam (704) exports 70 in all: 30 to China (156), 25 to the USA (842), 15 to nobody named; it imports 40. */
    private static final String VIET_NAM =
            """
            year reporter flow partner classification cmd    customs mot  partner2 value
            YEAR 704      X    0       H5             TOTAL  C00     0    0        70
            YEAR 704      X    0       H5             85     C00     0    0        70
            YEAR 704      X    0       H5             850440 C00     0    0        70
            YEAR 704      X    156     H5             TOTAL  C00     0    0        30
            YEAR 704      X    156     H5             85     C00     0    0        30
            YEAR 704      X    156     H5             8504   C00     0    0        30
            YEAR 704      X    156     H5             850440 C00     0    0        30
            YEAR 704      X    156     H5             850440 C01     0    0        20
            YEAR 704      X    156     H5             850440 C00     1000 0        10
            YEAR 704      X    156     H5             850440 C00     0    344      10
            YEAR 704      RX   156     H5             850440 C00     0    0        12
            YEAR 704      DX   156     H5             850440 C00     0    0        18
            YEAR 704      M    156     H5             850440 C00     0    0        40
            YEAR 704      FM   156     H5             850440 C00     0    0        15
            YEAR 704      RM   156     H5             850440 C00     0    0        5
            YEAR 704      X    842     H5             TOTAL  C00     0    0        25
            YEAR 704      X    842     H5             850440 C00     0    0        20
            YEAR 704      X    975     H5             TOTAL  C00     0    0        9
            YEAR 704      X    97      H5             TOTAL  C00     0    0        4
            """;

    @TempDir
    static Path input;

    @TempDir
    static Path folder;

    private static TestLake lake;
    private static Refresh.Outcome outcome;

    @BeforeAll
    static void refresh() throws IOException {
        for (int year : new int[] {2011, 2012, 2013, 2014, 2016}) draw("vnm-" + year, vietNam(year));
        draw(
                "chn-2012",
                """
            year reporter flow partner classification cmd    value
            2012 156      M    156     H5             850440 50
            2012 156      M    704     H5             850440 30
            2012 156      M    842     H5             850440 20
            """);
        draw(
                "groups-2013",
                """
            year reporter flow partner classification cmd    value
            2013 975      X    156     H5             850440 300
            2013 97       X    156     H5             850440 200
            """);
        draw(
                "converted-2014",
                """
            year reporter flow partner classification cmd    value isOriginalClassification
            2014 704      X    156     H4             850440 30    false
            2014 704      X    842     H4             850440 25    false
            """);
        draw(
                "vnm-2015",
                """
            year reporter flow partner classification cmd    value
            2015 704      X    156     H5             850440 30
            2015 704      X    842     H5             850440 -4
            2015 what     X    842     H5             850440 5
            """);
        draw(
                "chn-2014-months",
                """
            year reporter freqCode period flow partner classification cmd    value
            2014 156      M        201401 X    704     H5             850440 30
            2014 156      M        201402 X    704     H5             850440 30
            """);
        Path cut = draw(
                "chn-2016",
                """
            year reporter flow partner classification cmd    value
            2016 156      X    704     H5             850440 30
            """);
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 9));
        draw(
                "vnm-1999",
                """
            year reporter flow partner classification cmd    value
            1999 704      X    156     H1             850440 12
            """);
        lake = new TestLake(folder, "years=2011-2016");
        outcome = lake.makeShares(input);
    }

    private static Path draw(String name, String drawing) throws IOException {
        return DrawnFiles.bulk(input.resolve(name + ".gz"), drawing);
    }

    private static String vietNam(int year) {
        return VIET_NAM.replace("YEAR", String.valueOf(year));
    }

    private static Row share(int year, String flow) {
        return lake.read(RegionalShares.TABLE)
                .filter("is_headline AND group_id = 'RCEP' AND product = 'TOTAL'")
                .filter(Columns.YEAR
                        .col()
                        .equalTo(year)
                        .and(Columns.FLOW_OR_BOTH.col().equalTo(flow)))
                .first();
    }

    /** The rows of a file by what became of them. */
    private static Map<String, Long> ledger(String file) {
        String release = Columns.RELEASE.in(lake.read(Releases.TABLE)
                .filter(Releases.PATH.col().endsWith(file + ".gz"))
                .first());
        return lake.read(Ledger.TABLE).filter(Columns.RELEASE.col().equalTo(release)).collectAsList().stream()
                .collect(Collectors.toMap(Ledger.REASON::in, Columns.ROWS::in));
    }

    @Test
    void everyDollarCountsOnce() {
        Row share = share(2011, "X");
        assertThat(Columns.TOTAL_USD.in(share)).isEqualTo(70);
        assertThat(RegionalShares.INTRA.in(share)).isEqualTo(30);
        assertThat(RegionalShares.EXTRA.in(share)).isEqualTo(20 + 5.0);
        assertThat(RegionalShares.UNALLOCATED.in(share)).isEqualTo(70.0 - 30 - 25);
        assertThat(RegionalShares.INTRA_SHARE.in(share)).isEqualTo(30.0 / 70);
        assertThat(Columns.TOTAL_USD.in(share(2011, "M"))).isEqualTo(40);
        assertThat(ledger("vnm-2011"))
                .containsEntry("in", 19L)
                .containsEntry("customs_breakdown", 1L)
                .containsEntry("transport_breakdown", 1L)
                .containsEntry("partner2_breakdown", 1L)
                .containsEntry("group_partner", 2L)
                .containsEntry("published_total", 3L + 3 + 1)
                .containsEntry("accepted", 1L + 2 + 1 + 3)
                .containsEntry("balance", 0L);
    }

    /** China's 100, of which 50 from itself, beside Viet Nam's 40. */
    @Test
    void selfTradeStandsInTheTotalAndNotInTheShare() {
        Row share = share(2012, "M");
        assertThat(Columns.TOTAL_USD.in(share)).isEqualTo(50 + 30 + 20 + 40);
        assertThat(RegionalShares.SELF.in(share)).isEqualTo(50);
        assertThat(RegionalShares.INTRA_SHARE.in(share)).isEqualTo((30.0 + 40) / (30 + 20 + 40));
    }

    @Test
    void groupReportersStandBesideTheirMembers() {
        assertThat(Columns.TOTAL_USD.in(share(2013, "X"))).isEqualTo(70);
        assertThat(ledger("groups-2013")).containsEntry("group_reporter", 2L);
    }

    @Test
    void oneOfTwoClassificationsOfAReporterYearCounts() {
        assertThat(Columns.TOTAL_USD.in(share(2014, "X"))).isEqualTo(70);
        assertThat(ledger("converted-2014")).containsEntry("other_classification", 2L);
    }

    /** China's two months stand in silver.flows, and not beside Viet Nam's twelve. */
    @Test
    void someMonthsOfAYearAreInNoShare() {
        assertThat(ledger("chn-2014-months")).containsEntry("summed", 2L).containsEntry("balance", 0L);
        Row share = share(2014, "X");
        assertThat(RegionalShares.PRESENT.in(share)).isEqualTo(1);
        assertThat(Columns.TOTAL_USD.in(share)).isEqualTo(70);
        assertThat(lake.read(RegionalShares.TABLE)
                        .filter("group_id = 'RCEP' AND product = 'TOTAL' AND year = 2014 AND flow = 'X'")
                        .filter("basis = 'mirror_filled' AND membership = 'fixed'")
                        .select(Columns.TOTAL_USD.col())
                        .first()
                        .getDouble(0))
                .as("China filled from Viet Nam's imports of 40")
                .isCloseTo(70 + 40 / 1.05, within(1e-9));
    }

    @Test
    void anUnreadableRowIsKeptAsItStands() {
        Map<Long, String> reasons = lake.read(Quarantine.TABLE).collectAsList().stream()
                .collect(Collectors.toMap(Quarantine.LINE::in, Quarantine.REASON::in));
        assertThat(reasons).containsOnly(Map.entry(3L, "negative_value"), Map.entry(4L, "unreadable_reporter"));
        assertThat(lake.read(Quarantine.TABLE).filter("line = 4").collectAsList())
                .allSatisfy(row -> assertThat(Quarantine.RAW.in(row)).contains("\twhat\t"));
        assertThat(ledger("vnm-2015")).containsEntry("accepted", 1L).containsEntry("balance", 0L);
    }

    @Test
    void aDamagedFileIsKeptOutWhole() {
        assertThat(outcome.refused()).hasSize(1);
        assertThat(Columns.TOTAL_USD.in(share(2016, "X"))).isEqualTo(70);
    }

    @Test
    void aYearOutsideTheWindowIsNoDataset() {
        assertThat(lake.read(RegionalShares.TABLE).filter("year = 1999").count())
                .isZero();
        assertThat(RegionalShares.WINDOW_FROM.in(lake.read(RegionalShares.TABLE)
                        .filter("reporter_set = 'constant' AND group_id = 'RCEP'")
                        .first()))
                .isEqualTo(2011);
        assertThat(ledger("vnm-1999")).containsEntry("outside_years", 1L);
    }
}
