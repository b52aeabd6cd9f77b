package tradelake.sources.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tradelake.reference.Reference;

class PairFlowsTest {
    /** Factors of rows and columns cancel in an odds ratio. */
    @Property(tries = 50)
    void balancing_meets_the_totals_and_keeps_odds_ratios(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int size) {
        Random random = new Random(seed);
        double[][] flows = new double[size][size];
        for (double[] row : flows) Arrays.setAll(row, j -> 0.1 + random.nextDouble());
        double[] rows = random.doubles(size, 1, 2).toArray();
        double[] columns = random.doubles(size, 1, 2).toArray();
        double scale = DoubleStream.of(rows).sum() / DoubleStream.of(columns).sum();
        Arrays.setAll(columns, j -> columns[j] * scale);
        double before = odds(flows);
        PairFlows.balance(flows, rows, columns);
        assertThat(odds(flows)).isCloseTo(before, withinPercentage(1e-6));
        for (int i = 0; i < size; i++) {
            int at = i;
            assertThat(DoubleStream.of(flows[i]).sum()).isCloseTo(rows[i], withinPercentage(1e-6));
            assertThat(Arrays.stream(flows).mapToDouble(row -> row[at]).sum())
                    .isCloseTo(columns[i], withinPercentage(0.01));
        }
    }

    @Test
    void a_planted_agreement_is_the_factor_that_it_says() {
        SyntheticWorld with = SyntheticWorld.of(Reference.load(), 7, Scale.around(40_000));
        Quirks others = new Quirks(with.quirks().all().stream()
                .filter(q -> !q.trap().equals("planted_effect"))
                .toList());
        PairFlows without = new PairFlows(with.noise(), with.traders(), with.totals(), others, with.baskets());
        for (int year : List.of(2021, 2022, 2024)) {
            double factor = odds(with.flows(), with.traders(), year) / odds(without, with.traders(), year);
            assertThat(factor).as("%d", year).isCloseTo(year < 2022 ? 1 : 1.15, withinPercentage(1e-6));
        }
    }

    private static double odds(double[][] flows) {
        return flows[0][0] * flows[1][1] / flows[0][1] / flows[1][0];
    }

    /** CHN to JPN and DEU to USA, against CHN to USA and DEU to JPN. */
    private static double odds(PairFlows flows, Traders traders, int year) {
        Trader china = traders.coded(156);
        Trader japan = traders.coded(392);
        Trader germany = traders.coded(276);
        Trader usa = traders.coded(842);
        return flows.usd(china, japan, year)
                * flows.usd(germany, usa, year)
                / flows.usd(china, usa, year)
                / flows.usd(germany, japan, year);
    }
}
