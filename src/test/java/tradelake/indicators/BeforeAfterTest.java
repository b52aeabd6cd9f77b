package tradelake.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tradelake.harmonise.Flows;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.ReporterYears;
import tradelake.lake.BadInput;
import tradelake.lake.DrawnTables;
import tradelake.lake.SameRows;
import tradelake.lake.Years;
import tradelake.reference.Columns;
import tradelake.reference.ProductLevel;
import tradelake.reference.Reference;

/** A year beside a baseline, against sums by hand. */
class BeforeAfterTest {
    private static final MembershipDays DAYS =
            new MembershipDays(2018, 2022, LocalDate.of(2024, 12, 31), MonthDay.of(7, 1));
    private static final PairList PAIRS =
            new PairList(List.of("RCEP"), List.of("USA", "VNM"), EnumSet.allOf(ProductLevel.class));

    /** Japan's report of 2022 is missing; China's covers the category throughout, with other codes from H6 on. */
    private static final String REPORTS =
            """
            year reporter has_x hs_edition products
            2018 156      true  H5         TOTAL|DIGI_CORE
            2019 156      true  H5         TOTAL|DIGI_CORE
            2022 156      true  H6         TOTAL|DIGI_CORE
            2018 392      true  H5         TOTAL
            2019 392      true  H5         TOTAL
            """;

    private static final String NO_ITEMS =
            "year reporter flow partner hs_edition hs_code hs_level value_usd net_weight_kg\n";

    private static Dataset<Row> made(String baseline, String productFlows) {
        return made(baseline, productFlows, NO_ITEMS);
    }

    private static Dataset<Row> made(String baseline, String productFlows, String flows) {
        return new DrawnTables()
                .with(Flows.TABLE, flows)
                .with(ReporterYears.TABLE, REPORTS)
                .with(ProductFlows.TABLE, productFlows)
                .make(new BeforeAfter(
                        Reference.load(),
                        DAYS,
                        PAIRS,
                        List.of("RCEP"),
                        List.of(Years.parse(baseline)),
                        new Years(2020, 2022)));
    }

    /** China's 60 of 2019 are 30 to Viet Nam, 20 to the USA and 10 to nobody named; its imports of 2022 have no baseline. */
    @Test
    void onlyReportersOfBothSidesCount() {
        SameRows.assertDrawn(
                BeforeAfter.TABLE,
                """
                group_id partner_group flow baseline year baseline_usd value_usd change_usd growth multiple baseline_share share share_change reporters_compared members
                RCEP     WLD           X    2019     2022 60           120       60         1.0    2.0      1.0            1.0   0            1                  15
                RCEP     WLD           M    2019     2022 0            5         5          -      -        -              1.0   -            1                  15
                RCEP     WLD           XM   2019     2022 60           125       65         1.0833333333333333 2.0833333333333335 1.0 1.0 0    1                  15
                RCEP     RCEP          X    2019     2022 30           90        60         2.0    3.0      0.5            0.75  0.25         1                  15
                RCEP     RCEP          XM   2019     2022 30           90        60         2.0    3.0      0.5            0.72  0.22         1                  15
                RCEP     VNM           X    2019     2022 30           90        60         2.0    3.0      0.5            0.75  0.25         1                  15
                RCEP     VNM           XM   2019     2022 30           90        60         2.0    3.0      0.5            0.72  0.22         1                  15
                RCEP     USA           X    2019     2022 20           30        10         0.5    1.5      0.3333333333333333 0.25 -0.08333333333333331 1    15
                RCEP     USA           M    2019     2022 0            5         5          -      -        -              1.0   -            1                  15
                RCEP     USA           XM   2019     2022 20           35        15         0.75   1.75     0.3333333333333333 0.28 -0.053333333333333286 1 15
                """,
                made(
                                "2019",
                                """
                        year reporter flow partner product product_level value_usd
                        2018 CHN      X    VNM     TOTAL   total         10
                        2019 CHN      X    VNM     TOTAL   total         30
                        2019 CHN      X    USA     TOTAL   total         20
                        2019 CHN      X    C899    TOTAL   total         10
                        2019 CHN      M    CHN     TOTAL   total         900
                        2019 JPN      X    VNM     TOTAL   total         500
                        2022 CHN      X    VNM     TOTAL   total         90
                        2022 CHN      X    USA     TOTAL   total         30
                        2022 CHN      M    USA     TOTAL   total         5
                        """)
                        .filter("product = 'TOTAL'"));
    }

    @Test
    void aBaselineOfYearsIsTheirMeanAndACategoryWhoseCodesChangedIsMarked() {
        List<Row> rows = made(
                        "2018-2019",
                        """
                        year reporter flow partner product      product_level value_usd
                        2018 CHN      X    VNM     TOTAL        total         10
                        2019 CHN      X    VNM     TOTAL        total         30
                        2019 CHN      X    VNM     DIGI_CORE    category      7
                        2022 CHN      X    VNM     TOTAL        total         90
                        2022 CHN      X    VNM     DIGI_CORE    category      9
                        """)
                .filter("partner_group = 'VNM' AND flow = 'X'")
                .orderBy("product")
                .collectAsList();
        assertThat(rows).extracting(Columns.PRODUCT::in).containsExactly("DIGI_CORE", "TOTAL");
        assertThat(rows).extracting(Comparisons.SERIES_BREAK::in).containsExactly(true, false);
        assertThat(rows).extracting(Comparisons.BASELINE::in).containsOnly("2018-2019");
        assertThat(rows).extracting(BeforeAfter.BASELINE_USD::in).containsExactly(7 / 2.0, (10 + 30) / 2.0);
        assertThat(rows).extracting(BeforeAfter.MULTIPLE::in).containsExactly(9 / 3.5, 90 / 20.0);
    }

    /**
     * Chargers cost 3 and then 5 a kilogram, maize 2 and then 3; cars left, fuel entered, and nobody weighed the medicines of
     * 2019. Exports of Japan, which has no data for 2022, and what China bought from itself stay out.
     */
    @Test
    void unitValuesAndQuantitiesOfMatchedItems() {
        List<Row> rows = made(
                        "2019",
                        """
                        year reporter flow partner product product_level value_usd
                        2019 CHN      X    VNM     TOTAL   total         67
                        2022 CHN      X    VNM     TOTAL   total         89
                        2019 JPN      X    VNM     TOTAL   total         99
                        """,
                        """
                        year reporter flow partner hs_edition hs_code hs_level value_usd net_weight_kg
                        2019 156      X    704     H5         850440  6        30        10
                        2022 156      X    704     H6         850440  6        60        12
                        2019 156      X    704     H5         100590  6        20        10
                        2022 156      X    704     H6         100590  6        15        5
                        2019 156      X    704     H5         870323  6        10        1
                        2022 156      X    704     H6         271019  6        5         5
                        2019 156      X    704     H5         300490  6        7         -
                        2022 156      X    704     H6         300490  6        9         1
                        2022 156      M    156     H6         850440  6        50        1
                        2019 392      X    704     H5         850440  6        99        1
                        """)
                .filter("product = 'TOTAL' AND flow = 'X' AND year = 2022")
                .collectAsList();
        assertThat(rows).extracting(Columns.PARTNER_GROUP::in).containsExactlyInAnyOrder("WLD", "RCEP", "VNM");
        double old = 3 * 10 + 2 * 10;
        double oldAtNew = 5 * 10 + 3 * 10;
        double newAtOld = 3 * 12 + 2 * 5;
        double now = 5 * 12 + 3 * 5;
        for (Row row : rows) {
            assertThat(UnitValues.UNIT_VALUE.in(row))
                    .isCloseTo(Math.sqrt(oldAtNew / old * now / newAtOld) - 1, within(1e-12));
            assertThat(UnitValues.QUANTITY.in(row))
                    .isCloseTo(Math.sqrt(newAtOld / old * now / oldAtNew) - 1, within(1e-12));
            assertThat((1 + UnitValues.UNIT_VALUE.in(row)) * (1 + UnitValues.QUANTITY.in(row)))
                    .isCloseTo(now / old, within(1e-12));
            assertThat(UnitValues.ENTRY.in(row)).isEqualTo(5 / 67.0);
            assertThat(UnitValues.EXIT.in(row)).isEqualTo(10 / 67.0);
            assertThat(UnitValues.COVERED.in(row)).isEqualTo((old + now) / (67 + 89));
        }
    }

    @Test
    void aBaselineComesBefore() {
        assertThatThrownBy(() -> made("2019-2020", "year reporter flow partner product product_level value_usd\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("2019-2020");
    }
}
