package tradelake.indicators.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.ReporterYears;
import tradelake.lake.DrawnTables;
import tradelake.lake.SameRows;
import tradelake.reference.AllGoods;
import tradelake.reference.Reference;

/** Drawn flows through Spark: which reporters take part, bases, and null where a number is not defined. */
class YearlyIndicatorsTest {
    private static final DrawnTables SILVER = new DrawnTables()
            .with(
                    ReporterYears.TABLE,
                    """
                    year reporter has_x has_m products
                    2019 156      true  true  ALL|01|02
                    2020 156      true  true  ALL|01|02
                    2020 392      true  true  ALL|01|02
                    2020 842      true  false TOTAL|01
                    2020 410      true  false ALL|01|02
                    """
                            .replace("ALL", AllGoods.PRODUCTS))
            .with(
                    ProductFlows.TABLE,
                    """
                    year reporter flow partner product product_level value_usd filled
                    2019 CHN      X    JPN     01      chapter       50        false
                    2020 CHN      X    JPN     01      chapter       60        false
                    2020 CHN      X    USA     02      chapter       30        false
                    2020 CHN      X    C899    02      chapter       10        false
                    2020 CHN      X    CHN     02      chapter       77        false
                    2020 CHN      X    JPN     TOTAL   total         60        false
                    2020 JPN      X    CHN     02      chapter       100       false
                    2020 JPN      M    CHN     01      chapter       63        false
                    2020 USA      X    JPN     01      chapter       500       false
                    2020 KOR      X    JPN     01      chapter       0         false
                    2020 THA      X    CHN     01      chapter       20        true
                    """);
    private static final YearlyIndicators WORK =
            new YearlyIndicators(Reference.load(), List.of("CHN", "JPN"), List.of("RCEP"), LocalDate.of(2024, 12, 31));

    private static Dataset<Row> cells;

    @BeforeAll
    static void compute() {
        Dataset<Row> computed = WORK.cells(SILVER);
        cells = SILVER.rows(computed.schema(), computed.collectAsList());
    }

    private static Dataset<Row> made(String table) {
        YearlyIndicator indicator = WORK.indicators().stream()
                .filter(one -> one.table().name().equals(table))
                .findFirst()
                .orElseThrow();
        return SILVER.of(
                indicator.table(),
                indicator.table().conform(WORK.rows(indicator, cells)).collectAsList());
    }

    /** JPN's X is 100 of 200 in the world, CHN's chapter 01 60 of its 100; the extract of USA takes no part, nor does Korea with nothing but noughts. */
    @Test
    void advantageAmongReportersThatCoverAllGoods() {
        SameRows.assertDrawn(
                AdvantageTable.TABLE,
                """
                year basis         reporter flow product value_of_product_usd rca                rca_excluding_self rca_normalised
                2019 as_reported   CHN      X    01      50                   1                  -                  0
                2020 as_reported   CHN      X    01      60                   2                  -                  0.15
                2020 as_reported   CHN      X    02      40                   0.5714285714285714 0.4                -0.15
                2020 as_reported   JPN      M    01      63                   1                  -                  0
                2020 as_reported   JPN      X    02      100                  1.4285714285714286 2.5                0.15
                2020 mirror_filled CHN      X    01      60                   1.65               3.6                0.10743801652892562
                """,
                made("gold.revealed_advantage")
                        .filter("basis = 'as_reported' OR (reporter = 'CHN' AND product = '01' AND year = 2020)"));
    }

    @Test
    void growthIsAmongExportersOfBothYears() {
        SameRows.assertDrawn(
                GrowthTable.TABLE,
                """
                year basis         reporter change_usd world_effect_usd entry_usd exit_usd continuing_usd
                2020 as_reported   CHN      50         50               40        0        10
                2020 mirror_filled CHN      50         50               40        0        10
                """,
                made("gold.growth_decomposition"));
    }

    @Test
    void whatIsNotDefinedIsNull() {
        assertThat(made("gold.trade_intensity")
                        .filter("exporter = 'JPN' AND importer = 'CHN' AND basis = 'as_reported' AND intensity IS NULL"
                                + " AND share_of_exports = 1")
                        .count())
                .isEqualTo(1);
        assertThat(made("gold.complexity")
                        .filter("year = 2020 AND complexity IS NULL AND breadth > 0")
                        .count())
                .as("two economies alone have no complexity")
                .isPositive();
    }
}
