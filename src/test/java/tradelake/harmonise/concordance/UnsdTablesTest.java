package tradelake.harmonise.concordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradelake.OracleFile;
import tradelake.lake.BadInput;
import tradelake.reference.HsEdition;

/** The tables as UNSD published them, .xls, .xlsx and .csv: {@code -Dtradelake.shared=FOLDER}. */
class UnsdTablesTest {
    private static PublishedTables stepwise;

    @BeforeAll
    static void read() {
        stepwise = TableFiles.in(OracleFile.shared("data", "classifications", "unsd_stepwise"));
    }

    @Test
    void everyStepIsThereWithEveryCodeOfItsEdition() {
        Map<String, Integer> sizes = stepwise.conversions().stream()
                .collect(Collectors.toMap(
                        Conversion::title, table -> table.targets().size(), (a, b) -> a, TreeMap::new));
        assertThat(sizes)
                .isEqualTo(new TreeMap<>(Map.of(
                        "HS2022 to HS2017", 5613,
                        "HS2017 to HS2012", 5388,
                        "HS2012 to HS2007", 5205,
                        "HS2007 to HS2002", 5052,
                        "HS2002 to HS1996", 5223,
                        "HS1996 to HS1992", 5130)));
    }

    /** Every six-digit code of the edition has a target that is a code of HS 2007, or is listed here. */
    @ParameterizedTest
    @EnumSource(names = {"H6", "H5", "H4"})
    void everyCodeHasATargetInHs2007(HsEdition edition) throws IOException {
        Conversion back = stepwise.stepwise(edition, HsEdition.H3).orElseThrow();
        List<String> of2007 = codes(HsEdition.H3);
        List<String> without = codes(edition).stream()
                .filter(code -> back.target(code).filter(of2007::contains).isEmpty())
                .toList();
        assertThat(without).containsExactly("999999");
    }

    @Test
    void theDirectTableIsComparedWithTheSteps() {
        Conversion direct = TableFiles.read(OracleFile.shared(
                        "data", "classifications", "insongkim", "HS2022toHS2007ConversionAndCorrelationTables.xlsx"))
                .conversion(HsEdition.H6, HsEdition.H3)
                .orElseThrow();
        Conversion steps = stepwise.stepwise(HsEdition.H6, HsEdition.H3).orElseThrow();
        assertThat(direct.targets()).hasSize(5613);
        assertThat(steps.differences(direct)).hasSize(47);
    }

    /** The same correlations by another road: the consolidated CSV against the spreadsheets. */
    @Test
    void theSpreadsheetsSayWhatTheConsolidatedFileSays() {
        PublishedTables csv = TableFiles.read(OracleFile.shared(
                "data", "classifications", "unsd_stepwise", "HS_consolidated_comtrade_concordances.csv"));
        assertThat(csv.correlations()).hasSize(6);
        for (Correlation table : csv.correlations())
            assertThat(stepwise.correlation(table.from(), table.to())
                            .orElseThrow()
                            .links())
                    .as("%s to %s", table.from(), table.to())
                    .isEqualTo(table.links());
    }

    @Test
    void aSplitForwardsIsReadFromTheOtherSide() {
        Correlation forwards = stepwise.correlation(HsEdition.H2, HsEdition.H3).orElseThrow();
        assertThat(forwards.from()).isEqualTo(HsEdition.H2);
        assertThat(forwards.ambiguous()).isNotEmpty().contains("382490");
    }

    @Test
    void whatIsNoTableIsRefusedInASentence(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("tables.xlsx"), "not a spreadsheet");
        assertThatThrownBy(() -> TableFiles.read(broken))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("tables.xlsx")
                .hasMessageContaining("as published");
        assertThat(TableFiles.in(folder.resolve("none")).conversions()).isEmpty();
    }

    static List<String> codes(HsEdition edition) throws IOException {
        Path file = OracleFile.shared(
                "data", "classifications", "comtrade_reference", "cmd_h" + edition.ordinal() + ".csv.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(",", 2)[0])
                    .filter(code -> code.matches("\\d{6}"))
                    .toList();
        }
    }
}
