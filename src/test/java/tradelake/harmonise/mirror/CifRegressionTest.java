package tradelake.harmonise.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Years that were announced and of which no flow came. */
class CifRegressionTest {
    private static final double GROWTH = 0.02;

    /** A markup that falls by two hundredths a year, and by distance. */
    private static MirrorFlow flow(int year, double kilometres) {
        double markup = Math.exp(0.05 * Math.log(kilometres) - GROWTH * (year - 2019));
        return new MirrorFlow(
                year,
                "CHN",
                "JPN",
                "840110",
                Optional.of(new Report(100, 1)),
                Optional.of(new Report(100 * markup, 1)),
                new PairGeography(kilometres, false, 0),
                100);
    }

    private static CifModel model(int... years) {
        CifRegression regression = new CifRegression(new TreeSet<>(List.of(2019, 2020, 2021, 2022, 2023)));
        for (int year : years)
            for (double kilometres : new double[] {500, 1000, 3000, 9000}) regression.add(flow(year, kilometres));
        return regression.model();
    }

    @Test
    void aYearWithoutFlowsHasTheEffectOfTheLastOneBeforeIt() {
        CifModel model = model(2020, 2022);
        assertThat(model.coefficients()).containsKey("year2022").doesNotContainKeys("year2020", "year2021", "year2023");
        PairGeography far = new PairGeography(5000, false, 0);
        double of2020 = Math.log1p(model.rate(far, 100, 2020)), of2022 = Math.log1p(model.rate(far, 100, 2022));
        assertThat(of2022 - of2020).isCloseTo(-2 * GROWTH, within(1e-9));
        assertThat(of2020).isCloseTo(0.05 * Math.log(5000) - GROWTH, within(1e-9));
        assertThat(Math.log1p(model.rate(far, 100, 2021))).isCloseTo(of2020, within(1e-12));
        assertThat(Math.log1p(model.rate(far, 100, 2023))).isCloseTo(of2022, within(1e-12));
    }

    @Test
    void nothingIsKnownWithoutFlows() {
        assertThat(model().observations()).isZero();
    }
}
