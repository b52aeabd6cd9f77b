package tradelake.indicators;

import org.junit.jupiter.api.Test;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.lake.DrawnTables;
import tradelake.lake.SameRows;

class ReconciliationTest {
    /** Of 27 both report: 0 and ln 2 apart, with 30 and 10 of the value; the third flow is an importer's word alone. */
    @Test
    void valuesOfBothSidesStandBesideThoseOfOne() {
        SameRows.assertDrawn(
                Reconciliation.TABLE,
                """
                year product product_level source   flows value_usd share export_usd import_fob_usd mirror_gap
                2019 27      chapter both     2     40        0.8   50         40             0.17328679513998632
                2019 27      chapter importer 1     10        0.2   -          10             -
                2019 84      chapter exporter 1     150       1     150        -              -
                2019 TOTAL   total both     2     40        0.2   50         40             0.17328679513998632
                2019 TOTAL   total exporter 1     150       0.75  150        -              -
                2019 TOTAL   total importer 1     10        0.05  -          10             -
                """,
                new DrawnTables()
                        .with(
                                Bilateral.TABLE,
                                """
                                year exporter importer product value_usd source   export_usd import_fob_usd
                                2019 CHN      JPN      27      30        both     30         30
                                2019 JPN      CHN      27      10        both     20         10
                                2019 LAO      CHN      27      10        importer -          10
                                2019 CHN      LAO      84      150       exporter 150        -
                                """)
                        .make(new Reconciliation()));
    }
}
