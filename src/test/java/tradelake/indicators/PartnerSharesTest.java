package tradelake.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.ReporterYears;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.lake.DrawnTables;
import tradelake.lake.SameRows;
import tradelake.reference.Columns;
import tradelake.reference.ProductLevel;
import tradelake.reference.Reference;

/** Shares and ranks of a group's partners. */
class PartnerSharesTest {
    private static final MembershipDays DAYS =
            new MembershipDays(2019, 2024, LocalDate.of(2024, 12, 31), MonthDay.of(7, 1));
    private static final PairList PAIRS = new PairList(
            List.of("RCEP", "USMCA", "CA5"), List.of("CHN", "USA", "JPN"), EnumSet.allOf(ProductLevel.class));
    private static final String NOTHING = "year exporter importer";
    private static final String REPORTS =
            """
            year reporter has_x products
            2020 156      true  TOTAL|S05|27|F1_FUELS
            2020 392      true  TOTAL|S05|27|F1_FUELS
            2021 392      true  TOTAL
            """;

    private static Dataset<Row> made(String productFlows) {
        return new DrawnTables()
                .with(ReporterYears.TABLE, REPORTS)
                .with(ProductFlows.TABLE, productFlows)
                .with(Bilateral.TABLE, NOTHING)
                .make(new PartnerShares(Reference.load(), DAYS, PAIRS));
    }

    /**
     * Germany is listed nowhere and comes first among single economies; Canada and Mexico tie. North America's 90 + 10 + 10 is
     * more than Germany's 100, so no single economy outside it is larger.
     */
    @Test
    void aRankCountsAllSingleEconomiesAndTiesShareTheBetterPlace() {
        SameRows.assertDrawn(
                PartnerShares.TABLE,
                """
                group_id partner_group flow value_usd total_usd share rank
                RCEP     CHN           X    10        300       0.03333333333333333 3
                RCEP     CHN           XM   10        308       0.032467532467532464 3
                RCEP     JPN           X    10        300       0.03333333333333333 3
                RCEP     JPN           XM   10        308       0.032467532467532464 3
                RCEP     RCEP          X    20        300       0.06666666666666667 3
                RCEP     RCEP          XM   20        308       0.06493506493506493 3
                RCEP     USA           X    90        300       0.3   2
                RCEP     USA           M    8         8         1     1
                RCEP     USA           XM   98        308       0.3181818181818182 2
                RCEP     USMCA         X    110       300       0.36666666666666664 1
                RCEP     USMCA         M    8         8         1     1
                RCEP     USMCA         XM   118       308       0.38311688311688313 1
                """,
                made("""
                                year reporter flow partner product product_level value_usd
                                2020 CHN      X    JPN     TOTAL   total         10
                                2020 JPN      X    CHN     TOTAL   total         10
                                2020 CHN      X    USA     TOTAL   total         90
                                2020 CHN      X    CAN     TOTAL   total         10
                                2020 JPN      X    MEX     TOTAL   total         10
                                2020 CHN      X    DEU     TOTAL   total         60
                                2020 JPN      X    DEU     TOTAL   total         40
                                2020 CHN      X    C899    TOTAL   total         70
                                2020 CHN      M    USA     TOTAL   total         8
                                2020 CHN      M    CHN     TOTAL   total         500
                                2020 CHN      M    KAZ     TOTAL   total         0
                                """)
                        .filter("is_headline"));
    }

    /** Japan alone reports in both years; only total and sections stand in rows that are not the headline. */
    @Test
    void otherVariantsHaveTheTotalAndTheSections() {
        Dataset<Row> rows = made(
                """
                year reporter flow partner product  product_level value_usd filled
                2020 CHN      X    USA     TOTAL    total         1         false
                2020 CHN      X    USA     S05      section       1         false
                2020 CHN      X    USA     27       chapter       1         false
                2020 CHN      X    USA     F1_FUELS category      1         false
                2020 JPN      X    USA     TOTAL    total         10        false
                2020 LAO      X    USA     TOTAL    total         100       true
                2020 LAO      X    USA     27       chapter       100       true
                """);
        SameRows.assertDrawn(
                PartnerShares.TABLE,
                """
                product  product_level basis         membership reporter_set value_usd is_headline
                27       chapter       as_reported   fixed      present      1         true
                F1_FUELS category      as_reported   fixed      present      1         true
                S05      section       as_reported   fixed      present      1         true
                S05      section       mirror_filled fixed      present      1         false
                TOTAL    total         as_reported   fixed      constant     10        false
                TOTAL    total         as_reported   fixed      present      11        true
                TOTAL    total         mirror_filled fixed      present      111       false
                """,
                rows.filter("partner_group = 'USA' AND flow = 'X'"));
    }

    @Test
    void bothSidesHaveTheirMembersByTheSameRule() {
        SameRows.assertDrawn(
                PartnerShares.TABLE,
                """
                year membership value_usd total_usd
                2020 fixed      11        11
                2022 fixed      11        11
                2022 in_force   1         11
                """,
                new DrawnTables()
                        .with(
                                ReporterYears.TABLE,
                                """
                                year reporter has_x products
                                2020 156      true  TOTAL
                                2022 156      true  TOTAL
                                """)
                        .with(
                                ProductFlows.TABLE,
                                """
                                year reporter flow partner product product_level value_usd
                                2020 CHN      X    JPN     TOTAL   total         1
                                2020 CHN      X    IDN     TOTAL   total         10
                                2022 CHN      X    JPN     TOTAL   total         1
                                2022 CHN      X    IDN     TOTAL   total         10
                                """)
                        .with(Bilateral.TABLE, NOTHING)
                        .make(new PartnerShares(Reference.load(), DAYS, PAIRS))
                        .filter("partner_group = 'RCEP' AND flow = 'X' AND basis = 'as_reported'")
                        .filter("reporter_set = 'present'"));
    }

    /** One FOB value for both sides; Germany is listed nowhere and stands in the total alone; chapters are not listed. */
    @Test
    void reconciledSharesAreOfTheOneValueOfBothReports() {
        SameRows.assertDrawn(
                PartnerShares.TABLE,
                """
                product partner_group flow value_usd total_usd share reporter_set is_headline
                S05     JPN           X    30        100       0.3   present      false
                S05     RCEP          X    30        100       0.3   present      false
                S05     RCEP          M    30        30        1     present      false
                """,
                new DrawnTables()
                        .with(
                                ReporterYears.TABLE,
                                """
                                year reporter has_x has_m products
                                2020 156      true  true  S05|25|26|27
                                2020 392      true  true  S05|25|26|27
                                """)
                        .with(ProductFlows.TABLE, "year reporter flow partner product product_level value_usd")
                        .with(
                                Bilateral.TABLE,
                                """
                                year exporter importer product value_usd source
                                2020 CHN      JPN      27      20        both
                                2020 CHN      JPN      25      10        importer
                                2020 CHN      DEU      27      70        exporter
                                """)
                        .make(new PartnerShares(Reference.load(), DAYS, PAIRS))
                        .filter("basis = 'reconciled' AND group_id = 'RCEP' AND membership = 'fixed'")
                        .filter("flow <> 'XM' AND partner_group IN ('RCEP', 'JPN')"));
    }

    /** Another road: a rank counted from the values of the table itself, all twenty partners being listed. */
    @Test
    void ranksAgreeWithTheValuesBesideThem() {
        List<String> partners = List.of(
                "USA", "CAN", "MEX", "DEU", "FRA", "ITA", "GBR", "IND", "BRA", "ZAF", "RUS", "SAU", "ARE", "KAZ", "UZB",
                "TUR", "EGY", "NGA", "KEN", "CHE");
        StringBuilder drawing = new StringBuilder("year reporter flow partner product product_level value_usd\n");
        for (int i = 0; i < partners.size(); i++)
            drawing.append("2020 CHN X %s TOTAL total %d\n".formatted(partners.get(i), 1 + i * 7 % 11));
        Map<String, Row> rows = new DrawnTables()
                        .with(ReporterYears.TABLE, REPORTS)
                        .with(ProductFlows.TABLE, drawing.toString())
                        .with(Bilateral.TABLE, NOTHING)
                        .make(new PartnerShares(
                                Reference.load(),
                                DAYS,
                                new PairList(
                                        List.of("RCEP", "USMCA", "CA5"), partners, EnumSet.allOf(ProductLevel.class))))
                        .filter("is_headline AND flow = 'X'")
                        .collectAsList()
                        .stream()
                        .collect(Collectors.toMap(Columns.PARTNER_GROUP::in, row -> row));
        ToLongFunction<Row> larger = mine -> partners.stream()
                .filter(other -> Columns.VALUE_USD.in(rows.get(other)) > Columns.VALUE_USD.in(mine))
                .count();
        assertThat(rows).containsKeys("USMCA", "CA5").hasSize(22);
        assertThat(rows.values())
                .allSatisfy(row -> assertThat(PartnerShares.RANK.in(row)).isEqualTo((int) larger.applyAsLong(row) + 1));
    }
}
