package tradelake.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.ReporterYears;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.lake.DrawnTables;
import tradelake.reference.Columns;
import tradelake.reference.Reference;

/**
 * Random trade: the identities are rules of the table, which every test checks; here every figure is found again by another
 * road, four loops in plain Java.
 */
class RegionalSharesPropertyTest {
    private static final Reference REFERENCE = Reference.load();
    private static final MembershipDays DAYS =
            new MembershipDays(2021, 2023, LocalDate.of(2024, 12, 31), MonthDay.of(7, 1));
    private static final Map<String, Integer> CODES =
            Map.of("CHN", 156, "JPN", 392, "IDN", 360, "DEU", 276, "LAO", 418, "BRA", 76);
    private static final List<String> PARTNERS = List.of("CHN", "JPN", "IDN", "DEU", "LAO", "BRA", "C899", "_X", "USA");
    private static final Set<String> UNKNOWN = Set.of("C899", "_X");

    private record Flow(int year, String reporter, String flow, String partner, double value, boolean filled) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFigureIsFoundAgainByPlainLoops(long seed) {
        Random random = new Random(seed);
        List<Row> reports = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        for (int year = 2021; year <= 2023; year++)
            for (String reporter : CODES.keySet().stream().sorted().toList()) {
                boolean hasData = random.nextInt(4) > 0;
                if (hasData) reports.add(report(year, CODES.get(reporter)));
                for (String flow : List.of("X", "M"))
                    for (String partner : PARTNERS)
                        if (random.nextInt(3) > 0
                                && (hasData || !partner.equals(reporter) && !UNKNOWN.contains(partner)))
                            flows.add(new Flow(year, reporter, flow, partner, random.nextDouble() * 1e9, !hasData));
            }
        DrawnTables in = new DrawnTables();
        List<Row> shares = in.with(ReporterYears.TABLE, in.of(ReporterYears.TABLE, reports))
                .with(
                        ProductFlows.TABLE,
                        in.of(
                                ProductFlows.TABLE,
                                flows.stream()
                                        .map(RegionalSharesPropertyTest::row)
                                        .toList()))
                .with(Bilateral.TABLE, "year exporter importer")
                .make(new RegionalShares(REFERENCE, DAYS))
                .collectAsList();
        assertThat(shares).hasSizeGreaterThan(100);
        for (Row row : shares) if (RegionalShares.WINDOW_FROM.in(row) == null) check(row, flows);
    }

    private static void check(Row row, List<Flow> flows) {
        Map<String, Double> sums = new HashMap<>();
        boolean fixed = Columns.MEMBERSHIP.in(row).equals("fixed");
        LocalDate day = fixed ? DAYS.fixedOn() : LocalDate.of(Columns.YEAR.in(row), 7, 1);
        Set<String> members = REFERENCE.groups().named(Columns.GROUP_ID.in(row)).membersOn(day);
        for (Flow flow : flows)
            if (flow.year() == Columns.YEAR.in(row)
                    && members.contains(flow.reporter())
                    && Columns.FLOW_OR_BOTH.in(row).contains(flow.flow())
                    && (!flow.filled() || Columns.BASIS.in(row).equals("mirror_filled")))
                sums.merge(relation(flow, members), flow.value(), Double::sum);
        double withoutSelf = sums.entrySet().stream()
                .filter(sum -> !sum.getKey().equals("self"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        assertClose(RegionalShares.INTRA.in(row), sums.getOrDefault("intra", 0.0), row);
        assertClose(RegionalShares.EXTRA.in(row), sums.getOrDefault("extra", 0.0), row);
        assertClose(RegionalShares.SELF.in(row), sums.getOrDefault("self", 0.0), row);
        assertClose(RegionalShares.UNALLOCATED.in(row), sums.getOrDefault("unallocated", 0.0), row);
        boolean someKnown = sums.containsKey("intra") || sums.containsKey("extra");
        if (!someKnown) assertThat(RegionalShares.INTRA_SHARE.in(row)).isNull();
        else assertClose(RegionalShares.INTRA_SHARE.in(row), sums.getOrDefault("intra", 0.0) / withoutSelf, row);
    }

    private static String relation(Flow flow, Set<String> members) {
        if (flow.partner().equals(flow.reporter())) return "self";
        if (UNKNOWN.contains(flow.partner())) return "unallocated";
        return members.contains(flow.partner()) ? "intra" : "extra";
    }

    private static void assertClose(double actual, double expected, Row row) {
        assertThat(actual).as("%s", row).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
    }

    private static Row report(int year, int reporter) {
        return RowFactory.create(
                year, reporter, "H5", true, 12, true, true, 9, 1.0, 1.0, List.of("TOTAL"), List.of("a"), "b");
    }

    private static Row row(Flow flow) {
        return RowFactory.create(
                flow.year(),
                flow.reporter(),
                flow.flow(),
                flow.partner(),
                "TOTAL",
                flow.filled(),
                "total",
                flow.value(),
                null);
    }
}
