package tradelake.harmonise.concordance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tradelake.lake.BadInput;

/** The files of a folder that hold tables between editions, by their names' endings: .xls, .xlsx, .csv. */
public final class TableFiles {
    private TableFiles() {}

    /**
     * All tables of the folder, of whose files no two may differ about a code; files about other classifications hold none. A
     * direct table may differ from the steps between: these go before it ({@link PublishedTables#back}).
     */
    public static PublishedTables in(Path folder) {
        if (!Files.isDirectory(folder)) return PublishedTables.NONE;
        try (Stream<Path> files = Files.list(folder)) {
            SortedMap<Path, PublishedTables> byFile = new TreeMap<>();
            for (Path file : files.sorted().toList()) {
                PublishedTables tables = read(file);
                byFile.forEach((earlier, known) -> tables.conflict(known).ifPresent(conflict -> {
                    throw contradiction(earlier, file, conflict);
                }));
                byFile.put(file, tables);
            }
            return byFile.values().stream().reduce(PublishedTables.NONE, PublishedTables::and);
        } catch (IOException e) {
            throw new BadInput("Cannot list %s (%s): make it a readable folder".formatted(folder, e.getMessage()), e);
        }
    }

    public static PublishedTables read(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xls") || name.endsWith(".xlsx")) return Workbooks.read(file);
        if (name.endsWith(".csv")) return Consolidated.read(file).and(OneTargetCsv.read(file));
        return PublishedTables.NONE;
    }

    private static BadInput contradiction(Path one, Path another, String conflict) {
        return new BadInput("%s and %s give %s: take one of the files out of %s"
                .formatted(one.getFileName(), another.getFileName(), conflict, one.getParent()));
    }

    static BadInput unreadable(Path file, Exception why) {
        return new BadInput(
                "Cannot read %s (%s): give UNSD's conversion and correlation tables as published, or take the file out"
                        .formatted(file, why.getMessage()),
                why);
    }

    /** A code with its leading noughts, without points; a spreadsheet may have taken them for a number. */
    static String code(String cell) {
        String digits = cell.strip().replace(".", "").replace("'", "");
        return digits.matches("\\d{1,5}") ? "0".repeat(6 - digits.length()) + digits : digits;
    }

    static boolean isCode(String code) {
        return code.matches("\\d{6}");
    }

    static List<String> sixDigits(String a, String b) {
        return Stream.of(a, b).map(TableFiles::code).filter(TableFiles::isCode).toList();
    }
}
