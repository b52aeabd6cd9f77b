package tradelake.tariffs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tradelake.reference.Csv;
import tradelake.reference.Line;

/**
 * The schedule of the United States on imports of 2024 (US Census Bureau, HS10 by country), against averages that two other
 * programs computed from the same figures: 50 partners and all, four dates, as known then and as made retroactive later.
 */
class PublishedRatesTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 12, 31);
    private static final LocalDate AUGUST = LocalDate.of(2025, 8, 31);

    private static Schedule schedule;
    private static List<Import> imports;
    private static List<Line> expected;

    @BeforeAll
    static void read() {
        String shared = System.getProperty("tradelake.shared", "");
        assumeFalse(shared.isEmpty(), "no published files: set -Dtradelake.shared");
        schedule = Schedule.of(Path.of("conf/tariffs"), "USA");
        imports =
                ImportsFile.read(Path.of(shared, "data/tariffs_us/us_imports_2024_hs10_by_country.parquet"), schedule);
        expected = Csv.ofFile(Path.of(shared, "domain/us-rate-acceptance.csv"), List.of("date", "basis"))
                .lines();
    }

    @Test
    void everyPartnerOnEveryDate() {
        Map<List<String>, SortedMap<String, Average>> computed = new HashMap<>();
        SoftAssertions softly = new SoftAssertions();
        for (Line line : expected) {
            LocalDate day = line.date("date").orElseThrow();
            LocalDate known = line.text("basis").equals("as_known") ? day : SINCE;
            SortedMap<String, Average> averages = computed.computeIfAbsent(
                    List.of(line.text("date"), line.text("basis")), key -> averages(schedule, day, known));
            softly.assertThat(100 * averages.get(line.text("partner")).rate().total())
                    .as("%s", line.cells())
                    .isCloseTo(line.decimal("rate_pct"), within(0.0006));
        }
        softly.assertAll();
        assertThat(expected).hasSize(408);
    }

    /** Every gap of more than 2 points to the tracker stands with its size in the assumption that says where it comes from. */
    @Test
    void gapsToTheTrackerAreExplained() throws IOException {
        String page = Files.readString(Path.of("docs/assumptions.md"));
        String text = page.substring(page.indexOf("## A43"), page.indexOf("## A44"));
        int november = text.indexOf("15 November 2025:"), march = text.indexOf("15 March 2026:");
        Map<String, String> byDay = Map.of(
                "2025-08-31", text.substring(0, november),
                "2025-11-15", text.substring(november, march),
                "2026-02-10", text.substring(november, march),
                "2026-03-15", text.substring(march));
        SoftAssertions softly = new SoftAssertions();
        List<Line> gaps = expected.stream()
                .filter(line -> line.text("basis").equals("as_known")
                        && line.has("tracker_pct")
                        && !line.text("partner").equals(Averages.ALL)
                        && Math.abs(gap(line)) > 2)
                .toList();
        for (Line line : gaps)
            softly.assertThat(said(byDay.get(line.text("date")), line.text("partner"), gap(line)))
                    .as("%s on %s: %.1f", line.text("partner"), line.text("date"), gap(line))
                    .isTrue();
        softly.assertAll();
        assertThat(gaps).hasSizeGreaterThan(50);
    }

    private static double gap(Line line) {
        return line.decimal("rate_pct") - line.decimal("tracker_pct");
    }

    private static boolean said(String text, String partner, double gap) {
        return Pattern.compile("\\b" + partner + "\\b[ |]+([+-]\\d+\\.\\d)")
                .matcher(text)
                .results()
                .anyMatch(match -> Math.abs(Double.parseDouble(match.group(1)) - gap) < 0.11);
    }

    /** The duties of 2024 over the imports of 2024, per cent, as the tracker has them of the same figures. */
    @Test
    void whatWasCollectedIn2024() throws IOException {
        String shared = System.getProperty("tradelake.shared");
        Map<String, Double> rates = Collected.rates(
                ImportsFile.collected(
                        Path.of(shared, "data/tariffs_us/us_imports_2024_hs10_by_country.parquet"), schedule),
                one -> Stream.of(one.exporter(), Averages.ALL));
        assertThat(100 * rates.get(Averages.ALL)).isCloseTo(2.36, within(0.006));
        for (Line line : Csv.ofFile(Path.of(shared, "domain/us-baseline-2024-by-partner.csv"), List.of("iso3"))
                .lines())
            if (line.text("in_total").equals("1"))
                assertThat(100 * rates.get(line.text("iso3")))
                        .as(line.text("iso3"))
                        .isCloseTo(line.decimal("collected_rate_2024_pct"), within(0.0006));
    }

    /** Worked cells: the formula's terms one by one, per cent. */
    @Test
    void workedCells() {
        assertThat(percent("EU27", "870323", AUGUST)).isCloseTo(27.495, within(0.001));
        assertThat(percent("EU27", "870323", SINCE)).isCloseTo(15, within(1e-9));
        assertThat(percent("CHN", "850760", AUGUST)).isCloseTo(44.488, within(0.001));
        assertThat(percent("CAN", "732690", AUGUST)).isCloseTo(50.264, within(0.001));
        assertThat(percent("BRA", "090111", AUGUST)).isCloseTo(50, within(1e-9));
    }

    /** Without the exemptions of Annex II the rates of those who sell electronics, medicines and fuels double. */
    @Test
    void withoutAnnexTwoTheMostExposedPayTwice() {
        SortedMap<String, Average> with = averages(schedule, AUGUST, AUGUST);
        SortedMap<String, Average> without = averages(schedule.withoutExemptions(List.of("annex_ii")), AUGUST, AUGUST);
        assertThat(total(without, "ALL")).isCloseTo(19.95, within(0.05));
        assertThat(total(without, "TWN")).isCloseTo(22.2, within(0.1)).isGreaterThan(2 * total(with, "TWN"));
        assertThat(total(without, "SGP")).isCloseTo(9.3, within(0.1)).isGreaterThan(2 * total(with, "SGP"));
        assertThat(total(without, "IND")).isCloseTo(51.1, within(0.1));
        List<String> mostExposed = with.keySet().stream()
                .sorted(Comparator.comparingDouble(partner -> total(with, partner) - total(without, partner)))
                .limit(5)
                .toList();
        assertThat(mostExposed).containsExactly("IRQ", "DZA", "IND", "CHE", "NGA");
    }

    private static double total(SortedMap<String, Average> averages, String partner) {
        return 100 * averages.get(partner).rate().total();
    }

    private static double percent(String exporter, String hs6, LocalDate known) {
        double base = imports.stream()
                .filter(one -> one.exporter().equals(exporter) && one.hs6().equals(hs6))
                .findFirst()
                .orElseThrow()
                .base()
                .orElseThrow();
        return 100 * schedule.on(exporter, AUGUST, known).on(hs6, base).total();
    }

    private static SortedMap<String, Average> averages(Schedule schedule, LocalDate day, LocalDate known) {
        return Averages.of(schedule, day, known, imports, Import::exporter);
    }
}
