package tradelake.harmonise.mirror;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import tradelake.lake.BadInput;
import tradelake.reference.Economies;
import tradelake.reference.Economy;
import tradelake.reference.EconomyKind;
import tradelake.reference.EconomyPair;

/**
 * Reads {@link GravityVariables} from CEPII's GeoDist (iso_o, iso_d, contig, dist), from its Gravity (iso3_o, iso3_d, year,
 * contig, dist; the last year with a distance counts), or from a CSV with the columns exporter, importer, contiguous,
 * distance_km; plain or .gz, row by row, as CEPII's Gravity has millions.
 */
final class GravityFile {
    /** Economies without a coast that are not among the landlocked developing countries, which the list of economies marks. */
    private static final Set<String> LANDLOCKED =
            Set.of("AND", "AUT", "BLR", "CHE", "CZE", "HUN", "LIE", "LUX", "SMR", "SRB", "SVK", "VAT");

    /** Codes of CEPII's that ISO 3166-1 has given up. */
    private static final Map<String, String> RENAMED =
            Map.of("PAL", "PSE", "ROM", "ROU", "TMP", "TLS", "YUG", "SRB", "ZAR", "COD");

    private static final String YEAR = "year";

    /** Which columns say what. */
    private record Layout(String one, String other, String kilometres, String contiguous) {
        private static final List<Layout> KNOWN = List.of(
                new Layout("iso_o", "iso_d", "dist", "contig"),
                new Layout("iso3_o", "iso3_d", "dist", "contig"),
                new Layout("exporter", "importer", "distance_km", "contiguous"));

        private List<String> columns() {
            return List.of(one, other, kilometres, contiguous);
        }
    }

    /** What a row says of a pair, and in which year. */
    private record Known(int year, PairGeography geography) {}

    private final Path file;
    private final Economies economies;
    private final SortedMap<EconomyPair, Known> known = new TreeMap<>();

    private GravityFile(Path file, Economies economies) {
        this.file = file;
        this.economies = economies;
    }

    static GravityVariables read(Path file, Economies economies) {
        GravityFile gravity = new GravityFile(file, economies);
        gravity.read();
        SortedMap<EconomyPair, PairGeography> pairs = new TreeMap<>();
        gravity.known.forEach((pair, row) -> pairs.put(pair, row.geography()));
        if (pairs.isEmpty())
            throw new BadInput(
                    "%s holds no distance between two economies by ISO 3166-1 alpha-3: give CEPII's GeoDist or Gravity."
                            .formatted(file));
        return new GravityVariables(pairs);
    }

    private void read() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setHeaderExtractionEnabled(true);
        CsvParser parser = new CsvParser(settings);
        try (InputStream bytes = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            parser.beginParsing(in, StandardCharsets.UTF_8);
            Layout layout = null;
            for (Record row = parser.parseNextRecord(); row != null; row = parser.parseNextRecord()) {
                if (layout == null) layout = layout(row);
                add(row, layout, parser.getContext().currentLine());
            }
        } catch (IOException | TextParsingException e) {
            throw new BadInput(
                    "Cannot read %s (%s): name CEPII's GeoDist or Gravity as CSV in mirror.gravity-variables."
                            .formatted(file, e.getMessage()),
                    e);
        } finally {
            parser.stopParsing();
        }
    }

    private Layout layout(Record row) {
        List<String> header = List.of(row.getMetaData().headers());
        return Layout.KNOWN.stream()
                .filter(layout -> header.containsAll(layout.columns()))
                .findFirst()
                .orElseThrow(() -> new BadInput("%s has the columns %s: it needs %s."
                        .formatted(
                                file,
                                String.join(", ", header),
                                String.join(
                                        " or ",
                                        Layout.KNOWN.stream()
                                                .map(layout -> layout.columns().toString())
                                                .toList()))));
    }

    private void add(Record row, Layout layout, long line) {
        Optional<Economy> one = economy(row.getString(layout.one())), other = economy(row.getString(layout.other()));
        String kilometres = row.getString(layout.kilometres());
        if (one.isEmpty() || other.isEmpty() || one.equals(other) || kilometres == null || kilometres.equals("NA"))
            return;
        int year = row.getMetaData().containsColumn(YEAR) ? year(row.getString(YEAR), line) : 0;
        String contiguous = row.getString(layout.contiguous());
        PairGeography geography = new PairGeography(
                positive(kilometres)
                        .orElseThrow(() -> bad(line, layout.kilometres(), kilometres, "is no number above 0")),
                flag(contiguous).orElseThrow(() -> bad(line, layout.contiguous(), contiguous, "is neither 0 nor 1")),
                landlocked(one.get()) + landlocked(other.get()));
        known.merge(
                EconomyPair.of(one.get().key(), other.get().key()),
                new Known(year, geography),
                (before, now) -> now.year() > before.year() ? now : before);
    }

    private Optional<Economy> economy(String key) {
        return key == null
                ? Optional.empty()
                : economies
                        .byKey(RENAMED.getOrDefault(key, key))
                        .filter(economy -> economy.kind() == EconomyKind.ECONOMY);
    }

    private static int landlocked(Economy economy) {
        return economy.lldc() || LANDLOCKED.contains(economy.key()) ? 1 : 0;
    }

    private static Optional<Double> positive(String text) {
        try {
            return Optional.of(Double.parseDouble(text))
                    .filter(number -> number > 0 && number < Double.POSITIVE_INFINITY);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private int year(String text, long line) {
        try {
            return Integer.parseInt(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw bad(line, YEAR, text, "is no year");
        }
    }

    private static Optional<Boolean> flag(String text) {
        return switch (String.valueOf(text)) {
            case "0", "0.0" -> Optional.of(false);
            case "1", "1.0" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    private BadInput bad(long line, String column, String text, String why) {
        return new BadInput("%s line %d: %s '%s' %s: correct it.".formatted(file, line, column, text, why));
    }
}
