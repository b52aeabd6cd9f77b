package tradelake.sources.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.reference.Reference;
import tradelake.sources.FileFacts;
import tradelake.sources.FirstPass;
import tradelake.sources.InputFiles;
import tradelake.sources.synthetic.SampleRows.Line;

/** Every planted trap is in the files, with the values that the table of planted truth gives. */
class SampleTrapsTest {
    private static final int CHINA = 156;
    private static final int HONG_KONG = 344;
    private static final int AUSTRALIA = 36;
    private static final int SINGAPORE = 702;

    @TempDir
    static Path folder;

    private static SampleRows rows;
    private static Synthetic.Summary summary;

    @BeforeAll
    static void write() throws IOException {
        summary = Synthetic.write(folder.resolve("sample"), 60_000, 5);
        rows = SampleRows.under(folder.resolve("sample"));
    }

    @Test
    void the_first_pass_reads_every_row() {
        Configuration hadoop = new Configuration();
        List<org.apache.hadoop.fs.Path> paths = new ArrayList<>();
        InputFiles.under(
                        List.of(new org.apache.hadoop.fs.Path(
                                folder.resolve("sample").toUri())),
                        hadoop)
                .forEach(status -> paths.add(status.getPath()));
        List<FileFacts> facts = new FirstPass(hadoop, 2).over(paths);
        assertThat(facts)
                .hasSize(summary.files())
                .allMatch(f -> f.synthetic() && f.reason().isEmpty() && f.rowsWithProblem() == 0);
        assertThat(facts.stream().mapToLong(FileFacts::rows).sum()).isEqualTo(summary.rows());
        assertThat(facts.stream().map(FileFacts::format).collect(Collectors.toSet()))
                .hasSize(2);
    }

    @Test
    void world_totals_are_the_control_totals() {
        Reference reference = Reference.load();
        int controlled = 0;
        for (Line row :
                rows.where(r -> r.isWorldTotal() && isFinal(r) && r.flow().length() == 1)) {
            String key =
                    reference.economies().byCode(row.reporter()).orElseThrow().key();
            var control = reference.controlTotals().of(key, row.flow(), row.year());
            if (control.isEmpty()) continue;
            controlled++;
            assertThat(row.value())
                    .as(row.toString())
                    .isEqualTo(Math.round(control.get().valueUsd() * 1000));
        }
        assertThat(controlled).isGreaterThan(500);
    }

    @Test
    void partners_add_up_to_the_world_row_but_where_it_is_planted() {
        Set<String> gaps = new HashSet<>();
        for (Line world : rows.where(r -> r.isWorldTotal() && r.flow().length() == 1)) {
            long partners = rows.sum(r ->
                    r.file().equals(world.file()) && r.flow().equals(world.flow()) && r.partner() != 0 && r.isTotal());
            if (partners != world.value()) gaps.add(world.reporter() + world.flow());
        }
        assertThat(gaps).containsExactlyInAnyOrder("682X", "710X", "231M");
    }

    @Test
    void breakdown_rows_repeat_the_value_of_their_total() {
        Map<String, Long> totals = new HashMap<>();
        Map<String, Long> parts = new HashMap<>();
        rows.all().forEach(r -> (r.breakdown() ? parts : totals)
                .merge(r.file() + r.flow() + r.partner() + r.code(), r.value(), Long::sum));
        assertThat(parts)
                .hasSizeGreaterThan(500)
                .allSatisfy((key, sum) -> assertThat(sum).as(key).isEqualTo(totals.get(key)));
        for (String column : List.of("motcode", "customscode", "partner2code")) {
            assertThat(rows.where(Line::breakdown).stream()
                            .map(r -> r.cells().get(column))
                            .distinct())
                    .as(column)
                    .hasSizeGreaterThan(2);
        }
    }

    @Test
    void re_exports_and_domestic_exports_are_inside_exports() {
        for (int reporter : new int[] {HONG_KONG, SINGAPORE}) {
            Predicate<Line> partners =
                    r -> r.reporter() == reporter && r.year() == 2019 && r.partner() != 0 && r.isTotal();
            long exports = rows.sum(partners.and(r -> r.flow().equals("X")));
            long again = rows.sum(partners.and(r -> r.flow().equals("RX")));
            assertThat(again).isPositive();
            assertThat(again + rows.sum(partners.and(r -> r.flow().equals("DX"))))
                    .isEqualTo(exports);
        }
        long hongKong = rows.sum(r -> r.is(HONG_KONG, 2019, "RX") && r.isWorldTotal());
        long all = rows.sum(r -> r.is(HONG_KONG, 2019, "X") && r.isWorldTotal());
        assertThat((double) hongKong / all).isCloseTo(0.96, offset(0.04));
        for (String flow : List.of("RM", "FM", "MIP", "XOP")) {
            assertThat(rows.where(r -> r.flow().equals(flow))).as(flow).isNotEmpty();
        }
    }

    @Test
    void levels_stand_beside_each_other_and_a_chapter_exceeds_its_codes_where_one_is_confidential() {
        Predicate<Line> world = r -> r.is(AUSTRALIA, 2020, "X") && r.partner() == 0;
        assertThat(rows.where(world).stream().map(r -> r.code().length()).distinct())
                .containsExactlyInAnyOrder(5, 2, 4, 6);
        long chapter = rows.sum(world.and(r -> r.code().equals("27")));
        long codes =
                rows.sum(world.and(r -> r.code().startsWith("27") && r.code().length() == 6));
        assertThat(chapter - codes)
                .isEqualTo(planted("chapter_only", "AUS", 2020))
                .isPositive();
        assertThat(rows.where(world.and(r -> r.code().equals("2711")))).isEmpty();
        long heading = rows.sum(
                r -> r.is(SINGAPORE, 2013, "X") && r.partner() == 0 && r.code().equals("2710"));
        assertThat(heading).isEqualTo(planted("heading_only", "SGP", 2013)).isPositive();
        assertThat(rows.where(r -> r.is(SINGAPORE, 2013, "X") && r.code().equals("271019")))
                .isEmpty();
    }

    @Test
    void china_imports_from_itself() {
        long self = rows.sum(r -> r.is(CHINA, 2019, "M") && r.partner() == CHINA && r.isTotal());
        long all = rows.sum(r -> r.is(CHINA, 2019, "M") && r.isWorldTotal());
        assertThat((double) self / all).isCloseTo(0.05, offset(0.005));
        assertThat(self).isEqualTo(planted("self_trade", "CHN", 2019));
    }

    @Test
    void areas_bunkers_and_pseudo_codes_are_there() {
        assertThat(rows.where(r -> r.partner() == 899 && r.isTotal())).hasSizeGreaterThan(30);
        assertThat(rows.where(r -> r.partner() == 837 && r.isTotal())).hasSizeGreaterThan(30);
        assertThat(rows.where(r -> r.code().equals("999999") && r.partner() != 0))
                .hasSizeGreaterThan(100);
        assertThat(rows.where(r -> r.code().equals("9999AA") && r.partner() != 0))
                .hasSize(1);
    }

    @Test
    void groups_report_beside_their_members() {
        assertThat(rows.where(r -> r.is(975, 2018, "X") && r.isWorldTotal())).hasSize(1);
        long members = rows.sum(
                r -> Set.of(96, 116, 360, 418, 458, 104, 608, 702, 764, 704).contains(r.reporter())
                        && r.year() == 2018
                        && r.flow().equals("X")
                        && r.isWorldTotal());
        assertThat(rows.sum(r -> r.is(975, 2018, "X") && r.isWorldTotal())).isEqualTo(members);
        assertThat(rows.where(r -> r.is(97, 2015, "X") && r.partner() == 276)).isEmpty();
    }

    @Test
    void a_revision_has_other_values_under_another_date() {
        List<Line> totals = rows.where(r -> r.is(410, 2018, "X") && r.isWorldTotal());
        assertThat(totals)
                .extracting(Line::file)
                .containsExactlyInAnyOrder(
                        "KOR/COMTRADE-FINAL-CA4102018H5[2019-05-14].gz",
                        "KOR/COMTRADE-FINAL-CA4102018H5[2020-06-03].gz");
        assertThat(totals).extracting(Line::value).doesNotHaveDuplicates();
        assertThat(rows.where(r -> r.is(AUSTRALIA, 2019, "X") && r.isWorldTotal()))
                .extracting(Line::file)
                .containsExactlyInAnyOrder(
                        "AUS/C_A_36_201901_H5_O.txt.gz", "AUS/COMTRADE-FINAL-CA0362019H5[2021-03-02].gz");
    }

    @Test
    void a_converted_dataset_repeats_the_original_in_an_older_edition() {
        List<Line> totals = rows.where(r -> r.is(360, 2019, "M") && r.isWorldTotal());
        assertThat(totals).extracting(Line::edition).containsExactlyInAnyOrder("H5", "H4");
        assertThat(totals).extracting(Line::original).containsExactlyInAnyOrder(true, false);
        assertThat(totals).extracting(Line::value).containsOnly(totals.get(0).value());
    }

    @Test
    void missing_reporter_years_have_no_file() {
        Set<String> seen = rows.all().map(r -> r.reporter() + " " + r.year()).collect(Collectors.toSet());
        assertThat(seen)
                .doesNotContain("704 2024", "104 2014", "104 2024", "418 2015", "96 2016", "418 2010", "116 2011");
        assertThat(seen).contains("704 2023", "104 2013", "96 2015", "418 2013", "116 2012", "490 2024");
        assertThat(planted("missing", "VNM", 2024)).isPositive();
    }

    @Test
    void codes_belong_to_the_edition_of_the_reporter_year() {
        assertThat(rows.where(r -> r.code().equals("851712")))
                .allMatch(r -> !r.edition().equals("H6"))
                .isNotEmpty();
        assertThat(rows.where(r -> r.code().equals("854143")))
                .allMatch(r -> r.edition().equals("H6"))
                .isNotEmpty();
        assertThat(rows.where(r -> r.code().equals("870380")))
                .allMatch(r -> r.edition().compareTo("H5") >= 0)
                .isNotEmpty();
        assertThat(rows.where(r -> r.reporter() == 608 && r.year() < 2014))
                .allMatch(r -> r.edition().equals("H2"));
        assertThat(rows.where(r -> r.reporter() == SINGAPORE && r.year() == 2017))
                .allMatch(r -> r.edition().equals("H4"));
    }

    @Test
    void importers_report_the_exporters_value_plus_freight() {
        Map<String, Long> exports = new HashMap<>();
        rows.where(r -> r.flow().equals("X") && r.isTotal() && isFinal(r))
                .forEach(r -> exports.put(r.year() + " " + r.reporter() + " " + r.partner(), r.value()));
        List<Double> ratios =
                rows.where(r -> r.flow().equals("M") && r.isTotal() && r.partner() != r.reporter()).stream()
                        .filter(r -> exports.containsKey(r.year() + " " + r.partner() + " " + r.reporter()))
                        .map(r -> (double) r.value() / exports.get(r.year() + " " + r.partner() + " " + r.reporter()))
                        .sorted()
                        .toList();
        assertThat(ratios).hasSizeGreaterThan(2000);
        assertThat(ratios.get(ratios.size() / 2)).isBetween(1.02, 1.08);
        assertThat(ratios.get(ratios.size() / 20)).isGreaterThan(0.8);
    }

    @Test
    void every_row_says_that_it_is_synthetic() {
        assertThat(rows.all())
                .allMatch(r -> r.cells().get("legacyestimationflag").equals("999")
                        && r.cells().get("datasetcode").matches("9\\d{17}"));
    }

    @Test
    void every_line_of_the_quirks_left_a_trace_in_the_table_of_truth() throws IOException {
        List<String> truth = Files.readAllLines(folder.resolve("sample").resolve(Synthetic.PLANTED));
        for (String trap : Quirk.all().stream().map(Quirk::trap).distinct().toList()) {
            if (trap.equals("extract_only")) continue; // status of the totals
            assertThat(truth).as(trap).anyMatch(line -> line.startsWith(trap + ","));
        }
    }

    /** Not an earlier release, a converted one or a group's. */
    private static boolean isFinal(Line row) {
        return row.original()
                && row.reporter() != 97
                && row.reporter() != 975
                && !row.file().contains("2019-05-14")
                && !row.file().startsWith("AUS/C_A");
    }

    /** Thousandths of a dollar in the table of planted truth. */
    private static long planted(String trap, String reporter, int year) {
        try {
            String line = Files.readAllLines(folder.resolve("sample").resolve(Synthetic.PLANTED)).stream()
                    .filter(l -> l.startsWith(trap + "," + reporter + "," + year))
                    .findFirst()
                    .orElseThrow();
            return Math.round(Double.parseDouble(line.split(",")[7]) * 1000);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
