package tradelake.rcep.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.OracleFile;
import tradelake.lake.BadInput;
import tradelake.reference.Agreements;
import tradelake.reference.HsEdition;
import tradelake.reference.Reference;

/** Tariff schedules as spreadsheets and as CSV. */
class ScheduleFilesTest {
    private static final Reference REFERENCE = Reference.load();
    private static final Agreements AGREEMENTS = Agreements.load();

    @TempDir
    private Path folder;

    /**
     * China's schedule for ASEAN as published. By a second reader of the workbook: 8,277 lines, 5,621 of them free of duty in
     * year 1 and 340 outside the agreement.
     */
    @Test
    void chinaForAseanAsPublished() {
        List<TariffLine> lines = ScheduleWorkbook.read(
                OracleFile.shared("data", "tariffs_rcep", "rcep_schedule_china_for_asean.xls"), REFERENCE);
        assertThat(lines).allMatch(line -> line.importer().equals("CHN"));
        assertThat(lines.stream().filter(line -> line.agreement().equals(TariffLine.BASE)))
                .hasSize(8277)
                .allMatch(line -> line.rate().isPresent());
        List<TariffLine> first = lines.stream()
                .filter(line -> line.agreement().equals(TariffLine.RCEP) && line.from() == 2022)
                .toList();
        assertThat(first)
                .filteredOn(line -> line.rate().isPresent() && line.rate().getAsDouble() == 0)
                .hasSize(5621);
        assertThat(first)
                .filteredOn(line -> line.published().equals("U"))
                .as("goods outside the agreement pay what they paid")
                .hasSize(340)
                .allMatch(line -> line.rate().isPresent() && line.rate().getAsDouble() > 0);
        List<TariffLine> citrus =
                lines.stream().filter(line -> line.code().equals("20079100")).toList();
        assertThat(citrus).hasSize(21);
        assertThat(in(2024, citrus).rate().getAsDouble()).isCloseTo(0.255, within(1e-12));
        assertThat(in(2041, citrus).rate().getAsDouble()).isZero();
        assertThat(in(2060, citrus).beneficiary()).isEqualTo("ASEAN");
    }

    private static TariffLine in(int year, List<TariffLine> lines) {
        return lines.stream()
                .filter(line -> line.agreement().equals(TariffLine.RCEP)
                        && line.from() <= year
                        && line.to().orElse(year) >= year)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void cutsInAprilCountFromTheYearBefore() throws IOException {
        List<TariffLine> lines = ScheduleWorkbook.read(
                workbook("Japan", "China", "0101.21.00|10%|8%|6%|6%", "0101|||", "0102.29.000|38.5 yen/kg|U|U|U"),
                REFERENCE);
        assertThat(lines)
                .filteredOn(line -> line.code().equals("01012100"))
                .extracting(
                        TariffLine::agreement,
                        TariffLine::beneficiary,
                        TariffLine::from,
                        TariffLine::to,
                        TariffLine::rate)
                .containsExactly(
                        tuple("RCEP-BASE", "CHN", 0, OptionalInt.empty(), OptionalDouble.of(0.1)),
                        tuple("RCEP", "CHN", 2021, OptionalInt.of(2021), OptionalDouble.of(0.08)),
                        tuple("RCEP", "CHN", 2022, OptionalInt.empty(), OptionalDouble.of(0.06)));
        assertThat(lines)
                .filteredOn(line -> line.code().equals("010229000"))
                .extracting(TariffLine::rate, TariffLine::published)
                .containsExactly(tuple(OptionalDouble.empty(), "38.5 yen/kg"), tuple(OptionalDouble.empty(), "U"));
    }

    @Test
    void outsideTheAgreementTheBaseRateGoesOn() throws IOException {
        assertThat(ScheduleWorkbook.read(workbook("China", "Australia", "0102.31.00|5%|U|Free|2.5 %"), REFERENCE))
                .extracting(TariffLine::agreement, TariffLine::from, TariffLine::rate)
                .containsExactly(
                        tuple("RCEP-BASE", 0, OptionalDouble.of(0.05)),
                        tuple("RCEP", 2022, OptionalDouble.of(0.05)),
                        tuple("RCEP", 2023, OptionalDouble.of(0)),
                        tuple("RCEP", 2024, OptionalDouble.of(0.025)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ruritania; China; 0101.21.00|10%|8%|6%|6%; is about 'Ruritania', which is no economy or group",
                "Japan; China; 01.2|10%|8%|6%|6%; row 5: '012' has rates and is no code of 6, 8, 9, 10 or 12 digits",
                "Japan; China; 1012100#|10%|8%|6%|6%; row 5: '1012100' has rates and is no code",
                "Japan; China; 0101.21.00|10%|8%||6%; row 5: the rate '' is neither per cents nor a duty in words",
                "Japan; China; 0101|||; holds no line of a schedule",
                "Japan; China; 0101.21.00|10#|8%|6%|6%; row 5: the rate '10' is neither per cents nor a duty in words"
            })
    void whatIsNoScheduleIsRefused(String importer, String beneficiary, String line, String sentence)
            throws IOException {
        Path file = workbook(importer, beneficiary, line);
        assertThatThrownBy(() -> ScheduleWorkbook.read(file, REFERENCE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MFN,CHN,*,H4,010121,2010,,70; line 2: rate '70' is no ad valorem rate",
                "MFN,XYZ,*,H4,010121,2010,,0.07; line 2: importer 'XYZ' is no economy",
                "MFN,CHN,ASIA,H4,010121,2010,,0.07; line 2: exporter 'ASIA' is no economy or group",
                "MFN,CHN,*,HS4,010121,2010,,0.07; line 2: hs_edition 'HS4' is no edition",
                "MFN,CHN,*,H4,0101,2010,,0.07; line 2: hs_code '0101' is no code of 6, 8, 9, 10 or 12 digits",
                "rcep,CHN,ASEAN,H4,010121,2022,,0.07; line 2: agreement 'rcep' is no agreement",
                "MFN,CHN,*,H4,1012100,2010,,0.07; line 2: hs_code '1012100' is no code",
                "MFN,CHN,*,H4,010121,2010,2009,0.07; line 2: year_to '2009' is before year_from 2010"
            })
    void aLineThatCannotBeIsRefused(String line, String sentence) throws IOException {
        write("lines.csv", line);
        assertThatThrownBy(() -> new TariffLineFiles(REFERENCE, AGREEMENTS).in(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void madeUpSchedulesCountBesideMadeUpTradeAlone() throws IOException {
        write("lines.csv", "RCEP,CHN,ASEAN,H4,0101.21.00,2022,2022,0.05");
        assertThat(new PreferenceSchedules(folder, false, REFERENCE, AGREEMENTS).importers())
                .containsExactly("CHN");
        Files.createFile(folder.resolve("_SYNTHETIC"));
        assertThat(new PreferenceSchedules(folder, false, REFERENCE, AGREEMENTS).importers())
                .isEmpty();
        assertThat(new PreferenceSchedules(folder, true, REFERENCE, AGREEMENTS).lines())
                .containsExactly(new TariffLine(
                        "RCEP",
                        "CHN",
                        "ASEAN",
                        HsEdition.H4,
                        "01012100",
                        2022,
                        OptionalInt.of(2022),
                        OptionalDouble.of(0.05),
                        "0.05",
                        "lines.csv"));
        assertThat(new PreferenceSchedules(folder.resolve("nowhere"), true, REFERENCE, AGREEMENTS).lines())
                .isEmpty();
    }

    @Test
    void twoRatesOfOneCodeAndYearAreRefused() throws IOException {
        write("a.csv", "MFN,CHN,*,H4,010121,2010,,0.1");
        write("b.csv", "MFN,CHN,*,H4,010121,2022,,0.05");
        assertThatThrownBy(() -> new PreferenceSchedules(folder, false, REFERENCE, AGREEMENTS).lines())
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "b.csv gives MFN of 010121 for * a rate from 2022 on, and a.csv gives it one then too: keep one, or end it with"
                                + " year_to.");
    }

    private void write(String name, String line) throws IOException {
        Files.writeString(folder.resolve(name), String.join(",", TariffLineFiles.COLUMNS) + "\n" + line + "\n");
    }

    /** Cells are texts, but those that end with # are numbers without a format. */
    private Path workbook(String importer, String beneficiary, String... lines) throws IOException {
        Path file = folder.resolve("schedule.xls");
        try (Workbook workbook = new HSSFWorkbook();
                FileOutputStream out = new FileOutputStream(file.toFile())) {
            Sheet sheet = workbook.createSheet();
            int at = 0;
            fill(sheet.createRow(at++), "Annex I");
            fill(sheet.createRow(at++), "Schedule of Tariff Commitments of " + importer);
            fill(sheet.createRow(at++), "Section A: For " + beneficiary);
            fill(sheet.createRow(at++), "HS Code", "Base Rate", "Year 1", "Year 2", "Year 3 and Subsequent\nYears");
            for (String line : lines) fill(sheet.createRow(at++), line.split("\\|"));
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Row row, String... cells) {
        CellStyle percent = row.getSheet().getWorkbook().createCellStyle();
        percent.setDataFormat((short) 9);
        for (int i = 0; i < cells.length; i++) {
            Cell cell = row.createCell(i);
            if (cells[i].endsWith("#")) cell.setCellValue(Double.parseDouble(cells[i].replace("#", "")));
            else if (cells[i].matches("\\d+%")) {
                cell.setCellValue(Double.parseDouble(cells[i].replace("%", "")) / 100);
                cell.setCellStyle(percent);
            } else cell.setCellValue(cells[i]);
        }
    }
}
