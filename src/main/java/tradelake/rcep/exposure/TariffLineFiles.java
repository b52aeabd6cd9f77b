package tradelake.rcep.exposure;

import static tradelake.harmonise.mirror.Bilateral.IMPORTER;
import static tradelake.rcep.exposure.TariffLinesTable.AGREEMENT;
import static tradelake.rcep.exposure.TariffLinesTable.BENEFICIARY;
import static tradelake.rcep.exposure.TariffLinesTable.CODE;
import static tradelake.rcep.exposure.TariffLinesTable.FROM;
import static tradelake.rcep.exposure.TariffLinesTable.RATE;
import static tradelake.rcep.exposure.TariffLinesTable.TO;
import static tradelake.reference.Columns.HS_EDITION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tradelake.lake.BadInput;
import tradelake.lake.Nearest;
import tradelake.reference.Agreements;
import tradelake.reference.Csv;
import tradelake.reference.HsEdition;
import tradelake.reference.Line;
import tradelake.reference.Reference;

/**
 * The tariff schedules of a folder: spreadsheets as the parties to RCEP publish them, and CSV files with the columns
 * agreement, importer, exporter, hs_edition, hs_code, year_from, year_to, rate; one line a code and spell of years.
 */
final class TariffLineFiles {
    /** A folder with this file is made up. */
    static final String SYNTHETIC = "_SYNTHETIC";

    static final List<String> COLUMNS = List.of(
            AGREEMENT.name(),
            IMPORTER.name(),
            BENEFICIARY.name(),
            HS_EDITION.name(),
            CODE.name(),
            FROM.name(),
            TO.name(),
            RATE.name());

    private final Reference reference;
    private final SortedSet<String> agreements = new TreeSet<>(List.of(TariffLine.MFN, TariffLine.BASE));

    TariffLineFiles(Reference reference, Agreements known) {
        this.reference = reference;
        known.byPair().values().forEach(all -> all.forEach(agreement -> agreements.add(agreement.id())));
    }

    static boolean isSynthetic(Path folder) {
        return Files.exists(folder.resolve(SYNTHETIC));
    }

    /** In the order of file names; none where there is no such folder. */
    List<TariffLine> in(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            List<TariffLine> lines = new ArrayList<>();
            for (Path file : files.sorted().toList()) lines.addAll(read(file));
            return lines;
        } catch (IOException e) {
            throw new BadInput("Cannot list %s (%s): make it a readable folder.".formatted(folder, e.getMessage()), e);
        }
    }

    private List<TariffLine> read(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xls") || name.endsWith(".xlsx")) return ScheduleWorkbook.read(file, reference);
        if (name.endsWith(".csv"))
            return Csv.ofFile(file, COLUMNS).lines().stream()
                    .map(line -> line(line, file.getFileName().toString()))
                    .toList();
        return List.of();
    }

    private TariffLine line(Line line, String source) {
        String code = line.required(CODE.name()).replace(".", "");
        if (!TariffLine.isCode(code))
            throw line.bad(CODE.name(), "is no code of 6, 8, 9, 10 or 12 digits: write them all, leading noughts too");
        OptionalInt to = line.has(TO.name()) ? OptionalInt.of(line.integer(TO.name())) : OptionalInt.empty();
        int from = line.integer(FROM.name());
        if (to.isPresent() && to.getAsInt() < from)
            throw line.bad(TO.name(), "is before year_from %d: exchange them".formatted(from));
        return new TariffLine(
                agreement(line),
                importer(line),
                beneficiary(line),
                HsEdition.parse(line.required(HS_EDITION.name()))
                        .orElseThrow(() -> line.bad(HS_EDITION.name(), "is no edition: write H0 to H6")),
                code,
                from,
                to,
                rate(line),
                line.text(RATE.name()),
                source);
    }

    private String agreement(Line line) {
        String id = line.required(AGREEMENT.name());
        if (!agreements.contains(id))
            throw line.bad(
                    AGREEMENT.name(),
                    "is no agreement: write RCEP, RCEP-BASE, MFN or an id such as ACFTA."
                            + Nearest.hint(id, List.copyOf(agreements)));
        return id;
    }

    private String importer(Line line) {
        String key = line.required(IMPORTER.name());
        if (reference.economies().byKey(key).isEmpty())
            throw line.bad(IMPORTER.name(), "is no economy: write a key of gold.economies such as CHN");
        return key;
    }

    private String beneficiary(Line line) {
        String name = line.required(BENEFICIARY.name());
        if (name.equals(TariffLine.ANYONE)
                || reference.groups().byId(name).isPresent()
                || reference.economies().byKey(name).isPresent()) return name;
        throw line.bad(
                "exporter", "is no economy or group: write a key such as JPN, a group such as ASEAN, or * for all");
    }

    private static OptionalDouble rate(Line line) {
        if (!line.has(RATE.name())) return OptionalDouble.empty();
        double rate = line.decimal(RATE.name());
        if (!(rate >= 0 && rate < 30))
            throw line.bad(
                    "rate",
                    "is no ad valorem rate: write a fraction, 0.05 for 5 %, or leave it empty for other duties");
        return OptionalDouble.of(rate);
    }
}
