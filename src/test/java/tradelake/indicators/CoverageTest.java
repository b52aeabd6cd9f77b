package tradelake.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tradelake.harmonise.ReporterYears;
import tradelake.lake.DrawnTables;
import tradelake.lake.SameRows;
import tradelake.reference.Reference;

/** Who reported what, who did not, and how far totals are from the control totals. */
class CoverageTest {
    private static final Reference REFERENCE = Reference.load();

    private static Dataset<Row> made(String reporterYears) {
        return new DrawnTables().with(ReporterYears.TABLE, reporterYears).make(new Coverage(REFERENCE));
    }

    @Test
    void aMissingReportIsARow() {
        Dataset<Row> coverage = made(
                """
                year reporter hs_edition whole has_x has_m partners value_x_usd value_m_usd products
                2019 156      H5         true  true  true  200      5           7           TOTAL|27
                2021 156      H5         false false true  3        -           2           27
                2020 36       H5         true  true  true  100      1           1           TOTAL
                0    0        -          false false false 0        -           -           TOTAL
                """);
        SameRows.assertDrawn(
                Coverage.TABLE,
                """
                reporter year has_dataset has_x has_m hs_edition whole covers_total partners value_x_usd value_m_usd
                AUS      2019 false       false false -          false false        0        -           -
                AUS      2020 true        true  true  H5         true  true         100      1           1
                AUS      2021 false       false false -          false false        0        -           -
                CHN      2019 true        true  true  H5         true  true         200      5           7
                CHN      2020 false       false false -          false false        0        -           -
                CHN      2021 true        false true  H5         false false        3        -           2
                LAO      2019 false       false false -          false false        0        -           -
                LAO      2020 false       false false -          false false        0        -           -
                LAO      2021 false       false false -          false false        0        -           -
                """,
                coverage.filter("reporter IN ('AUS', 'CHN', 'LAO')"));
        assertThat(coverage.filter("reporter = 'WLD'").count())
                .as("rows that could not be placed are nobody's")
                .isZero();
    }

    @Test
    void aGapIsAFractionOfTheControlTotalAndNeedsAllGoods() {
        double control =
                REFERENCE.controlTotals().of("CHN", "X", 2019).orElseThrow().valueUsd();
        Dataset<Row> coverage = made(
                """
                year reporter has_x value_x_usd value_m_usd products
                2019 156      true  %s          -           TOTAL
                2020 156      true  100         -           27
                """
                        .formatted(control * 1.25));
        Row whole = coverage.filter("reporter = 'CHN' AND year = 2019").first();
        Row extract = coverage.filter("reporter = 'CHN' AND year = 2020").first();
        assertThat(Coverage.CONTROL_X.in(whole)).isEqualTo(control);
        assertThat(Coverage.GAP_X.in(whole)).isCloseTo(0.25, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(Coverage.GAP_M.in(whole)).as("no imports").isNull();
        assertThat(Coverage.GAP_X.in(extract)).as("an extract of chapter 27").isNull();
        assertThat(Coverage.CONTROL_X.in(extract)).isNotNull();
    }

    @Test
    void aLakeWithoutDatasetsHasNoCoverage() {
        assertThat(made("year reporter").count()).isZero();
    }
}
