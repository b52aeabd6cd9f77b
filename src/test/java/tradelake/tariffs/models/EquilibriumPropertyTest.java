package tradelake.tariffs.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tradelake.lake.CheckFailed;
import tradelake.tariffs.models.MultiSector.Closure;

/** What theory says of the two general equilibrium models, whatever the numbers. */
class EquilibriumPropertyTest {
    private static final double TIGHT = 1e-10;

    @Property(tries = 20)
    void noShockChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int n, @ForAll boolean additive) {
        OneSector world =
                Worlds.oneSector(seed, n, additive ? OneSector.Closure.ADDITIVE : OneSector.Closure.MULTIPLICATIVE);
        OneSectorResult result =
                Worlds.withTariffs(world, world.before(), world.before()).solve();
        for (int c = 0; c < n; c++) {
            assertThat(result.wage(c)).isCloseTo(1, within(1e-12));
            assertThat(result.welfare(c)).isCloseTo(1, within(1e-12));
        }
    }

    @Property(tries = 20)
    void noShockChangesNothingInManySectors(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int n, @ForAll boolean links) {
        MultiSector world = Worlds.multiSector(seed, n, 3, links, Closure.BALANCED);
        MultiSectorResult result = Worlds.withTariffs(world, world.flows(), world.before(), world.before())
                .solve();
        for (int c = 0; c < n; c++) assertThat(result.welfare(c)).isCloseTo(1, within(1e-11));
    }

    @Property(tries = 20)
    void marketsClearAndSpendingIsIncomeAndDeficit(@ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int n) {
        OneSectorResult result =
                Worlds.oneSector(seed, n, OneSector.Closure.ADDITIVE).solve();
        double world = 0;
        double excess = 0;
        for (int c = 0; c < n; c++) {
            double output = 0;
            double sold = 0;
            for (int m = 0; m < n; m++) {
                output += result.world().flows()[c][m];
                sold += result.flowAfter(c, m);
            }
            assertThat(result.clearing(c)).isCloseTo(1, within(TIGHT));
            double income = result.wage(c) * output + result.revenueAfter(c) + result.deficit(c);
            assertThat(result.spendingAfter(c)).isCloseTo(income, within(TIGHT * income));
            world += output;
            excess += sold - result.wage(c) * output;
        }
        assertThat(excess).as("Walras' law").isCloseTo(0, within(TIGHT * world));
    }

    @Property(tries = 20)
    void surplusesStayAndDemandIsMetInManySectors(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int n, @ForAll boolean links) {
        MultiSectorResult result =
                Worlds.multiSector(seed, n, 3, links, Closure.S_FIXED).solve();
        double world = 0;
        for (int c = 0; c < n; c++) world += result.income(c);
        double sum = 0;
        for (int c = 0; c < n; c++) {
            double balance = 0;
            for (int k = 0; k < 3; k++)
                for (int m = 0; m < n; m++) balance += result.flowAfter(k, m, c) - result.flowAfter(k, c, m);
            assertThat(balance).isCloseTo(result.surplus(c), within(TIGHT * world));
            sum += balance;
        }
        assertThat(sum).as("Walras' law").isCloseTo(0, within(TIGHT * world));
    }

    @Property(tries = 20)
    void scalingAllFlowsLeavesTheHats(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int n, @ForAll boolean links) {
        OneSector one = Worlds.oneSector(seed, n, OneSector.Closure.ADDITIVE);
        OneSector large = new OneSector(
                one.countries(),
                Worlds.scaled(one.flows(), 1e6),
                one.before(),
                one.after(),
                one.tradeCosts(),
                one.theta(),
                one.closure());
        MultiSector many = Worlds.multiSector(seed, n, 3, links, Closure.S_FIXED);
        double[][][] flows =
                Arrays.stream(many.flows()).map(f -> Worlds.scaled(f, 1e6)).toArray(double[][][]::new);
        MultiSectorResult manyLarge =
                Worlds.withTariffs(many, flows, many.before(), many.after()).solve();
        for (int c = 0; c < n; c++) {
            assertThat(large.solve().welfare(c)).isCloseTo(one.solve().welfare(c), within(TIGHT));
            assertThat(manyLarge.welfare(c)).isCloseTo(many.solve().welfare(c), within(TIGHT));
        }
    }

    @Property(tries = 20)
    void otherNamesForTheSameCountries(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int n) {
        OneSector one = Worlds.oneSector(seed, n, OneSector.Closure.ADDITIVE);
        OneSectorResult turned = new OneSector(
                        one.countries(),
                        Worlds.turned(one.flows()),
                        Worlds.turned(one.before()),
                        Worlds.turned(one.after()),
                        one.tradeCosts(),
                        one.theta(),
                        one.closure())
                .solve();
        for (int c = 0; c < n; c++)
            assertThat(turned.wage(n - 1 - c)).isCloseTo(one.solve().wage(c), within(TIGHT));
    }

    @Property(tries = 20)
    void freeTradeIsReachedFromAnyTariffs(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int n, @ForAll boolean links) {
        OneSector one = Worlds.oneSector(seed, n, OneSector.Closure.ADDITIVE);
        OneSectorResult free = Worlds.withTariffs(one, Worlds.scaled(one.before(), 4), Worlds.nought(n))
                .solve();
        MultiSector many = Worlds.multiSector(seed, n, 3, links, Closure.S_FIXED);
        double[][][] before =
                Arrays.stream(many.before()).map(t -> Worlds.scaled(t, 4)).toArray(double[][][]::new);
        MultiSectorResult manyFree = Worlds.withTariffs(many, many.flows(), before, new double[3][n][n])
                .solve();
        for (int c = 0; c < n; c++) {
            assertThat(free.revenueAfter(c)).isZero();
            assertThat(free.clearing(c)).isCloseTo(1, within(TIGHT));
            assertThat(manyFree.revenueAfter(c)).isCloseTo(0, within(TIGHT * manyFree.income(c)));
        }
    }

    @Property(tries = 20)
    void aProhibitiveTariffEndsTheTradeItHits(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 6) int n, @ForAll boolean infinite) {
        double wall = infinite ? Double.POSITIVE_INFINITY : 1e9;
        OneSector one = Worlds.oneSector(seed, n, OneSector.Closure.ADDITIVE);
        one.after()[1][0] = wall;
        OneSectorResult result = one.solve();
        MultiSector many = Worlds.multiSector(seed, n, 3, true, Closure.BALANCED);
        for (int k = 0; k < 3; k++) many.after()[k][0][1] = wall;
        MultiSectorResult manyResult = many.solve();
        assertThat(result.flowAfter(1, 0)).isCloseTo(0, within(1e-9));
        assertThat(result.welfare(0)).isPositive().isFinite();
        for (int k = 0; k < 3; k++) assertThat(manyResult.flowAfter(k, 0, 1)).isCloseTo(0, within(1e-9));
        assertThat(manyResult.welfare(0)).isPositive().isFinite();
    }

    /** Two countries that stop trading cannot have deficits: there is no such world, and no number is given. */
    @Test
    void whereThereIsNoEquilibriumTheResidualIsSaid() {
        double[][] flows = {{100, 30}, {10, 100}};
        double[][] wall = {{0, 1e12}, {1e12, 0}};
        OneSector world = new OneSector(
                Worlds.names(2), flows, Worlds.nought(2), wall, OneSector.unchanged(2), 4, OneSector.Closure.ADDITIVE);
        assertThatThrownBy(world::solve)
                .isInstanceOf(CheckFailed.class)
                .hasMessageContaining("one-sector")
                .hasMessageContaining("did not converge")
                .hasMessageContaining("gap");
    }
}
