package tradelake.rcep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tradelake.harmonise.ReporterYears;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.lake.BadInput;
import tradelake.lake.DrawnTables;
import tradelake.lake.Finding;
import tradelake.lake.Years;
import tradelake.rcep.TradePanel.Cell;
import tradelake.reference.Agreements;
import tradelake.reference.HsSection;
import tradelake.reference.Reference;

/** The tables of gravity models, made from drawn rows of silver. */
class GravityEstimatesTest {
    private static final Years YEARS = new Years(2019, 2023);
    private static final List<String> KNOWN = List.of("RCEP", "USA");
    private static final Doses DOSES = new Doses(Agreements.load(), YEARS);

    private static final String ALL_GOODS = Stream.concat(
                    Stream.of("TOTAL", "85"),
                    Reference.load().products().sections().stream().map(HsSection::id))
            .collect(Collectors.joining("|"));

    private static GravityEstimates work(String... known) {
        return new GravityEstimates(
                Reference.load(), Agreements.load(), YEARS, List.of(known), new GravityEstimates.Least(100, 2));
    }

    /** Brazil and South Africa trade too, and it is not known under which agreements. */
    @Test
    void aPanelOfOneChapterGivesModelsOfItsSectionAndOfAllGoods() {
        List<String> economies = List.of("AUS", "BRA", "CHN", "JPN", "KOR", "THA", "USA", "ZAF");
        TradePanel panel =
                new DrawnTrade(economies, YEARS, 7).panel(cell -> 0.3 * DOSES.of(Dose.rcep, cell.pair(), cell.year()));
        String flows = "year exporter importer product value_usd\n"
                + panel.cells().stream().map(GravityEstimatesTest::drawn).collect(Collectors.joining("\n"));
        DrawnTables silver = new DrawnTables()
                .with(Bilateral.TABLE, flows)
                .with(
                        ReporterYears.TABLE,
                        covered("156 true true " + ALL_GOODS, "392 true true 85", "842 true true " + ALL_GOODS));
        PairTrade trade = PairTrade.of(Reference.load(), YEARS, KNOWN);
        assertThat(trade.allGoodsWithout(Set.of("27"), silver).cells()).hasSize(13 * 2 * 5);
        assertThat(trade.allGoodsWithout(Set.of("85"), silver).cells()).isEmpty();
        Dataset<Row> answers = work("RCEP", "USA").answers(silver);
        List<Row> rows = answers.collectAsList();
        Map<String, Row> models = rows.stream().collect(Collectors.toMap(GravityTables.MODEL_ID::in, row -> row));
        assertThat(models.keySet())
                .containsExactlyInAnyOrder(
                        "TOTAL/pooled", "TOTAL/class", "TOTAL/member", "S16/pooled", "S16/class", "85/pooled");
        assertThat(GravityTables.N_OBS.in(models.get("TOTAL/pooled")))
                .as("all pairs of China or the USA with one of the others: 13 in two directions")
                .isEqualTo(13 * 2 * 5L);
        assertThat(GravityTables.N_OBS.in(models.get("85/pooled")))
                .as("five more pairs of Japan")
                .isEqualTo(18 * 2 * 5L);
    }

    /** Each of these reporters' lines, every year. */
    private static String covered(String... reporters) {
        return "year hs_edition reporter has_x has_m products\n"
                + YEARS.stream()
                        .boxed()
                        .flatMap(year -> Stream.of(reporters).map(reporter -> year + " H5 " + reporter))
                        .collect(Collectors.joining("\n"));
    }

    /** Japan gives totals alone, so its one chapter, known from China, is not all that it trades with Korea. */
    @Test
    void aReporterOfTotalsAloneDoesNotCoverAllGoods() {
        PairTrade trade = PairTrade.of(Reference.load(), YEARS, KNOWN);
        DrawnTables silver = new DrawnTables()
                .with(Bilateral.TABLE, "year exporter importer product value_usd\n2020 JPN CHN 85 9\n2020 JPN KOR 85 7")
                .with(ReporterYears.TABLE, covered("156 false true " + ALL_GOODS, "392 true true TOTAL"));
        assertThat(trade.allGoodsWithout(Set.of(), silver).cells())
                .extracting(Cell::importer, Cell::year, Cell::value)
                .containsExactly(
                        tuple("CHN", 2019, 0.0),
                        tuple("CHN", 2020, 9.0),
                        tuple("CHN", 2021, 0.0),
                        tuple("CHN", 2022, 0.0),
                        tuple("CHN", 2023, 0.0));
    }

    /** Nobody reports: no model has the two flows, and a finding of each product says so. */
    @Test
    void flowsThatNeitherSideCoversAreFindings() {
        DrawnTables silver = new DrawnTables()
                .with(Bilateral.TABLE, "year exporter importer product value_usd\n2020 JPN CHN 85 9\n2021 JPN KOR 85 7")
                .with(ReporterYears.TABLE, covered("842 true true " + ALL_GOODS));
        assertThat(GravityEstimates.leftOut(work("RCEP").answers(silver)))
                .extracting(Finding::rows, Finding::message)
                .containsExactly(
                        tuple(
                                2L,
                                "85: 2 positive flows, 16 USD, are left out, as neither side's data cover the product"),
                        tuple(
                                2L,
                                "S16: 2 positive flows, 16 USD, are left out, as neither side's data cover the product"),
                        tuple(
                                2L,
                                "TOTAL: 2 positive flows, 16 USD, are left out, as neither side's data cover the product"));
    }

    /** China's exports are reported, its imports are not. */
    @Test
    void aReporterOfExportsAloneCoversNoImports() {
        PairTrade trade = PairTrade.of(Reference.load(), YEARS, KNOWN);
        DrawnTables silver = new DrawnTables()
                .with(Bilateral.TABLE, "year exporter importer product value_usd\n2020 JPN CHN 85 9\n2020 CHN JPN 85 7")
                .with(ReporterYears.TABLE, covered("156 true false " + ALL_GOODS));
        assertThat(trade.allGoodsWithout(Set.of(), silver).cells())
                .hasSize(YEARS.count())
                .allMatch(cell -> cell.exporter().equals("CHN"));
    }

    private static String drawn(Cell cell) {
        return "%d %s %s 85 %s".formatted(cell.year(), cell.exporter(), cell.importer(), cell.value());
    }

    @Test
    void anUnknownGroupIsRefused() {
        assertThatThrownBy(() -> work("RCPE")).isInstanceOf(BadInput.class).hasMessageContaining("'RCPE'");
    }
}
