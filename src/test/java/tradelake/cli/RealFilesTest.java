package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.harmonise.Ledger;
import tradelake.harmonise.SetAside;
import tradelake.indicators.Reconciliation;
import tradelake.indicators.RegionalShares;
import tradelake.lake.TestSession;
import tradelake.reference.Columns;

/**
 * Files that UN Comtrade published, through the whole program: HS 27 and HS 44 of all reporters 2008-2013 (two extracts of
 * one dataset each), Indonesia's exports at HS6 in three overlapping files, China in SITC. The expected figures are sums over
 * those files taken by hand, to the dollar.
 */
@Tag("acceptance")
class RealFilesTest {
    @TempDir
    static Path folder;

    private static TestLake lake;
    private static Refresh.Outcome first;

    @BeforeAll
    static void load() {
        String shared = System.getProperty("tradelake.shared", "");
        assumeTrue(!shared.isEmpty(), "needs published files: run with -Dtradelake.shared=DIR");
        lake = new TestLake(folder, "years=2008-2024");
        first = TestSession.compiled(() -> lake.refresh(Path.of(shared, "data", "comtrade_legacy")));
    }

    @Test
    void fuelExportsOfRcepIn2013ToTheDollar() {
        Row share = headline("27", "X", 2013);
        assertThat(RegionalShares.INTRA.in(share)).isEqualTo(282_153_552_926.0);
        assertThat(Columns.TOTAL_USD.in(share)).isEqualTo(391_972_143_994.0);
        assertThat(RegionalShares.SELF.in(share)).isZero();
        assertThat(RegionalShares.INTRA_SHARE.in(share)).isCloseTo(0.7198, within(0.00005));
    }

    @Test
    void sharesOfFuelAndWood() {
        assertThat(share("27", "X", 2008)).isCloseTo(0.6824, within(0.00005));
        assertThat(share("27", "M", 2013)).isCloseTo(0.2853, within(0.00005));
        assertThat(share("44", "X", 2013)).isCloseTo(0.5457, within(0.00005));
        assertThat(share("44", "M", 2013)).isCloseTo(0.4904, within(0.00005));
    }

    @Test
    void selfTradeIsLeftOutOfFuelImports() {
        assertThat(RegionalShares.SELF.in(headline("27", "M", 2013))).isPositive();
    }

    @Test
    void allMembersHaveADatasetIn2013AndThirteenIn2008() {
        assertThat(RegionalShares.PRESENT.in(headline("27", "X", 2013))).isEqualTo(15);
        assertThat(RegionalShares.PRESENT.in(headline("27", "X", 2008))).isEqualTo(13);
    }

    @Test
    void anExtractOfTwoChaptersSaysNothingOfAllGoods() {
        assertThat(lake.read(RegionalShares.TABLE)
                        .filter("product = 'TOTAL' AND group_id = 'RCEP' AND year = 2013")
                        .count())
                .isZero();
    }

    @Test
    void everyTableIsMadeAndPublished() {
        assertThat(first.manifest().status()).isEqualTo("published");
        assertThat(first.manifest().tables()).hasSameSizeAs(TestLake.tables());
    }

    /**
     * Sums of each chapter and year over flows that both report. Each flow's value lies between its two reports, but weights differ
     * from flow to flow, so the sum of values can lie outside two sums that nearly agree: 61 % of the value lies between, the rest
     * less than one per cent beside two sums that are less than half of one apart.
     */
    @Test
    void reconciledTotalsLieBetweenTheReportsUnlessTheseNearlyAgree() {
        List<Row> cells = lake.read(Reconciliation.TABLE)
                .filter("source = 'both' AND product IN ('27', '44')")
                .collectAsList();
        double all = 0, between = 0;
        for (Row cell : cells) {
            double value = Columns.VALUE_USD.in(cell);
            double exports = Reconciliation.EXPORTS.in(cell), imports = Reconciliation.IMPORTS.in(cell);
            boolean isBetween = value >= Math.min(exports, imports) && value <= Math.max(exports, imports);
            all += value;
            if (isBetween) between += value;
            else {
                assertThat(Math.abs(exports - imports) / value).as("%s", cell).isLessThan(0.005);
                double nearest = value > exports ? Math.max(exports, imports) : Math.min(exports, imports);
                assertThat(value).as("%s", cell).isCloseTo(nearest, within(0.01 * value));
            }
        }
        assertThat(cells).hasSize(12);
        assertThat(between / all).isCloseTo(0.612, within(0.0005));
    }

    /** Indonesia's files hold World rows alone: how much is known, with whom is not. */
    @Test
    void aReporterWithoutPartnersHasATotalAndNoShare() {
        Row share = headline("TOTAL", "X", 2021);
        assertThat(Columns.TOTAL_USD.in(share)).isEqualTo(231_522_456_067.0);
        assertThat(RegionalShares.UNALLOCATED.in(share)).isEqualTo(231_522_456_067.0);
        assertThat(RegionalShares.INTRA_SHARE.in(share)).isNull();
    }

    @Test
    void identicalRowsOfIndonesiasOverlappingFilesCountOnce() {
        assertThat(setAside("duplicate")).isEqualTo(8_706);
    }

    @Test
    void chinaInSitcIsSetAsideWithNothingLost() {
        assertThat(setAside("not_hs")).isEqualTo(2571 + 3071 + 2519 + 3026 + 3669 + 2942 + 2396 + 3184);
        assertThat(fate("quarantined")).isZero();
    }

    @Test
    void everyRowAndDollarIsAccountedFor() {
        List<Row> balances = lake.read(Ledger.TABLE).filter("fate = 'balance'").collectAsList();
        assertThat(balances).hasSize(23).allSatisfy(balance -> {
            assertThat(Columns.ROWS.in(balance)).isZero();
            assertThat(Columns.EXACT_VALUE_USD.in(balance)).isEqualByComparingTo(BigDecimal.ZERO);
        });
        assertThat(fate("in")).isEqualTo(283_180);
    }

    @Test
    void theSameFilesAgainMakeNothingAnew() {
        Refresh.Outcome again =
                lake.refresh(Path.of(System.getProperty("tradelake.shared"), "data", "comtrade_legacy"));
        assertThat(again.manifest().work()).isEmpty();
        assertThat(again.manifest().versions()).isEqualTo(first.manifest().versions());
    }

    private static Row headline(String product, String flow, int year) {
        return lake.read(RegionalShares.TABLE)
                .filter("is_headline AND group_id = 'RCEP' AND product = '%s' AND flow = '%s' AND year = %d"
                        .formatted(product, flow, year))
                .first();
    }

    private static double share(String product, String flow, int year) {
        return RegionalShares.INTRA_SHARE.in(headline(product, flow, year));
    }

    private static long setAside(String reason) {
        return lake.read(SetAside.TABLE).filter(SetAside.REASON.col().equalTo(reason)).collectAsList().stream()
                .mapToLong(Columns.ROWS::in)
                .sum();
    }

    private static long fate(String fate) {
        Map<String, Long> rows = lake.read(Ledger.TABLE).collectAsList().stream()
                .collect(Collectors.groupingBy(Ledger.FATE::in, Collectors.summingLong(Columns.ROWS::in)));
        return rows.getOrDefault(fate, 0L);
    }
}
