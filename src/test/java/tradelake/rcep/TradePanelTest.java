package tradelake.rcep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tradelake.lake.Years;
import tradelake.rcep.TradePanel.Cell;

class TradePanelTest {
    /** Korea reports 2020 alone, Japan always; nobody reports on trade between Laos and Nepal in 2021. */
    @Test
    void noughtWhereSomebodyLookedAndNothingElsewhere() {
        TradePanel panel = new TradePanel.Builder(new Years(2020, 2021))
                .covers("KOR", 2020)
                .covers("JPN", 2020)
                .covers("JPN", 2021)
                .covers("LAO", 2020)
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
    }
}
