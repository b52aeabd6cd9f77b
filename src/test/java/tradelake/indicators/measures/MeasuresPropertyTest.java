package tradelake.indicators.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tradelake.indicators.measures.UnitValues.Flow;

/** What must hold whatever the trade is: adding up, bounds, and what is not defined. */
class MeasuresPropertyTest {
    @Provide
    Arbitrary<double[][]> table() {
        Arbitrary<Double> value = Arbitraries.oneOf(
                Arbitraries.just(0.0), Arbitraries.integers().between(1, 1000).map(Integer::doubleValue));
        return value.array(double[].class).ofSize(4).array(double[][].class).ofSize(3);
    }

    @Property(tries = 200)
    void normalisedAdvantageAddsUpToNothing(@ForAll("table") double[][] values) {
        ExportTable table = ExportTable.of(values);
        if (table.world() == 0) return;
        for (int k = 0; k < 4; k++) {
            double sum = 0;
            for (int e = 0; e < 3; e++) sum += table.of(e, k).normalised();
            assertThat(sum).isCloseTo(0, within(1e-12));
        }
    }

    @Property(tries = 200)
    void theTwoMarginsMakeTheShare(@ForAll("table") double[][] values) {
        ExportTable table = ExportTable.of(values);
        if (table.economies()[0] == 0) return;
        Margins margins = new Margins(values[0], table.products());
        assertThat(margins.extensive() * margins.intensive())
                .isCloseTo(table.economies()[0] / table.world(), within(1e-12));
    }

    @Property(tries = 200)
    void partsOfGrowthAddUp(@ForAll("table") double[][] base, @ForAll("table") double[][] end) {
        double change = Arrays.stream(end[0]).sum() - Arrays.stream(base[0]).sum();
        Growth growth = new Growth(base[0], end[0]);
        assertThat(growth.entry() + growth.exit() + growth.continuing()).isCloseTo(change, within(1e-9));
        double[][] ownBase = {base[0], base[1]}, ownEnd = {end[0], end[1]};
        double[][] allBase = {plus(base[0], base[2]), base[1]}, allEnd = {plus(end[0], end[2]), end[1]};
        assertThat(MarketShares.of(ownBase, ownEnd, allBase, allEnd).total())
                .isCloseTo(
                        change
                                + Arrays.stream(end[1]).sum()
                                - Arrays.stream(base[1]).sum(),
                        within(1e-6));
    }

    @Property(tries = 200)
    void sizeOfTradeDoesNotMatter(@ForAll("table") double[][] values) {
        double[] twice = Arrays.stream(values[0]).map(value -> 2 * value).toArray();
        if (Arrays.stream(values[0]).sum() == 0) {
            assertThat(new Concentration(values[0]).hhi()).isNaN();
            return;
        }
        assertThat(new Concentration(twice).theil()).isCloseTo(new Concentration(values[0]).theil(), within(1e-12));
        assertThat(Structure.of(values[0]).complementarity(Structure.of(twice))).isCloseTo(1, within(1e-12));
        assertThat(Structure.of(values[0]).similarity(Structure.of(twice))).isCloseTo(1, within(1e-12));
    }

    @Test
    void nothingTradedIsNotDefined() {
        IntraIndustry none = new IntraIndustry(new double[] {0, 0}, new double[] {0, 0});
        assertThat(none.product(0)).isNaN();
        assertThat(none.aggregate()).isNaN();
        assertThat(new IntraIndustry(new double[] {5, 1}, new double[] {0, 0}).corrected())
                .isNaN();
        assertThat(new RevealedAdvantage(0, 0, 3, 9).balassa()).isNaN();
        assertThat(new RevealedAdvantage(0, 5, 0, 9).symmetric()).isNaN();
        assertThat(new TradeIntensity(0, 0, 3, 0, 9).plain()).isNaN();
        assertThat(new Growth(new double[] {0, 2}, new double[] {3, 4}).logarithmic(0))
                .isNaN();
    }

    @Test
    void theMeanUnitValueLeavesOutWhatIsOffByMoreThanTheBound() {
        UnitValues values = new UnitValues(
                List.of(new Flow(100, 10), new Flow(90, 10), new Flow(60, 5), new Flow(50, 0.01), new Flow(7, 0)), 10);
        assertThat(values.median()).hasValue(10);
        assertThat(values.mean()).hasValue((100.0 + 90 + 60) / (10 + 10 + 5));
        assertThat(values.valueCovered()).isEqualTo(250.0 / 300);
        assertThat(new UnitValues(List.of(new Flow(7, 0)), 10).mean()).isEmpty();
    }

    private static double[] plus(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) sum[i] = a[i] + b[i];
        return sum;
    }
}
