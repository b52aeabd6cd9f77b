package tradelake.harmonise.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tradelake.harmonise.ProductFlows;
import tradelake.lake.DrawnTables;
import tradelake.lake.Years;
import tradelake.reference.Columns;
import tradelake.reference.Reference;

/** Drawn reports of both sides become one value each. */
class BilateralTest {
    private static final double CIF = 1.05;

    @Test
    void twoReportsBecomeOneValue() {
        DrawnTables silver = new DrawnTables()
                .with(GravityVariablesTable.TABLE, "economy_a\n")
                .with(CifRates.TABLE, "kind\n")
                .with(
                        ProductFlows.TABLE,
                        """
                        year reporter flow partner product product_level value_usd filled
                        2020 CHN      X    JPN     84      chapter       100       false
                        2020 JPN      M    CHN     84      chapter       126       false
                        2020 CHN      X    KOR     84      chapter       50        false
                        2020 KOR      M    CHN     84      chapter       52.5      false
                        2020 JPN      X    KOR     84      chapter       80        false
                        2020 KOR      M    JPN     84      chapter       84        false
                        2020 KOR      M    USA     84      chapter       21        false
                        2020 JPN      X    USA     27      chapter       7         false
                        2020 THA      X    JPN     84      chapter       33        true
                        2020 CHN      M    CHN     84      chapter       44        false
                        2020 CHN      X    C899    84      chapter       45        false
                        2020 CHN      X    JPN     TOTAL   total         100       false
                        """);
        Map<String, Row> made = silver
                .make(new Bilateral(Reference.load(), new Years(2019, 2020), CIF, new Limits(0, 1, 0.01)))
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(
                        row -> Bilateral.EXPORTER.in(row) + Bilateral.IMPORTER.in(row) + Columns.PRODUCT.in(row),
                        Function.identity()));
        assertThat(made.keySet()).containsExactlyInAnyOrder("CHNJPN84", "CHNKOR84", "JPNKOR84", "USAKOR84", "JPNUSA27");
        assertThat(Bilateral.VALUE.in(made.get("JPNKOR84"))).isCloseTo(80, within(1e-9));
        assertThat(Bilateral.VALUE.in(made.get("USAKOR84"))).isCloseTo(21 / CIF, within(1e-9));
        assertThat(Bilateral.SOURCE.in(made.get("USAKOR84"))).isEqualTo("importer");
        assertThat(Bilateral.VALUE.in(made.get("JPNUSA27"))).isEqualTo(7);
        double weight = Bilateral.EXPORT_WEIGHT.in(made.get("CHNJPN84"));
        assertThat(weight).isStrictlyBetween(0.0, 1.0);
        assertThat(Bilateral.VALUE.in(made.get("CHNJPN84")))
                .isCloseTo(weight * 100 + (1 - weight) * 126 / CIF, within(1e-9));
        assertThat(Bilateral.IMPORT_FOB.in(made.get("JPNUSA27"))).isNull();
    }
}
