package tradelake.tariffs.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tradelake.lake.BadInput;
import tradelake.tariffs.models.SmartResult.Way;

/** What theory says of SMART and GSIM, whatever the numbers. */
class PartialPropertyTest {
    private static Smart smart(long seed, int n, double supply) {
        Random random = new Random(seed);
        return new Smart(
                "USA",
                "850760",
                Worlds.names(n),
                random.doubles(n, 1, 1000).toArray(),
                random.doubles(n, 0, 0.5).toArray(),
                random.doubles(n, 0, 1.5).toArray(),
                filled(n, -1.3),
                filled(n, 1.5),
                filled(n, supply));
    }

    private static double[] filled(int n, double value) {
        double[] all = new double[n];
        Arrays.fill(all, value);
        return all;
    }

    private static Smart with(Smart m, double[] imports, double[] before, double[] after) {
        return new Smart(
                m.importer(),
                m.product(),
                m.partners(),
                imports,
                before,
                after,
                m.demand(),
                m.substitution(),
                m.supply());
    }

    @Property(tries = 50)
    void diversionOnlyMovesImports(@ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int n) {
        SmartResult result = smart(seed, n, 5).solve();
        for (Way way : Way.values()) {
            double sum = IntStream.range(0, n)
                    .mapToDouble(p -> result.diversion(way, p))
                    .sum();
            assertThat(sum).as(way.name()).isCloseTo(0, within(1e-9));
        }
    }

    @Property(tries = 50)
    void noShockScaleAndNames(@ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int n) {
        Smart market = smart(seed, n, Double.POSITIVE_INFINITY);
        SmartResult still =
                with(market, market.imports(), market.before(), market.before()).solve();
        double[] thousandfold =
                Arrays.stream(market.imports()).map(m -> 1000 * m).toArray();
        SmartResult scaled =
                with(market, thousandfold, market.before(), market.after()).solve();
        SmartResult turned = with(market, turned(market.imports()), turned(market.before()), turned(market.after()))
                .solve();
        SmartResult result = market.solve();
        for (int p = 0; p < n; p++) {
            double total = result.total(Way.PAIR, p);
            assertThat(still.total(Way.PAIR, p)).isZero();
            assertThat(scaled.total(Way.PAIR, p)).isCloseTo(1000 * total, within(1e-9 * thousandfold[p]));
            assertThat(turned.total(Way.PAIR, n - 1 - p)).isCloseTo(total, within(1e-10 * market.imports()[p]));
        }
    }

    private static double[] turned(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[values.length - 1 - i])
                .toArray();
    }

    @Property(tries = 50)
    void nobodyLosesMoreThanItSold(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int n) {
        Smart market = smart(seed, n, 3);
        double[] walls = market.after().clone();
        walls[0] = 1e9;
        SmartResult result =
                with(market, market.imports(), market.before(), walls).solve();
        assertThat(result.trade().get(0).after()).isZero();
        assertThat(result.trade())
                .allSatisfy(flow -> assertThat(flow.after()).isNotNegative().isFinite());
    }

    @Property(tries = 30)
    void gsimClearsMarkets(@ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int n) {
        GsimResult result = Worlds.gsim(seed, n).solve();
        for (int r = 0; r < n; r++) {
            double toFirstOrder = 0;
            double inLevels = 0;
            for (int v = 0; v < n; v++) {
                toFirstOrder += result.salesShare(r, v) * result.quantity(r, v);
                inLevels += result.tradeAfterInLevels(r, v) / (1 + result.priceInLevels(r));
            }
            double supplied = sold(result.market(), r) * Math.pow(1 + result.priceInLevels(r), 1.5);
            assertThat(toFirstOrder).isCloseTo(result.supply(r), within(1e-10));
            assertThat(inLevels).isCloseTo(supplied, within(1e-10 * supplied));
        }
    }

    /** Surpluses are areas beside the curves of supply and of demand: here they are added up in strips. */
    @Property(tries = 20)
    void surplusesAreAreas(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int n) {
        GsimResult result = Worlds.gsim(seed, n).solve();
        for (int c = 0; c < n; c++) {
            double price = 1 + result.priceInLevels(c), composite = 1 + result.compositeInLevels(c);
            double sold = sold(result.market(), c);
            double spent = 0;
            for (int r = 0; r < n; r++)
                spent += result.market().trade()[r][c] * result.market().before()[r][c];
            assertThat(result.producerSurplusInLevels(c)).isCloseTo(sold * area(price, 1.5), within(1e-6 * sold));
            assertThat(result.consumerSurplusInLevels(c))
                    .isCloseTo(-spent * area(composite, -1.25), within(1e-6 * spent));
        }
    }

    /** The integral of p^power from 1 to a price. */
    private static double area(double price, double power) {
        int strips = 2000;
        double width = (price - 1) / strips;
        return IntStream.range(0, strips)
                .mapToDouble(i -> Math.pow(1 + (i + 0.5) * width, power) * width)
                .sum();
    }

    private static double sold(Gsim market, int exporter) {
        return Arrays.stream(market.trade()[exporter]).sum();
    }

    @Property(tries = 30)
    void gsimWithoutShockScaleAndNames(@ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int n) {
        Gsim market = Worlds.gsim(seed, n);
        GsimResult still =
                with(market, market.trade(), market.before(), market.before()).solve();
        GsimResult scaled = with(market, Worlds.scaled(market.trade(), 1e6), market.before(), market.after())
                .solve();
        GsimResult turned = with(
                        market,
                        Worlds.turned(market.trade()),
                        Worlds.turned(market.before()),
                        Worlds.turned(market.after()))
                .solve();
        GsimResult result = market.solve();
        for (int c = 0; c < n; c++) {
            assertThat(still.price(c)).isCloseTo(0, within(1e-14));
            assertThat(still.priceInLevels(c)).isCloseTo(0, within(1e-12));
            assertThat(still.welfare(c)).isCloseTo(0, within(1e-10));
            assertThat(scaled.price(c)).isCloseTo(result.price(c), within(1e-11));
            assertThat(scaled.priceInLevels(c)).isCloseTo(result.priceInLevels(c), within(1e-11));
            assertThat(turned.price(n - 1 - c)).isCloseTo(result.price(c), within(1e-11));
        }
    }

    private static Gsim with(Gsim market, double[][] trade, double[][] before, double[][] after) {
        return new Gsim(market.countries(), trade, before, after, market.elasticities());
    }

    @Property(tries = 30)
    void aWallEndsTradeInLevelsAndFreeTradeIsReached(@ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int n) {
        Gsim market = Worlds.gsim(seed, n);
        double[][] walls = Worlds.scaled(market.after(), 1);
        walls[1][0] = 1e9;
        GsimResult walled = with(market, market.trade(), market.before(), walls).solve();
        assertThat(walled.tradeAfterInLevels(1, 0)).isCloseTo(0, within(1e-9));
        assertThat(walled.trade())
                .allSatisfy(flow -> assertThat(flow.after()).isNotNegative().isFinite());
        GsimResult free = with(market, market.trade(), market.before(), Worlds.plusOne(Worlds.nought(n)))
                .solve();
        assertThat(free.trade())
                .allSatisfy(flow -> assertThat(flow.after()).isPositive().isFinite());
    }

    @Test
    void signsOfElasticitiesAreChecked() {
        assertThatThrownBy(() -> new Gsim.Elasticities(1.25, 1.5, 5))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("demand=1.25");
        double[] one = {1};
        assertThatThrownBy(() -> new Smart("USA", "850760", List.of("CHN"), one, one, one, one, one, one))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("import demand elasticity = 1.0 of 850760 from CHN");
    }
}
