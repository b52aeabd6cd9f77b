package tradelake.tariffs.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tradelake.lake.BadInput;
import tradelake.reference.Csv;
import tradelake.reference.Line;

/**
 * A file of imports to weight rates with, CSV or Parquet. Columns: exporter, hs6, import_value_usd and, where what was collected
 * is known, duty_usd; or, as the US Census Bureau names them, CTY_CODE, HS6, imports, duty, of which the partners in the
 * schedule's partners.csv count. Lines of one exporter and HS6 are added up.
 */
public final class ImportsFile {
    private static final Layout OURS = new Layout("exporter", "hs6", "import_value_usd", "duty_usd");
    private static final Layout CENSUS = new Layout("CTY_CODE", "HS6", "imports", "duty");

    /** Duties alone may be given without products. */
    private static final Layout BY_EXPORTER = new Layout("exporter", "", "import_value_usd", "duty_usd");

    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");

    private final Path file;
    private final Map<String, String> partners;
    private final List<Layout> layouts;
    private final Map<List<String>, Sum> sums = new TreeMap<>(
            Comparator.<List<String>, String>comparing(key -> key.get(0)).thenComparing(key -> key.get(1)));

    /** What the columns are called. */
    record Layout(String exporter, String hs6, String value, String duty) {
        List<String> required() {
            return Stream.of(exporter, hs6, value)
                    .filter(column -> !column.isEmpty())
                    .toList();
        }
    }

    private static final class Sum {
        private double value;
        private double duty;
    }

    private ImportsFile(Path file, Map<String, String> partners, List<Layout> layouts) {
        this.file = file;
        this.partners = partners;
        this.layouts = layouts;
    }

    /** The imports in a file. */
    public static List<Import> read(Path file, Schedule schedule) {
        return new ImportsFile(file, schedule.partners(), List.of(OURS, CENSUS)).read();
    }

    /** The imports in a file that must say what duty was collected on them, by HS6 or, with an empty HS6, by exporter alone. */
    public static List<Import> collected(Path file, Schedule schedule) {
        List<Import> imports = new ImportsFile(file, schedule.partners(), List.of(OURS, CENSUS, BY_EXPORTER)).read();
        if (imports.get(0).base().isEmpty())
            throw new BadInput("%s does not say what was collected: it needs the column %s, or %s."
                    .formatted(file, OURS.duty, CENSUS.duty));
        return imports;
    }

    private List<Import> read() {
        boolean withDuty = file.toString().endsWith(".parquet") ? parquet() : csv();
        List<Import> all = sums.entrySet().stream()
                .filter(entry -> entry.getValue().value > 0)
                .map(entry -> row(entry.getKey(), entry.getValue(), withDuty))
                .toList();
        if (all.isEmpty())
            throw new BadInput(
                    "%s holds no imports of known partners: look at its column of exporters.".formatted(file));
        return all;
    }

    private static Import row(List<String> key, Sum sum, boolean withDuty) {
        return withDuty
                ? Import.of(key.get(0), key.get(1), sum.value, sum.duty)
                : new Import(key.get(0), key.get(1), sum.value, OptionalDouble.empty());
    }

    private boolean csv() {
        List<Line> lines = Csv.ofFile(file, List.of()).lines();
        Layout layout = layout(List.copyOf(lines.get(0).cells().keySet()));
        boolean withDuty = lines.get(0).cells().containsKey(layout.duty);
        for (Line line : lines)
            add(
                    layout,
                    line.required(layout.exporter),
                    layout.hs6.isEmpty() ? "" : line.required(layout.hs6),
                    line.decimal(layout.value),
                    withDuty ? line.decimal(layout.duty) : 0);
        return withDuty;
    }

    private boolean parquet() {
        try (ParquetColumns columns = ParquetColumns.open(file)) {
            Layout layout = layout(columns.names());
            boolean withDuty = columns.names().contains(layout.duty);
            while (columns.next())
                add(
                        layout,
                        columns.text(layout.exporter),
                        layout.hs6.isEmpty() ? "" : columns.text(layout.hs6),
                        columns.number(layout.value),
                        withDuty ? columns.number(layout.duty) : 0);
            return withDuty;
        } catch (IOException e) {
            throw new BadInput("Cannot read %s as Parquet: is it there, and whole?".formatted(file), e);
        }
    }

    private Layout layout(List<String> columns) {
        for (Layout layout : layouts) if (columns.containsAll(layout.required())) return layout;
        throw new BadInput("Cannot read the imports %s: it needs the columns %s, or %s."
                .formatted(file, String.join(", ", OURS.required()), String.join(", ", CENSUS.required())));
    }

    private void add(Layout layout, String exporter, String hs6, double value, double duty) {
        Optional<String> economy =
                layout.equals(CENSUS) ? Optional.ofNullable(partners.get(exporter)) : Optional.of(exporter);
        if (economy.isEmpty()) return;
        if (!layout.hs6.isEmpty() && !SIX_DIGITS.matcher(hs6).matches())
            throw new BadInput("%s: '%s' in the column %s is no code of six digits: write it like 010121."
                    .formatted(file, hs6, layout.hs6));
        Sum sum = sums.computeIfAbsent(List.of(economy.get(), hs6), key -> new Sum());
        sum.value += value;
        sum.duty += duty;
    }
}
