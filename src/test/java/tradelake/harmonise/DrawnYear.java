package tradelake.harmonise;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A reporter-year drawn as tables: published rows, each with what becomes of it, and the releases they stand in. Columns left
 * out have the value of a canonical row: goods, annual, all breakdowns collapsed, China in 2020, edition H5, release A. A
 * release that is not drawn is an undated extract of the original classification.
 */
final class DrawnYear {
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("release", "A"),
            Map.entry("type", "C"),
            Map.entry("freq", "A"),
            Map.entry("reporter", "156"),
            Map.entry("year", "2020"),
            Map.entry("month", "52"),
            Map.entry("flow", "M"),
            Map.entry("partner", "842"),
            Map.entry("partner2", "0"),
            Map.entry("edition", "H5"),
            Map.entry("code", "27"),
            Map.entry("customs", "C00"),
            Map.entry("mos", "0"),
            Map.entry("mot", "0"),
            Map.entry("value", "100"),
            Map.entry("weight", "-"),
            Map.entry("quantity", "-"),
            Map.entry("kind", "extract"),
            Map.entry("published", "-"),
            Map.entry("origin", "original"),
            Map.entry("becomes", "accepted"));

    final Recorded result;

    private final List<Map<String, String>> drawn;
    private final List<PublishedRow> rows = new ArrayList<>();

    private DrawnYear(String releases, String table) {
        drawn = parse(table);
        List<ReleaseFacts> facts = releases(parse(releases));
        Map<String, Integer> ranks = new HashMap<>();
        facts.forEach(release -> ranks.put(release.id(), release.rank()));
        for (Map<String, String> row : drawn) rows.add(row(row, ranks.get(cell(row, "release")), rows.size() + 1));
        result = new Recorded(rows, facts, AdditiveSettings.in(year -> year >= 2010 && year <= 2024));
    }

    /** Runs the rows and checks the column {@code becomes}. */
    static DrawnYear of(String rows) {
        return of("release", rows);
    }

    static DrawnYear of(String releases, String rows) {
        DrawnYear year = new DrawnYear(releases, rows);
        List<String> expected =
                year.drawn.stream().map(row -> row + " " + cell(row, "becomes")).toList();
        List<String> actual = new ArrayList<>();
        for (int i = 0; i < year.rows.size(); i++) actual.add(year.drawn.get(i) + " " + year.fate(year.rows.get(i)));
        assertThat(actual).containsExactlyElementsOf(expected);
        return year;
    }

    /** Checks the residual rows, all of them, sorted. */
    DrawnYear leaves(String table) {
        assertThat(result.residuals.stream()
                        .map(row ->
                                "%s %d %s %s".formatted(row.flow(), row.partner(), row.code(), dollars(row.value())))
                        .sorted())
                .containsExactlyElementsOf(parse(table).stream()
                        .map(row -> String.join(
                                " ", cell(row, "flow"), cell(row, "partner"), cell(row, "code"), cell(row, "value")))
                        .sorted()
                        .toList());
        return this;
    }

    /** Checks that nothing is left over. */
    DrawnYear leavesNothing() {
        assertThat(result.residuals).isEmpty();
        return this;
    }

    /** Checks SUM over the additive flows of a code and all codes under it. */
    DrawnYear sums(String flow, String code, double dollars) {
        assertThat(result.sum(flow, code)).isEqualTo(dollars);
        return this;
    }

    /** Checks the findings: kind, rows and message. */
    DrawnYear finds(String... findings) {
        assertThat(result.findings.stream().map(it -> it.kind() + " " + it.rows() + ": " + it.message()))
                .containsExactly(findings);
        return this;
    }

    private String fate(PublishedRow row) {
        return result.fates.getOrDefault(row, List.of()).stream()
                .map(Reason::key)
                .collect(joining("+"));
    }

    private static String dollars(double value) {
        return BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private List<ReleaseFacts> releases(List<Map<String, String>> table) {
        Map<String, Map<String, String>> byId = new TreeMap<>();
        drawn.forEach(row -> byId.put(cell(row, "release"), Map.of("release", cell(row, "release"))));
        table.forEach(row -> byId.put(cell(row, "release"), row));
        List<ReleaseFacts> facts = byId.values().stream()
                .map(row -> new ReleaseFacts(
                        0,
                        cell(row, "release"),
                        ReleaseFacts.Kind.valueOf(cell(row, "kind").toUpperCase(Locale.ROOT)),
                        cell(row, "published").equals("-")
                                ? ReleaseFacts.UNDATED
                                : LocalDate.parse(cell(row, "published")),
                        datasets(cell(row, "release"), cell(row, "origin"))))
                .toList();
        return ranked(facts);
    }

    private List<ReleaseFacts.Dataset> datasets(String release, String origin) {
        ReleaseFacts.Origin known = ReleaseFacts.Origin.valueOf(origin.toUpperCase(Locale.ROOT));
        return drawn.stream()
                .filter(row -> cell(row, "release").equals(release))
                .collect(groupingBy(row -> List.of(cell(row, "freq"), cell(row, "edition"))))
                .entrySet()
                .stream()
                .map(it -> new ReleaseFacts.Dataset(
                        it.getKey().get(0),
                        it.getKey().get(1),
                        known,
                        it.getValue().size(),
                        months(it.getValue())))
                .toList();
    }

    private static SortedSet<Integer> months(List<Map<String, String>> rows) {
        return rows.stream().map(row -> number(row, "month")).collect(toCollection(TreeSet::new));
    }

    static List<ReleaseFacts> ranked(List<ReleaseFacts> releases) {
        List<ReleaseFacts> ranked = new ArrayList<>();
        releases.stream()
                .sorted(ReleaseFacts.NEWEST_FIRST)
                .forEach(it ->
                        ranked.add(new ReleaseFacts(ranked.size(), it.id(), it.kind(), it.published(), it.datasets())));
        return ranked;
    }

    private static PublishedRow row(Map<String, String> row, int release, int line) {
        return new PublishedRow(
                release,
                line,
                cell(row, "type"),
                cell(row, "freq"),
                number(row, "reporter"),
                number(row, "year"),
                number(row, "month"),
                cell(row, "flow"),
                number(row, "partner"),
                number(row, "partner2"),
                cell(row, "edition"),
                cell(row, "code"),
                cell(row, "customs"),
                cell(row, "mos"),
                number(row, "mot"),
                Double.parseDouble(cell(row, "value")),
                null,
                null,
                measure(row, "weight"),
                measure(row, "quantity"),
                null);
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, DEFAULTS.get(column));
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(cell(row, column));
    }

    private static Double measure(Map<String, String> row, String column) {
        return cell(row, column).equals("-") ? null : Double.valueOf(cell(row, column));
    }

    private static List<Map<String, String>> parse(String table) {
        List<String[]> lines = table.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.trim().split(" +"))
                .toList();
        String[] header = lines.get(0);
        assertThat(DEFAULTS.keySet()).containsAll(Arrays.asList(header));
        return lines.stream().skip(1).map(cells -> zip(header, cells)).toList();
    }

    private static Map<String, String> zip(String[] header, String[] cells) {
        assertThat(cells).hasSameSizeAs(header);
        Map<String, String> row = new TreeMap<>(Comparator.comparing(Arrays.asList(header)::indexOf));
        for (int i = 0; i < header.length; i++) row.put(header[i], cells[i]);
        return row;
    }
}
