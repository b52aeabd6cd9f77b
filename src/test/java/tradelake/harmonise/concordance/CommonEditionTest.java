package tradelake.harmonise.concordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.OracleFile;
import tradelake.harmonise.Flows;
import tradelake.harmonise.ReporterYear;
import tradelake.lake.BadInput;
import tradelake.lake.DrawnTables;
import tradelake.lake.Finding;
import tradelake.lake.Job;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.reference.Columns;
import tradelake.reference.HsEdition;

/** Drawn flows of several editions in one: every way a code can go, and nothing lost on any. */
class CommonEditionTest {
    private static final String EVERY_WAY =
            """
            year reporter flow partner hs_edition hs_code hs_level residual of_which value_usd net_weight_kg quantity quantity_unit months
            2010 608      X    156     H2         852520  6        false    false    80        8             4        5             12
            2010 608      X    156     H2         100000  6        false    false    5         -             -        -1            12
            2011 704      X    156     H3         851712  6        false    false    100       10            50       5             12
            2014 704      X    156     H4         120190  6        false    false    30        3             3        8             12
            2014 704      X    156     H4         120110  6        false    false    12        -             -        -1            12
            2014 704      RX   156     H4         120190  6        false    true     7         1             1        8             12
            2014 704      X    156     H4         8486    4        false    false    6         -             -        -1            12
            2014 704      X    -1      H4         12      2        true     false    9         -             -        -1            12
            2014 704      X    156     H4         TOTAL   0        true     false    2         -             -        -1            12
            2014 704      X    156     H4         870390  6        false    false    4         1             1        5             12
            2014 704      X    156     H4         999999  6        false    false    3         -             -        -1            12
            2014 704      X    156     H4         9999AA  6        false    false    2         -             -        -1            12
            2014 704      X    156     H4         9999    4        true     false    8         -             -        -1            12
            2011 704      X    156     H3         9999AA  6        false    false    11        -             -        -1            12
            2011 704      X    156     H3         870323  6        false    false    13        -             7        -1            12
            2018 704      X    156     H5         851712  6        false    false    40        4             2        5             12
            2018 704      X    156     H5         99      2        false    false    6         -             -        -1            12
            2018 704      X    156     H5         TOTAL   0        true     false    1         -             -        -1            12
            """;

    private static final PublishedTables PUBLISHED = new PublishedTables(
            List.of(new Conversion(
                    HsEdition.H4,
                    HsEdition.H3,
                    new TreeMap<>(
                            Map.of("120110", "120100", "120190", "120100", "848610", "848610", "848690", "848620")))),
            List.of());

    private static final Reclassification FORWARDS = new Reclassification(
            HsEdition.H2,
            HsEdition.H3,
            new TreeMap<>(Map.of("852520", new Split(new TreeMap<>(Map.of("851712", 0.75, "851718", 0.25))))));

    private static final CommonEdition COMMON =
            CommonEdition.back(HsEdition.H3, PUBLISHED).with(FORWARDS);

    @Test
    void everyWayACodeCanGo() {
        Map<String, Row> carried = carried(COMMON, EVERY_WAY);
        is(carried, "H2 X 851712", "weighted", 60);
        is(carried, "H2 X 851718", "weighted", 20);
        is(carried, "H2 X 999999", "no_target", 5);
        is(carried, "H3 X 851712", "same", 100);
        is(carried, "H4 X 120100", "one_target", 42);
        is(carried, "H4 RX 120100", "one_target", 7);
        is(carried, "H4 X 8486", "coarse", 6);
        is(carried, "H4 X 12", "coarse", 9);
        is(carried, "H4 X TOTAL", "coarse", 2);
        is(carried, "H5 X 999999", "no_table", 40);
        is(carried, "H5 X TOTAL", "no_table", 1);
        assertThat(carried).hasSize(17);
    }

    @Test
    void goodsNotSpecifiedNeedNoTable() {
        Map<String, Row> carried = carried(COMMON, EVERY_WAY);
        is(carried, "H4 X 999999 unspecified", "unspecified", 5);
        is(carried, "H4 X 9999", "unspecified", 8);
        is(carried, "H5 X 99", "unspecified", 6);
        is(carried, "H3 X 999999", "same", 11);
    }

    /** The tables name two successors of each; what trade tells does not make one of them a target of UNSD's. */
    @Test
    void whatWasSplitIsNeverCalledWhole() {
        CommonEdition common = new CommonEdition(
                HsEdition.H3,
                new TreeMap<>(Map.of(
                        HsEdition.H2,
                        new Reclassification(
                                HsEdition.H2,
                                HsEdition.H3,
                                new TreeMap<>(Map.of(
                                        "852520",
                                        new Split(new TreeMap<>(Map.of("851712", 1.0, "852560", 0.0))),
                                        "852530",
                                        new Split(new TreeMap<>(Map.of("852580", 0.5, "900000", 0.5)), false)))))));
        Map<String, Row> carried = carried(
                common,
                """
                year reporter flow partner hs_edition hs_code hs_level value_usd months
                2010 608      X    156     H2         852520  6        80        12
                2010 608      X    156     H2         852530  6        9         12
                2010 608      X    156     H2         8525    4        7         12
                """);
        is(carried, "H2 X 851712", "weighted", 80);
        is(carried, "H2 X 999999", "no_evidence", 9);
        is(carried, "H2 X TOTAL", "coarse", 7);
        assertThat(carried).hasSize(3);
    }

    /** The car is no code of the drawn table, though 2007 has it too: what a table does not know does not pass by its looks. */
    @Test
    void aCodeThatBothEditionsHaveDoesNotPassUnlessTheTableSaysSo() {
        Map<String, Row> carried = carried(COMMON, EVERY_WAY);
        assertThat(carried).doesNotContainKey("H4 X 870390");
        is(carried, "H4 X 999999 no_target", "no_target", 4);
    }

    @Test
    void weightsFollowTheValueAndQuantitiesAreAddedWhereAllHaveThem() {
        Map<String, Row> carried = carried(COMMON, EVERY_WAY);
        assertThat(FlowsHarmonised.WEIGHT.in(carried.get("H2 X 851712"))).isEqualTo(6);
        assertThat(FlowsHarmonised.QUANTITY.in(carried.get("H2 X 851712"))).isEqualTo(3);
        assertThat(FlowsHarmonised.WEIGHT.in(carried.get("H4 X 120100"))).isEqualTo(3);
        assertThat(FlowsHarmonised.QUANTITY.in(carried.get("H4 X 120100")))
                .as("one of the two has none")
                .isNull();
        assertThat(FlowsHarmonised.QUANTITY.in(carried.get("H4 RX 120100"))).isEqualTo(1);
        assertThat(FlowsHarmonised.QUANTITY.in(carried.get("H3 X 870323")))
                .as("of no known unit")
                .isNull();
    }

    @Test
    void whatIsUnclassifiedIsTold() {
        Dataset<Row> flows = drawn(EVERY_WAY).read(Flows.TABLE);
        Dataset<Row> balance = drawn(EVERY_WAY).make(balance(COMMON));
        assertThat(flows.count()).isEqualTo(18);
        List<Finding> findings = new Unclassified(new Concordance(HsEdition.H3, Path.of("nowhere"), false)).in(balance);
        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactly("codes-without-target", "codes-without-target", "edition-without-table");
        assertThat(findings).extracting(Finding::rows).containsExactly(1L, 1L, 2L);
        assertThat(findings.get(2).message())
                .startsWith("H5 of 1 reporters, 2018 to 2018: 41 USD are kept under 999999 or TOTAL, for")
                .contains("no table to H3")
                .contains("harmonise.tables");
    }

    /** Rules of silver.harmonised_balance hold on any flows, whatever the tables; they are audited here as in a lake. */
    @Test
    void valueAndWeightAreConserved() {
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            SortedMap<String, Split> splits = new TreeMap<>();
            for (int code = 0; code < 60; code++) if (random.nextInt(4) > 0) splits.put(code(code), split(random));
            SortedMap<String, String> targets = new TreeMap<>();
            for (int code = 0; code < 60; code++)
                if (random.nextInt(4) > 0) targets.put(code(code), code(random.nextInt(60)));
            CommonEdition common = CommonEdition.back(
                            HsEdition.H3,
                            new PublishedTables(
                                    List.of(new Conversion(HsEdition.H4, HsEdition.H3, targets)), List.of()))
                    .with(new Reclassification(HsEdition.H2, HsEdition.H3, splits));
            Dataset<Row> balance = drawn(flows(random)).make(balance(common));
            double usd = 0;
            for (Row row : balance.collectAsList()) {
                usd += Columns.VALUE_USD.in(row);
                assertThat(HarmonisedBalance.AFTER.in(row))
                        .isCloseTo(Columns.VALUE_USD.in(row), within(1e-12 * Columns.VALUE_USD.in(row) + 1e-6));
            }
            assertThat(usd).isGreaterThan(1e12);
        }
    }

    /** What the tables as published do with one flow of every code: nothing but 999999 is unclassified. */
    @Test
    void everyPublishedCodeArrives() throws IOException {
        PublishedTables published = TableFiles.in(OracleFile.shared("data", "classifications", "unsd_stepwise"));
        CommonEdition common = CommonEdition.back(HsEdition.H3, published);
        StringBuilder flows =
                new StringBuilder("year reporter flow partner hs_edition hs_code hs_level value_usd months\n");
        for (HsEdition edition : List.of(HsEdition.H4, HsEdition.H5, HsEdition.H6))
            for (String code : UnsdTablesTest.codes(edition))
                flows.append("%d 704 X 156 %s %s 6 1.5 12%n".formatted(edition.year(), edition, code));
        List<Row> rows = drawn(flows.toString()).make(carrying(common)).collectAsList();
        assertThat(rows).noneMatch(row -> FlowsHarmonised.METHOD.in(row).startsWith("no_"));
        assertThat(rows.stream().mapToDouble(Columns.VALUE_USD::in).sum())
                .isEqualTo(1.5 * (flows.toString().lines().count() - 1));
        List<String> of2007 = UnsdTablesTest.codes(HsEdition.H3);
        assertThat(rows).extracting(Columns.HS_CODE::in).allMatch(of2007::contains);
    }

    /** Exports of the Philippines (608) in HS 2002 until 2010 and in HS 2012 from 2011 tell how telephones were split. */
    @Test
    void weightsAreEstimatedFromReportersThatChanged() {
        PublishedTables published = new PublishedTables(
                List.of(new Conversion(
                        HsEdition.H4, HsEdition.H3, new TreeMap<>(Map.of("851712", "851712", "851718", "851718")))),
                List.of(SwitchWeightsTest.correlation(Map.of("852520", "851712 851718"))));
        DrawnTables silver = drawn(
                """
                year reporter flow partner hs_edition hs_code hs_level of_which value_usd months
                2010 608      X    156     H2         852520  6        false    40        12
                2010 608      X    392     H2         852520  6        false    80        12
                2010 608      RX   156     H2         852520  6        true     40        12
                2009 608      X    156     H2         852520  6        false    77        12
                2011 608      X    156     H4         851712  6        false    60        12
                2011 608      X    156     H4         851718  6        false    20        12
                2011 608      X    392     H4         851712  6        false    120       12
                2011 608      X    392     H4         851718  6        false    40        12
                2012 608      X    156     H4         851718  6        false    900       12
                """);
        List<EditionYear> years = List.of(
                year(2009, HsEdition.H2), year(2010, HsEdition.H2), year(2011, HsEdition.H4), year(2012, HsEdition.H4));
        ForwardWeights forwards = new ForwardWeights(CommonEdition.back(HsEdition.H3, published), published, years);
        assertThat(forwards.olderEditions()).containsExactly(HsEdition.H2);
        SwitchWeights.Estimate estimate =
                forwards.estimate(HsEdition.H2, silver).orElseThrow();
        assertThat(estimate.relations()).isEqualTo(2);
        assertThat(estimate.reclassification().of("852520").weights().get("851712"))
                .isCloseTo(0.75, within(1e-6));
    }

    /** Of the Philippines' four years in HS 2002 nothing follows; a table leads on all the same where it names one target. */
    @Test
    void withoutAChangeCodesWithOneTargetStillArrive() {
        PublishedTables published = new PublishedTables(
                List.of(),
                List.of(SwitchWeightsTest.correlation(Map.of("852520", "851712 851718", "870323", "870323"))));
        List<EditionYear> years = List.of(year(2010, HsEdition.H2), year(2013, HsEdition.H2));
        ForwardWeights forwards = new ForwardWeights(CommonEdition.back(HsEdition.H3, published), published, years);
        SwitchWeights.Estimate estimate =
                forwards.estimate(HsEdition.H2, new DrawnTables()).orElseThrow();
        assertThat(estimate.relations()).isZero();
        CommonEdition common = forwards.common().with(estimate.reclassification());
        String flows =
                """
                year reporter flow partner hs_edition hs_code hs_level value_usd months
                2010 608      X    156     H2         852520  6        80        12
                2010 608      X    156     H2         870323  6        5         12
                2010 608      X    156     H2         870324  6        3         12
                """;
        Map<String, Row> carried = carried(common, flows);
        is(carried, "H2 X 870323", "one_target", 5);
        is(carried, "H2 X 999999 no_evidence", "no_evidence", 80);
        is(carried, "H2 X 999999 no_target", "no_target", 3);
        assertThat(new Unclassified(new Concordance(HsEdition.H3, Path.of("nowhere"), false))
                        .in(drawn(flows).make(balance(common))))
                .extracting(Finding::kind)
                .containsExactly("codes-without-evidence", "codes-without-target");
    }

    @Test
    void aChangeIsTheFirstYearThatReachesTheCommonEdition() {
        EditionYear before = year(2010, HsEdition.H2),
                older = year(2011, HsEdition.H1),
                after = year(2012, HsEdition.H3);
        assertThat(changes(before, older, after)).containsExactly(new ForwardWeights.Change(before, after));
        assertThat(changes(before, older, year(2012, HsEdition.H4)))
                .as("no table of H4")
                .isEmpty();
        assertThat(changes(before, year(2013, HsEdition.H3)))
                .as("three years later")
                .isEmpty();
    }

    @Test
    void extractsAndPartsOfYearsTellNothingOfSplits() {
        EditionYear before = year(2010, HsEdition.H2), after = year(2012, HsEdition.H3);
        EditionYear extract = year(2011, HsEdition.H3, false, 12), part = year(2011, HsEdition.H3, true, 6);
        assertThat(changes(before, extract, after)).containsExactly(new ForwardWeights.Change(before, after));
        assertThat(changes(before, part, after)).containsExactly(new ForwardWeights.Change(before, after));
        assertThat(changes(before, year(2011, HsEdition.H2, false, 12), after))
                .containsExactly(new ForwardWeights.Change(before, after));
        assertThat(changes(before, extract)).isEmpty();
        assertThat(changes(before, part)).isEmpty();
    }

    @Test
    void madeUpTablesCountInAMadeUpWorldAlone() {
        Path sample = Path.of("data-samples/_concordance");
        assertThat(new Concordance(HsEdition.H3, sample, true).tables().conversions())
                .hasSize(4);
        assertThat(new Concordance(HsEdition.H3, sample, false).tables().conversions())
                .isEmpty();
        assertThat(new Concordance(HsEdition.H3, sample, true).tables().back(HsEdition.H6, HsEdition.H3))
                .hasValueSatisfying(table -> assertThat(table.target("854149")).hasValue("854140"));
    }

    @Test
    void aTableThatContradictsItselfIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("mine.csv"),
                "from_edition,from_code,to_edition,to_code\nH4,10110,H3,10110\nH4,010110,H3,010190\n");
        assertThatThrownBy(() -> TableFiles.in(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("010110 has two targets");
        Files.writeString(
                folder.resolve("mine.csv"), "from_edition,from_code,to_edition,to_code\nHS12,010110,H3,010110\n");
        assertThatThrownBy(() -> TableFiles.in(folder)).hasMessageContaining("HS12 is no edition from H0 to H6");
    }

    @Test
    void filesThatContradictEachOtherAreRefused(@TempDir Path folder) throws IOException {
        String header = "from_edition,from_code,to_edition,to_code\n";
        Files.writeString(folder.resolve("a.csv"), header + "H5,010110,H4,010110\nH4,010110,H3,010110\n");
        Files.writeString(folder.resolve("b.csv"), header + "H5,010110,H4,010110\nH5,010110,H3,010190\n");
        assertThat(TableFiles.in(folder).back(HsEdition.H5, HsEdition.H3))
                .as("steps go before a direct table")
                .hasValueSatisfying(table -> assertThat(table.target("010110")).hasValue("010110"));
        Files.writeString(folder.resolve("c.csv"), header + "H5,010110,H4,010130\n");
        assertThatThrownBy(() -> TableFiles.in(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "a.csv and c.csv give 010110 of HS2017 to HS2012 different targets, 010110 and 010130");
    }

    @Test
    void correlationsThatContradictEachOtherAreRefused() {
        PublishedTables one =
                new PublishedTables(List.of(), List.of(SwitchWeightsTest.correlation(Map.of("852520", "851712"))));
        PublishedTables other = new PublishedTables(
                List.of(),
                List.of(SwitchWeightsTest.correlation(Map.of("852520", "851712 851718", "870323", "870323"))));
        assertThat(other.conflict(one))
                .hasValueSatisfying(text -> assertThat(text).contains("851712 and 851712 851718"));
        assertThat(other.conflict(other)).isEmpty();
    }

    private static EditionYear year(int year, HsEdition edition) {
        return year(year, edition, true, 12);
    }

    private static EditionYear year(int year, HsEdition edition, boolean whole, int months) {
        return new EditionYear(new ReporterYear(year, 608), Optional.of(edition), whole, months, "");
    }

    private static List<ForwardWeights.Change> changes(EditionYear... years) {
        return new ForwardWeights(
                        CommonEdition.back(HsEdition.H3, PublishedTables.NONE), PublishedTables.NONE, List.of(years))
                .changes(HsEdition.H2);
    }

    private static void is(Map<String, Row> carried, String key, String method, double usd) {
        Row row = carried.getOrDefault(key, carried.get(key + " " + method));
        assertThat(row).as(key).isNotNull();
        assertThat(FlowsHarmonised.METHOD.in(row)).as(key).isEqualTo(method);
        assertThat(Columns.VALUE_USD.in(row)).as(key).isEqualTo(usd);
    }

    private static Map<String, Row> carried(CommonEdition common, String flows) {
        Function<Row, String> key = row -> FlowsHarmonised.REPORTED_EDITION.in(row) + " " + Flows.PUBLISHED_FLOW.in(row)
                + " " + Columns.HS_CODE.in(row)
                + (Columns.HS_CODE.in(row).equals("999999") ? " " + FlowsHarmonised.METHOD.in(row) : "");
        return drawn(flows).make(carrying(common)).collectAsList().stream()
                .collect(Collectors.toMap(key, Function.identity()));
    }

    private static DrawnTables drawn(String flows) {
        return new DrawnTables().with(Flows.TABLE, flows);
    }

    private static Job carrying(CommonEdition common) {
        return job(FlowsHarmonised.TABLE, in -> common.carry(in.read(Flows.TABLE), in));
    }

    private static Job balance(CommonEdition common) {
        return job(HarmonisedBalance.TABLE, in -> {
            Dataset<Row> flows = in.read(Flows.TABLE);
            return HarmonisedBalance.of(flows, common.carry(flows, in))
                    .withColumn(HarmonisedBalance.FINGERPRINT.name(), HarmonisedBalance.FINGERPRINT.as(""));
        });
    }

    private static Job job(Table output, Function<Tables, Dataset<Row>> compute) {
        return new Job() {
            @Override
            public Table output() {
                return output;
            }

            @Override
            public List<Table> inputs() {
                return List.of(Flows.TABLE);
            }

            @Override
            public Dataset<Row> compute(Tables in) {
                return compute.apply(in);
            }
        };
    }

    private static String flows(Random random) {
        List<String> lines = new ArrayList<>(
                List.of("year reporter flow partner hs_edition hs_code hs_level value_usd net_weight_kg months"));
        for (int row = 0; row < 200; row++) {
            String edition = List.of("H2", "H3", "H4", "H5").get(row % 4);
            String code = code(random.nextInt(70));
            lines.add(String.format(
                    Locale.ROOT,
                    "%d 704 %s %d %s %s 6 %s %s 12",
                    2008 + row % 4,
                    random.nextBoolean() ? "X" : "M",
                    row,
                    edition,
                    code,
                    Math.exp(30 * random.nextDouble()),
                    random.nextInt(3) == 0 ? "-" : "" + 1e6 * random.nextDouble()));
        }
        return String.join("\n", lines);
    }

    private static Split split(Random random) {
        double first = random.nextDouble(), second = (1 - first) * random.nextDouble();
        SortedMap<String, Double> weights = new TreeMap<>();
        weights.merge(code(random.nextInt(60)), first, Double::sum);
        weights.merge(code(random.nextInt(60)), second, Double::sum);
        weights.merge(code(random.nextInt(60)), 1 - first - second, Double::sum);
        return new Split(weights);
    }

    private static String code(int number) {
        return String.format(Locale.ROOT, "%02d%02d%02d", 1 + number / 20, 1 + number / 10 % 2, 10 + number % 10);
    }
}
