package tradelake.rcep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tradelake.lake.Years;
import tradelake.rcep.TradePanel.Cell;

class TradePanelTest {
    /** Korea's exports are reported in 2020 alone, Japan's trade always; nobody reports on Laos and Nepal in 2021. */
    @Test
    void noughtWhereSomebodyLookedAndNothingElsewhere() {
        TradePanel panel = new TradePanel.Builder(new Years(2020, 2021))
                .coversExports("KOR", 2020)
                .coversExports("JPN", 2020)
                .coversImports("JPN", 2020)
                .coversImports("JPN", 2021)
                .coversExports("LAO", 2020)
                .add(new Cell("KOR", "JPN", 2021, 5))
                .add(new Cell("LAO", "NPL", 2020, 7))
                .add(new Cell("KOR", "USA", 2021, 9))
                .build();
        assertThat(panel.cells())
                .containsExactly(
                        new Cell("KOR", "JPN", 2020, 0),
                        new Cell("KOR", "JPN", 2021, 5),
                        new Cell("LAO", "NPL", 2020, 7));
        assertThat(panel.positive()).isEqualTo(2);
        assertThat(panel.leftOut()).as("Korea to the USA").isEqualTo(new TradePanel.LeftOut(1, 9));
    }

    /** Japan's exports alone are reported: that Korea sold nothing to it is not known. */
    @Test
    void aReportOfExportsSaysNothingOfImports() {
        TradePanel panel = new TradePanel.Builder(new Years(2020, 2021))
                .coversExports("JPN", 2020)
                .coversExports("JPN", 2021)
                .coversExports("KOR", 2021)
                .add(new Cell("JPN", "KOR", 2021, 5))
                .add(new Cell("KOR", "JPN", 2021, 3))
                .build();
        assertThat(panel.cells())
                .containsExactly(
                        new Cell("JPN", "KOR", 2020, 0),
                        new Cell("JPN", "KOR", 2021, 5),
                        new Cell("KOR", "JPN", 2021, 3));
    }
}
