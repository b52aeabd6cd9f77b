package tradelake.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tradelake.harmonise.Flows;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.ReporterYears;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.lake.DrawnTables;
import tradelake.lake.SameRows;
import tradelake.reference.Reference;

/** Every definition of a regional share, one at a time; the group is RCEP. */
class RegionalSharesTest {
    private static final Reference REFERENCE = Reference.load();
    private static final MembershipDays DAYS =
            new MembershipDays(2019, 2024, LocalDate.of(2024, 12, 31), MonthDay.of(7, 1));

    /** China and Japan, and the United States outside the group, report everything in 2020. */
    private static final String ALL_REPORT =
            """
            year reporter has_x products
            2020 156      true  TOTAL
            2020 392      true  TOTAL
            2020 842      true  TOTAL
            """;

    private static final String NO_BILATERAL = "year exporter importer";

    private static Dataset<Row> shares(String reporterYears, String productFlows, String where) {
        return shares(reporterYears, productFlows, NO_BILATERAL, where);
    }

    private static Dataset<Row> shares(String reporterYears, String productFlows, String bilateral, String where) {
        return new DrawnTables()
                .with(ReporterYears.TABLE, reporterYears)
                .with(ProductFlows.TABLE, productFlows)
                .with(Bilateral.TABLE, bilateral)
                .make(new RegionalShares(REFERENCE, DAYS))
                .filter("group_id = 'RCEP'")
                .filter(where);
    }

    @Test
    void selfTradeIsInTheTotalAndNotInTheShareAndUnallocatedTradeIsInBoth() {
        SameRows.assertDrawn(
                RegionalShares.TABLE,
                """
                year flow product intra_usd extra_usd self_usd unallocated_usd total_usd intra_share reporters_present reporters_expected
                2020 M    TOTAL   30        20        50       0               100       0.6         2                 15
                2020 X    TOTAL   40        60        0        60              160       0.25        2                 15
                2020 XM   TOTAL   70        80        50       60              260       0.3333333333333333 2          15
                """,
                shares(
                        ALL_REPORT,
                        """
                        year reporter flow partner product value_usd
                        2020 CHN      X    JPN     TOTAL   30
                        2020 CHN      X    USA     TOTAL   60
                        2020 CHN      X    C899    TOTAL   40
                        2020 CHN      X    _X      TOTAL   20
                        2020 JPN      X    CHN     TOTAL   10
                        2020 CHN      M    CHN     TOTAL   50
                        2020 CHN      M    JPN     TOTAL   30
                        2020 JPN      M    USA     TOTAL   20
                        2020 USA      X    CHN     TOTAL   1000
                        """,
                        "is_headline"));
    }

    @Test
    void nothingButSelfTradeHasNoShareAndNoTradeIsStillARow() {
        SameRows.assertDrawn(
                RegionalShares.TABLE,
                """
                flow self_usd total_usd intra_share reporters_present
                M    50       50        -           2
                X    0        0         -           2
                XM   50       50        -           2
                """,
                shares(
                        ALL_REPORT,
                        """
                        year reporter flow partner product value_usd
                        2020 CHN      M    CHN     TOTAL   50
                        """,
                        "is_headline"));
    }

    /** In force on 1 July: eleven members in 2022 (Korea and Malaysia joined that spring), Indonesia in 2023, the Philippines too. */
    @Test
    void inForceCountsTheMembersOfTheFirstOfJuly() {
        SameRows.assertDrawn(
                RegionalShares.TABLE,
                """
                year membership intra_usd extra_usd reporters_present reporters_expected
                2021 fixed      11        0         1                 15
                2022 fixed      11        0         1                 15
                2022 in_force   0         11        1                 13
                2023 fixed      11        0         1                 15
                2023 in_force   11        0         1                 15
                """,
                shares(
                        """
                        year reporter has_x products
                        2021 156      true  TOTAL
                        2022 156      true  TOTAL
                        2023 156      true  TOTAL
                        """,
                        """
                        year reporter flow partner product value_usd
                        2021 CHN      X    IDN     TOTAL   1
                        2021 CHN      X    PHL     TOTAL   10
                        2022 CHN      X    IDN     TOTAL   1
                        2022 CHN      X    PHL     TOTAL   10
                        2023 CHN      X    IDN     TOTAL   1
                        2023 CHN      X    PHL     TOTAL   10
                        """,
                        "flow = 'X' AND basis = 'as_reported' AND reporter_set = 'present'"));
    }

    @Test
    void aReporterInForceOnlyLaterDoesNotReportForTheGroup() {
        SameRows.assertDrawn(
                RegionalShares.TABLE,
                """
                year membership total_usd reporters_present
                2022 fixed      3         2
                2022 in_force   1         1
                """,
                shares(
                        """
                        year reporter has_x products
                        2022 156      true  TOTAL
                        2022 360      true  TOTAL
                        """,
                        """
                        year reporter flow partner product value_usd
                        2022 CHN      X    JPN     TOTAL   1
                        2022 IDN      X    JPN     TOTAL   2
                        """,
                        "flow = 'X' AND basis = 'as_reported' AND reporter_set = 'present'"));
    }

    @Test
    void theConstantSetHasThoseWhoCoverTheProductInEveryYear() {
        SameRows.assertDrawn(
                RegionalShares.TABLE,
                """
                year product reporter_set intra_usd reporters_present window_from window_to
                2019 27      present      1         1                 -           -
                2019 TOTAL   constant     1         1                 2019        2021
                2019 TOTAL   present      1         1                 -           -
                2020 TOTAL   constant     2         1                 2019        2021
                2020 TOTAL   present      22        2                 -           -
                2021 27      present      0         1                 -           -
                2021 TOTAL   constant     3         1                 2019        2021
                2021 TOTAL   present      33        2                 -           -
                """,
                shares(
                        """
                        year reporter has_x products
                        2019 156      true  TOTAL|27
                        2020 156      true  TOTAL
                        2021 156      true  TOTAL|27
                        2020 392      true  TOTAL
                        2021 392      true  TOTAL
                        """,
                        """
                        year reporter flow partner product value_usd
                        2019 CHN      X    JPN     TOTAL   1
                        2019 CHN      X    JPN     27      1
                        2020 CHN      X    JPN     TOTAL   2
                        2020 JPN      X    CHN     TOTAL   20
                        2021 CHN      X    JPN     TOTAL   3
                        2021 JPN      X    CHN     TOTAL   30
                        """,
                        "flow = 'X' AND basis = 'as_reported' AND membership = 'fixed'"));
    }

    /** An extract of chapter 27 is data on chapter 27: who has no other data is missing from the total. */
    @Test
    void whoIsPresentDependsOnTheProduct() {
        SameRows.assertDrawn(
                RegionalShares.TABLE,
                """
                product total_usd reporters_present
                27      3         2
                TOTAL   9         1
                """,
                shares(
                        """
                        year reporter has_x products
                        2020 156      true  27
                        2020 392      true  TOTAL|27
                        """,
                        """
                        year reporter flow partner product value_usd
                        2020 CHN      X    JPN     27      1
                        2020 JPN      X    CHN     27      2
                        2020 JPN      X    CHN     TOTAL   9
                        """,
                        "flow = 'X' AND is_headline"));
    }

    /** From the published flows on: Laos has no dataset, so China's and Thailand's reports stand in for it, both ways. */
    @Test
    void mirrorFilledAddsTheMissingReportersTrade() {
        DrawnTables silver = new DrawnTables()
                .with(
                        ReporterYears.TABLE,
                        """
                        year reporter has_x products
                        2020 156      true  TOTAL
                        2020 842      true  TOTAL
                        """)
                .with(
                        Flows.TABLE,
                        """
                        year reporter flow partner hs_edition hs_code hs_level value_usd
                        2020 156      M    418     H5         TOTAL   0        105
                        2020 156      X    418     H5         TOTAL   0        200
                        2020 156      X    842     H5         TOTAL   0        50
                        2020 842      M    418     H5         TOTAL   0        21
                        """);
        Dataset<Row> shares = silver.with(ProductFlows.TABLE, silver.make(new ProductFlows(REFERENCE, 1.05)))
                .with(Bilateral.TABLE, NO_BILATERAL)
                .make(new RegionalShares(REFERENCE, DAYS));
        SameRows.assertDrawn(
                RegionalShares.TABLE,
                """
                flow basis         intra_usd extra_usd reporters_present reporters_filled reporters_expected
                M    as_reported   105       0         1                 0                15
                M    mirror_filled 315       0         1                 1                15
                X    as_reported   200       50        1                 0                15
                X    mirror_filled 300       70        1                 1                15
                XM   as_reported   305       50        1                 0                15
                XM   mirror_filled 615       70        1                 1                15
                """,
                shares.filter("group_id = 'RCEP' AND reporter_set = 'present' AND membership = 'fixed'"));
    }

    @Test
    void aGroupWithoutAnyReporterHasFilledRowsOnly() {
        Dataset<Row> shares = shares(
                """
                year reporter has_x products
                2020 842      true  TOTAL
                """,
                """
                year reporter flow partner product value_usd filled
                2020 USA      M    LAO     TOTAL   105       false
                2020 LAO      X    USA     TOTAL   100       true
                """,
                "flow = 'X'");
        SameRows.assertDrawn(
                RegionalShares.TABLE,
                """
                basis         membership reporter_set extra_usd reporters_present reporters_filled
                mirror_filled fixed      present      100       0                 1
                """,
                shares);
    }

    /**
     * China's data give its exports of fuels alone, Japan's fuels and cereals, Laos has none. Of fuels all three have trade, of cereals Japan
     * and Laos; what Japan says of its cereals to China is not China's trade, whose data do not speak of cereals. Nobody's data
     * give all goods, so nobody has a total, and Laos, taken from the others, has none either.
     */
    @Test
    void reconciledIsOneValueForBothSidesWhereTheChaptersAreCovered() {
        Dataset<Row> shares = shares(
                """
                year reporter has_x has_m products
                2020 156      true  false 27|F1_FUELS
                2020 392      true  true  10|27|F1_FUELS|TOTAL
                """,
                "year reporter flow partner product value_usd",
                """
                year exporter importer product value_usd source
                2020 CHN      JPN      27      40        both
                2020 CHN      USA      27      10        exporter
                2020 LAO      JPN      27      5         importer
                2020 JPN      CHN      27      3         exporter
                2020 JPN      CHN      10      7         exporter
                2020 JPN      LAO      10      2         exporter
                """,
                "basis = 'reconciled' AND membership = 'fixed'");
        SameRows.assertDrawn(
                RegionalShares.TABLE,
                """
                product flow intra_usd extra_usd self_usd unallocated_usd reporters_present reporters_filled is_headline
                10      M    2         0         0        0               1                 1                false
                10      X    9         0         0        0               1                 1                false
                10      XM   11        0         0        0               1                 1                false
                27      M    45        0         0        0               2                 1                false
                27      X    48        10        0        0               2                 1                false
                27      XM   93        10        0        0               2                 1                false
                """,
                shares);
    }

    @Test
    void theHeadlineIsAsReportedFixedPresent() {
        Dataset<Row> headline = shares(
                ALL_REPORT,
                """
                year reporter flow partner product value_usd
                2020 CHN      X    JPN     TOTAL   1
                """,
                "is_headline");
        assertThat(headline.select("basis", "membership", "reporter_set", "product_level")
                        .distinct()
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[as_reported,fixed,present,total]");
        assertThat(headline.count()).as("X, M, XM").isEqualTo(3);
    }
}
