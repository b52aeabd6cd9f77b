package tradelake.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.ReporterYears;
import tradelake.lake.DrawnTables;
import tradelake.lake.SameRows;
import tradelake.reference.Index;
import tradelake.reference.Indices;
import tradelake.reference.Reference;

/** Indices of trade, built in and the user's. */
class TradeIndexTest {
    private static final Reference REFERENCE = Reference.load();

    @TempDir
    Path conf;

    private final DrawnTables silver = new DrawnTables()
            .with(
                    ReporterYears.TABLE,
                    """
                    year reporter has_x products
                    2018 392      true  TOTAL
                    2019 156      true  TOTAL
                    2019 392      true  TOTAL
                    2020 156      true  TOTAL
                    2020 842      true  TOTAL
                    """)
            .with(
                    ProductFlows.TABLE,
                    """
                    year reporter flow partner product value_usd filled
                    2019 CHN      X    JPN     TOTAL   40        false
                    2019 CHN      X    USA     TOTAL   900       false
                    2019 CHN      M    CHN     TOTAL   700       false
                    2019 JPN      X    CHN     TOTAL   10        false
                    2020 CHN      X    JPN     TOTAL   60        false
                    2020 CHN      X    C899    TOTAL   5         false
                    2020 CHN      M    JPN     TOTAL   20        false
                    2020 JPN      X    CHN     TOTAL   30        true
                    2020 CHN      X    JPN     27      8         false
                    2020 USA      X    CHN     TOTAL   33        false
                    """);

    private TradeIndex job(Indices indices) {
        return new TradeIndex(REFERENCE, indices, LocalDate.of(2024, 12, 31));
    }

    @Test
    void theBaseYearIs100AndWithoutItThereIsNoIndex() {
        SameRows.assertDrawn(
                TradeIndex.TABLE,
                """
                index_id   year flow value_usd index base_year reporters partners product reporters_present reporters_expected
                RCEP_INTRA 2018 M    0         -     2019      RCEP      RCEP     TOTAL   1                 15
                RCEP_INTRA 2018 X    0         0     2019      RCEP      RCEP     TOTAL   1                 15
                RCEP_INTRA 2018 XM   0         0     2019      RCEP      RCEP     TOTAL   1                 15
                RCEP_INTRA 2019 M    0         -     2019      RCEP      RCEP     TOTAL   2                 15
                RCEP_INTRA 2019 X    50        100   2019      RCEP      RCEP     TOTAL   2                 15
                RCEP_INTRA 2019 XM   50        100   2019      RCEP      RCEP     TOTAL   2                 15
                RCEP_INTRA 2020 M    20        -     2019      RCEP      RCEP     TOTAL   1                 15
                RCEP_INTRA 2020 X    60        120   2019      RCEP      RCEP     TOTAL   1                 15
                RCEP_INTRA 2020 XM   80        160   2019      RCEP      RCEP     TOTAL   1                 15
                """,
                silver.make(job(Indices.load(REFERENCE))).filter("index_id = 'RCEP_INTRA'"));
    }

    @Test
    void aUsersIndexAgainstEveryoneCountsUnknownPartnersToo() throws Exception {
        Files.writeString(
                conf.resolve("indices.csv"),
                """
                index_id,reporters,partners,product,base_year
                MINE,CHN,WLD,TOTAL,2020
                """);
        SameRows.assertDrawn(
                TradeIndex.TABLE,
                """
                index_id year flow value_usd index              reporters_present name_en
                MINE     2019 X    940       1446.1538461538462 1                 MINE
                MINE     2020 X    65        100                1                 MINE
                """,
                silver.make(job(Indices.load(conf, REFERENCE))).filter("index_id = 'MINE' AND flow = 'X'"));
    }

    @Test
    void everyBuiltInIndexNamesKnownThings() {
        assertThat(Indices.load(REFERENCE).all())
                .extracting(Index::id)
                .contains("RCEP_INTRA", "ASEAN_CHINA", "CHINA_MSR", "CHINA_BRI")
                .doesNotHaveDuplicates();
    }
}
