package tradelake.rcep.exposure;

import static tradelake.harmonise.mirror.Bilateral.EXPORTER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.harmonise.Flows;
import tradelake.lake.DrawnTables;
import tradelake.lake.SameRows;
import tradelake.lake.Years;
import tradelake.reference.Agreements;
import tradelake.reference.Reference;

/** Margins computed by hand. RCEP is in force between China and Japan (no other agreement) and China and Viet Nam (ACFTA) since 2022. */
class ExposureTest {
    private static final Reference REFERENCE = Reference.load();

    /** China's imports: 30 and 10 of two goods from Japan, one of Viet Nam; Brazil has no RCEP, 2018 is not the base year. */
    private static final String IMPORTS =
            """
            year reporter flow partner hs_edition hs_code hs_level value_usd
            2019 156      M    392     H5         010121  6        30
            2019 156      M    392     H5         990000  6        10
            2019 156      M    704     H5         010121  6        5
            2019 156      M    704     H5         0101    4        5
            2019 156      X    704     H5         010121  6        5
            2019 156      M    156     H5         010121  6        5
            2019 156      M    76      H5         010121  6        5
            2019 392      M    156     H5         010121  6        5
            2018 156      M    392     H5         010121  6        7
            """;

    @TempDir
    private Path folder;

    @Test
    void aMarginIsLeftByTheBestRateThatGoodsHadAnyway() throws IOException {
        assertExposure(
                """
                importer exporter year hs_edition hs6    import_year import_value_usd mfn_rate is_base_rate other_agreements best_other_rate rcep_rate margin margin_over_mfn
                CHN      JPN      2022 H5         010121 2019        30               0.15     false        -                -               0.14      0.01   0.01
                CHN      JPN      2022 H5         990000 2019        10               -        false        -                -               -         -      -
                CHN      JPN      2023 H5         010121 2019        30               0.30     true         -                -               0.05      0.25   0.25
                CHN      JPN      2023 H5         990000 2019        10               -        false        -                -               -         -      -
                CHN      VNM      2022 H5         010121 2019        5                0.15     false        ACFTA            0.04            0.06      -0.02  0.09
                CHN      VNM      2023 H5         010121 2019        5                0.30     true         ACFTA            -               0.06      -      0.24
                """,
                "MFN,CHN,*,H4,01012100,2010,2022,0.10",
                "MFN,CHN,*,H4,01012190,2010,2022,0.20",
                "RCEP-BASE,CHN,*,H4,01012100,0,,0.30",
                "RCEP,CHN,JPN,H4,01012100,2022,2022,0.08",
                "RCEP,CHN,JPN,H4,01012190,2022,2022,0.20",
                "RCEP,CHN,JPN,H4,01012100,2023,,0.05",
                "RCEP,CHN,ASEAN,H4,01012100,2022,,0.06",
                "ACFTA,CHN,ASEAN,H4,01012100,2022,2022,0.04");
    }

    /** A mean over the lines that are ad valorem alone would leave a margin that no good has. */
    @Test
    void anHs6WithALineThatIsNotAdValoremHasNoRate() throws IOException {
        assertMargins(
                "JPN",
                """
                importer exporter year hs6    mfn_rate rcep_rate margin
                CHN      JPN      2022 010121 0.15     -         -
                CHN      JPN      2022 990000 0.10     0.02      0.08
                """,
                "MFN,CHN,*,H4,01012100,2010,2022,0.10",
                "MFN,CHN,*,H4,01012190,2010,2022,0.20",
                "MFN,CHN,*,H4,99000000,2010,2022,0.10",
                "RCEP,CHN,JPN,H4,01012100,2022,2022,0.08",
                "RCEP,CHN,JPN,H4,01012190,2022,2022,",
                "RCEP,CHN,JPN,H4,99000000,2022,2022,0.02");
    }

    /** Goods that another agreement does not list have no preference under it; of a listed one without a rate nothing is known. */
    @Test
    void anAgreementOfWhichSomeRateIsGivenIsKnown() throws IOException {
        assertMargins(
                "VNM",
                """
                importer exporter year hs6    best_other_rate margin
                CHN      VNM      2022 010121 -               0.09
                """,
                "MFN,CHN,*,H4,01012100,2010,2022,0.10",
                "RCEP,CHN,ASEAN,H4,01012100,2022,2022,0.01",
                "ACFTA,CHN,ASEAN,H4,85171200,2022,2022,0");
        assertMargins(
                "VNM",
                """
                importer exporter year hs6    best_other_rate margin
                CHN      VNM      2022 010121 -               -
                """,
                "MFN,CHN,*,H4,01012100,2010,2022,0.10",
                "RCEP,CHN,ASEAN,H4,01012100,2022,2022,0.01",
                "ACFTA,CHN,ASEAN,H4,01012100,2022,2022,");
    }

    @Test
    void aLineForAnEconomyCountsBeforeOneForItsGroup() throws IOException {
        assertMargins(
                "VNM",
                """
                importer exporter year hs6    rcep_rate margin
                CHN      VNM      2022 010121 0.06      -0.06
                """,
                "MFN,CHN,*,H4,01012100,2010,2022,0.10",
                "MFN,CHN,*,H4,01012190,2010,2022,0.10",
                "RCEP,CHN,ASEAN,H4,01012100,2022,2022,0.08",
                "RCEP,CHN,ASEAN,H4,01012190,2022,2022,0.08",
                "RCEP,CHN,VNM,H4,01012100,2022,2022,0.04",
                "ACFTA,CHN,ASEAN,H4,01012100,2022,2022,0");
    }

    @Test
    void withoutSchedulesThereIsNoRow() throws IOException {
        assertExposure("importer exporter year\n", "MFN,CHN,*,H4,01012100,2010,2022,0.10");
    }

    private void assertExposure(String expected, String... lines) throws IOException {
        SameRows.assertDrawn(Exposure.TABLE, expected, made(lines));
    }

    /** Some columns of what China buys from an economy in 2022, where a most-favoured-nation rate is given. */
    private void assertMargins(String exporter, String expected, String... lines) throws IOException {
        SameRows.assertDrawn(
                Exposure.TABLE,
                expected,
                made(lines)
                        .filter("year = 2022 AND mfn_rate IS NOT NULL")
                        .filter(EXPORTER.col().equalTo(exporter)));
    }

    private Dataset<Row> made(String... lines) throws IOException {
        Files.writeString(
                folder.resolve("lines.csv"),
                String.join(",", TariffLineFiles.COLUMNS) + "\n" + String.join("\n", lines) + "\n");
        PreferenceSchedules schedules = new PreferenceSchedules(folder, true, REFERENCE, Agreements.load());
        DrawnTables tables = new DrawnTables().with(Flows.TABLE, IMPORTS);
        tables.with(TariffLinesTable.TABLE, tables.make(new TariffLinesTable(schedules)));
        return tables.make(new Exposure(schedules, REFERENCE, Agreements.load(), new Years(2021, 2023), 2019));
    }
}
