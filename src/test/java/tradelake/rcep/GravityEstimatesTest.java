package tradelake.rcep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tradelake.harmonise.ReporterYears;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.lake.BadInput;
import tradelake.lake.DrawnTables;
import tradelake.lake.Years;
import tradelake.rcep.TradePanel.Cell;
import tradelake.reference.Agreements;
import tradelake.reference.Reference;

/** The tables of gravity models, made from drawn rows of silver. */
class GravityEstimatesTest {
    private static final Years YEARS = new Years(2019, 2023);
    private static final List<String> KNOWN = List.of("RCEP", "USA");
    private static final Doses DOSES = new Doses(Agreements.load(), YEARS);

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
        String covered = "year reporter has_x hs_edition products\n"
                + YEARS.stream()
                        .mapToObj(year -> year + " 156 true H5 TOTAL|S16|85\n" + year + " 392 true H5 85\n" + year
                                + " 842 true H5 TOTAL|S16|85")
                        .collect(Collectors.joining("\n"));
        DrawnTables silver = new DrawnTables().with(Bilateral.TABLE, flows).with(ReporterYears.TABLE, covered);
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

    private static String drawn(Cell cell) {
        return "%d %s %s 85 %s".formatted(cell.year(), cell.exporter(), cell.importer(), cell.value());
    }

    @Test
    void anUnknownGroupIsRefused() {
        assertThatThrownBy(() -> work("RCPE")).isInstanceOf(BadInput.class).hasMessageContaining("'RCPE'");
    }
}
