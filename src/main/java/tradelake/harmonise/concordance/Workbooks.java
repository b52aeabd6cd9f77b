package tradelake.harmonise.concordance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import tradelake.reference.HsEdition;

/**
 * UNSD's spreadsheets: a sheet whose first row with two editions has "Relationship" beside them is a correlation, without it
 * a conversion. Other sheets, such as those about SITC, hold no table between editions.
 */
final class Workbooks {
    private static final Pattern EDITION = Pattern.compile("HS\\s*((?:19|20)\\d\\d)");
    private static final DataFormatter TEXT = new DataFormatter();

    private Workbooks() {}

    static PublishedTables read(Path file) {
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            PublishedTables tables = PublishedTables.NONE;
            for (Sheet sheet : workbook) tables = tables.and(read(sheet));
            return tables;
        } catch (IOException | RuntimeException e) {
            throw TableFiles.unreadable(file, e);
        }
    }

    private static PublishedTables read(Sheet sheet) {
        LinkRows rows = null;
        for (Row row : sheet) {
            List<String> cells =
                    Stream.of(0, 1, 2).map(column -> text(row, column)).toList();
            if (rows == null) rows = heading(cells).orElse(null);
            else rows.add(cells.get(0), cells.get(1));
        }
        return rows == null ? PublishedTables.NONE : rows.tables();
    }

    private static Optional<LinkRows> heading(List<String> cells) {
        Optional<HsEdition> from = edition(cells.get(0)), to = edition(cells.get(1));
        if (from.isEmpty() || to.isEmpty()) return Optional.empty();
        boolean correlates = cells.get(2).strip().startsWith("Relationship");
        return Optional.of(new LinkRows(from.get(), to.get(), correlates, new ArrayList<>()));
    }

    private static Optional<HsEdition> edition(String cell) {
        Matcher year = EDITION.matcher(cell);
        return year.find()
                ? Stream.of(HsEdition.values())
                        .filter(edition -> edition.year() == Integer.parseInt(year.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    private static String text(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell == null ? "" : TEXT.formatCellValue(cell);
    }
}
