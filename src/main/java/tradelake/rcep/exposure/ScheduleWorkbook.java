package tradelake.rcep.exposure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import tradelake.lake.BadInput;
import tradelake.reference.HsEdition;
import tradelake.reference.Reference;

/**
 * A schedule of RCEP's Annex I as the parties publish it in a spreadsheet: a title that names who cuts ("Schedule of Tariff
 * Commitments of China") and one for whose goods ("Section A: For Member States of ASEAN"), then a header with "HS Code",
 * "Base Rate", "Year 1" and so on, then lines; headings have no rates. Codes are of HS 2012.
 */
final class ScheduleWorkbook {
    private static final Pattern IMPORTER =
            Pattern.compile("Schedule of Tariff Commitments of (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BENEFICIARY =
            Pattern.compile("Section \\w+:\\s*For (?:Member States of )?(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR =
            Pattern.compile("Year\\s*(\\d+)\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
    private static final String CODE = "HS Code";
    private static final String BASE_RATE = "Base Rate";
    private static final String OUTSIDE = "U";
    private static final DataFormatter TEXT = new DataFormatter();

    private final Path file;
    private final Reference reference;
    private final List<TariffLine> lines = new ArrayList<>();
    private Optional<String> importer = Optional.empty();
    private Optional<String> beneficiary = Optional.empty();
    private Optional<Header> header = Optional.empty();

    private ScheduleWorkbook(Path file, Reference reference) {
        this.file = file;
        this.reference = reference;
    }

    /** Where the columns stand; rates of successive years stand side by side. */
    private record Header(int base, int firstYear, int years) {}

    static List<TariffLine> read(Path file, Reference reference) {
        ScheduleWorkbook schedule = new ScheduleWorkbook(file, reference);
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Sheet sheet : workbook) schedule.read(sheet);
        } catch (BadInput e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new BadInput(
                    "Cannot read %s (%s): give a schedule of RCEP's Annex I as published, or take the file out."
                            .formatted(file, e.getMessage()),
                    e);
        }
        if (schedule.lines.isEmpty())
            throw new BadInput(
                    ("%s holds no line of a schedule: a title 'Schedule of Tariff Commitments of ...', a section"
                                    + " 'For ...' and a header with HS Code, Base Rate and Year 1 must stand above the lines; or"
                                    + " give a CSV file, see docs/data.md.")
                            .formatted(file));
        return schedule.lines;
    }

    private void read(Sheet sheet) {
        importer = Optional.empty();
        beneficiary = Optional.empty();
        header = Optional.empty();
        for (Row row : sheet) {
            readTitle(row);
            if (header.isPresent() && !text(row, 0).equalsIgnoreCase(CODE)) add(row);
        }
    }

    private void readTitle(Row row) {
        String first = text(row, 0);
        if (IMPORTER.matcher(first).matches() || BENEFICIARY.matcher(first).matches()) header = Optional.empty();
        importer = named(IMPORTER, first).map(this::economy).or(() -> importer);
        beneficiary = named(BENEFICIARY, first).map(this::economyOrGroup).or(() -> beneficiary);
        if (first.equalsIgnoreCase(CODE)) header = Optional.of(header(row));
    }

    private Header header(Row row) {
        List<String> cells = IntStream.range(0, row.getLastCellNum())
                .mapToObj(column -> text(row, column))
                .toList();
        int base = cells.indexOf(BASE_RATE);
        int first = IntStream.range(0, cells.size())
                .filter(column ->
                        named(YEAR, cells.get(column)).filter("1"::equals).isPresent())
                .findFirst()
                .orElse(-1);
        if (base < 0 || first < 0 || importer.isEmpty() || beneficiary.isEmpty())
            throw bad(row, "the header lacks 'Base Rate' or 'Year 1', or no title above it says whose schedule it is");
        int years = 0;
        while (first + years < cells.size()
                && named(YEAR, cells.get(first + years))
                        .filter(Integer.toString(years + 1)::equals)
                        .isPresent()) years++;
        if (cells.stream().filter(YEAR.asMatchPredicate()).count() != years)
            throw bad(row, "the years do not follow each other from Year 1 on");
        return new Header(base, first, years);
    }

    private void add(Row row) {
        Header at = header.orElseThrow();
        if (text(row, at.base()).isEmpty() && text(row, at.firstYear()).isEmpty()) return;
        String code = code(row);
        Rate base = rate(row, at.base(), Optional.empty());
        lines.add(line(TariffLine.BASE, code, 0, OptionalInt.empty(), base));
        List<Rate> rates = IntStream.range(at.firstYear(), at.firstYear() + at.years())
                .mapToObj(column -> rate(row, column, Optional.of(base)))
                .toList();
        for (Spells.Spell<Rate> spell : Spells.of(ScheduleYears.calendarYear(importer.orElseThrow(), 1), rates))
            lines.add(line(TariffLine.RCEP, code, spell.from(), spell.to(), spell.rate()));
    }

    /** A code that a spreadsheet took for a number has lost its leading nought. */
    private String code(Row row) {
        String code = text(row, 0).replace(".", "");
        Cell cell = row.getCell(0);
        if (cell == null || cell.getCellType() == CellType.NUMERIC || !TariffLine.isCode(code))
            throw bad(row, "'%s' has rates and is no code of 6, 8, 9, 10 or 12 digits written as text".formatted(code));
        return code;
    }

    private TariffLine line(String agreement, String code, int from, OptionalInt to, Rate rate) {
        return new TariffLine(
                agreement,
                importer.orElseThrow(),
                beneficiary.orElseThrow(),
                HsEdition.H4,
                code,
                from,
                to,
                rate.adValorem(),
                rate.text(),
                file.getFileName().toString());
    }

    private record Rate(OptionalDouble adValorem, String text) {}

    /**
     * A number in a cell of per cents is a fraction already; a text may say 5 %, Free, or a specific duty, which has letters.
     *
     * @param base what goods outside the agreement (U) go on paying; none where it is the base rate that is read
     */
    private Rate rate(Row row, int column, Optional<Rate> base) {
        Cell cell = row.getCell(column);
        String text = text(row, column);
        if (cell != null && cell.getCellType() == CellType.NUMERIC && text.endsWith("%"))
            return new Rate(OptionalDouble.of(cell.getNumericCellValue()), text);
        Matcher percent = PERCENT.matcher(text);
        if (percent.matches()) return new Rate(OptionalDouble.of(Double.parseDouble(percent.group(1)) / 100), text);
        if (text.equalsIgnoreCase("free")) return new Rate(OptionalDouble.of(0), text);
        if (text.equals(OUTSIDE) && base.isPresent()) return new Rate(base.get().adValorem(), text);
        if (text.chars().noneMatch(Character::isLetter))
            throw bad(
                    row,
                    "the rate '%s' is neither per cents nor a duty in words: make it a cell of per cents"
                            .formatted(text));
        return new Rate(OptionalDouble.empty(), text);
    }

    private String economyOrGroup(String name) {
        return reference.groups().byId(name).isPresent() ? name : economy(name);
    }

    private String economy(String name) {
        return reference.economies().all().stream()
                .filter(economy ->
                        List.of(economy.nameEn(), economy.nameComtrade()).contains(name))
                .map(economy -> economy.key())
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "%s is about '%s', which is no economy or group by the names of gold.economies: give a CSV file, see docs/data.md."
                                .formatted(file, name)));
    }

    private static Optional<String> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    private static String text(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell == null ? "" : TEXT.formatCellValue(cell).strip();
    }

    private BadInput bad(Row row, String why) {
        return new BadInput("%s row %d: %s.".formatted(file, row.getRowNum() + 1, why));
    }
}
