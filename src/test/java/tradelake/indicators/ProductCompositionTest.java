package tradelake.indicators;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.ReporterYears;
import tradelake.lake.DrawnTables;
import tradelake.lake.SameRows;
import tradelake.reference.AllGoods;
import tradelake.reference.ProductLevel;
import tradelake.reference.Reference;

/** Of what a pair's trade consists, and what an extract beside whole releases may not do to it. */
class ProductCompositionTest {
    private static final ProductComposition JOB = new ProductComposition(
            Reference.load(),
            new MembershipDays(2020, 2021, LocalDate.of(2024, 12, 31), MonthDay.of(7, 1)),
            new PairList(List.of("RCEP", "ASEAN"), List.of("USA"), EnumSet.allOf(ProductLevel.class)));

    @Test
    void sharesAreOfTheWholeTradeOfThePairWithoutSelfTrade() {
        SameRows.assertDrawn(
                ProductComposition.TABLE,
                """
                group_id partner_group scheme   product  flow value_usd share
                RCEP     USA           chapter  27       X    30        0.3
                RCEP     USA           figure1  F1_FUELS X    30        0.3
                RCEP     USA           section  S05      X    30        0.3
                RCEP     USA           category ENERGY   X    30        0.3
                RCEP     WLD           chapter  27       X    35        0.25
                RCEP     WLD           figure1  F1_FUELS X    30        0.21428571428571427
                RCEP     WLD           section  S05      X    30        0.21428571428571427
                RCEP     WLD           category ENERGY   X    30        0.21428571428571427
                RCEP     ASEAN         chapter  27       X    5         0.5
                RCEP     RCEP          chapter  27       X    5         0.125
                """,
                new DrawnTables()
                        .with(
                                ReporterYears.TABLE,
                                """
                                year reporter has_x products
                                2020 156      true  ALL|27|F1_FUELS|ENERGY
                                """
                                        .replace("ALL", AllGoods.PRODUCTS))
                        .with(
                                ProductFlows.TABLE,
                                """
                                year reporter flow partner product  product_level value_usd
                                2020 CHN X USA TOTAL total 100
                                2020 CHN X USA S05 section 30
                                2020 CHN X USA 27 chapter 30
                                2020 CHN X USA F1_FUELS category 30
                                2020 CHN X USA ENERGY category 30
                                2020 CHN X VNM TOTAL total 10
                                2020 CHN X VNM 27 chapter 5
                                2020 CHN X JPN TOTAL total 30
                                2020 CHN X CHN TOTAL total 900
                                2020 CHN X CHN 27 chapter 900
                                """)
                        .make(JOB)
                        .filter("flow = 'X' AND basis = 'as_reported'"));
    }

    /** Extracts of chapter 27, with the total or without, are in the value but not in the share; where no report covers all goods there is none. */
    @Test
    void onlyReportsThatCoverAllGoodsMakeAShare() {
        SameRows.assertDrawn(
                ProductComposition.TABLE,
                """
                year product value_usd share
                2020 27      513       0.1
                2021 27      500       -
                """,
                new DrawnTables()
                        .with(
                                ReporterYears.TABLE,
                                """
                                year reporter has_x products
                                2020 156      true  ALL|27
                                2020 392      true  27
                                2020 410      true  TOTAL|27
                                2021 392      true  27
                                """
                                        .replace("ALL", AllGoods.PRODUCTS))
                        .with(
                                ProductFlows.TABLE,
                                """
                                year reporter flow partner product product_level value_usd
                                2020 CHN X USA TOTAL total 100
                                2020 CHN X USA 27 chapter 10
                                2020 JPN X USA 27 chapter 500
                                2020 KOR X USA TOTAL total 900
                                2020 KOR X USA 27 chapter 3
                                2021 JPN X USA 27 chapter 500
                                """)
                        .make(JOB)
                        .filter("flow = 'X' AND basis = 'as_reported' AND partner_group = 'USA'"));
    }

    /** A filled row is as comparable as the partner's report that it is taken from. */
    @Test
    void mirrorFilledAddsTheMissingReporters() {
        SameRows.assertDrawn(
                ProductComposition.TABLE,
                """
                group_id product basis         value_usd share
                ASEAN    S05     mirror_filled 20        0.5
                RCEP     27      as_reported   10        0.25
                RCEP     S05     as_reported   10        0.25
                RCEP     S05     mirror_filled 30        0.375
                """,
                new DrawnTables()
                        .with(
                                ReporterYears.TABLE,
                                """
                                year reporter has_x products
                                2020 156      true  ALL|27
                                2020 842      true  ALL|27
                                """
                                        .replace("ALL", AllGoods.PRODUCTS))
                        .with(
                                ProductFlows.TABLE,
                                """
                                year reporter flow partner product product_level value_usd filled
                                2020 CHN      X    USA     TOTAL   total         40        false
                                2020 CHN      X    USA     S05     section       10        false
                                2020 CHN      X    USA     27      chapter       10        false
                                2020 LAO      X    USA     TOTAL   total         40        true
                                2020 LAO      X    USA     S05     section       20        true
                                2020 LAO      X    USA     27      chapter       20        true
                                """)
                        .make(JOB)
                        .filter("flow = 'X' AND partner_group = 'USA'"));
    }
}
