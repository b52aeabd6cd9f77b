package tradelake.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tradelake.lake.BadInput;

class PpmlTest {
    private static final Specification THREE_WAY =
            Specification.of(MadeUpPanel.MODEL).clusteredBy(MadeUpPanel.CLUSTER);

    @Test
    void a_mean_is_the_constant() {
        PpmlFit fit = Ppml.fit(Frames.drawn("y\n 1\n 2\n 6"), Specification.of("y ~ 1"));
        assertThat(fit.estimate("_cons").estimate()).isCloseTo(Math.log((1 + 2 + 6) / 3.0), within(1e-12));
        assertThat(fit.likelihood().pseudoR2()).isCloseTo(0, within(1e-12));
    }

    @Test
    void two_means_and_an_offset() {
        Frame frame = Frames.drawn("y d o\n 1 0 0.5\n 2 0 0.5\n 6 1 0.5\n 8 1 0.5");
        Specification plain = Specification.of("y ~ d");
        Specification model = new Specification(
                plain.formula(),
                Optional.empty(),
                Optional.of("o"),
                Variance.robust,
                plain.clusters(),
                SmallSample.stata,
                1e-10,
                100);
        PpmlFit fit = Ppml.fit(frame, model);
        assertThat(fit.estimate("_cons").estimate()).isCloseTo(Math.log(3 / 2.0) - 0.5, within(1e-12));
        assertThat(fit.estimate("d").estimate()).isCloseTo(Math.log(14.0 / 3), within(1e-12));
    }

    @Test
    void threads_change_not_one_bit() {
        Frame frame = new MadeUpPanel(40, 30, 5).frame();
        try (Lanes one = new Lanes(1);
                Lanes four = new Lanes(4)) {
            assertThat(Ppml.fit(frame, THREE_WAY, four).estimates())
                    .isEqualTo(Ppml.fit(frame, THREE_WAY, one).estimates());
        }
    }

    @Test
    void what_was_planted_is_found() {
        PpmlFit fit = Ppml.fit(new MadeUpPanel(40, 10, 11).frame(), THREE_WAY);
        Estimate rta = fit.estimate("rta");
        Estimate tariff = fit.estimate("tariff");
        assertThat(rta.estimate()).isCloseTo(MadeUpPanel.RTA, within(3 * rta.stdError()));
        assertThat(tariff.estimate()).isCloseTo(MadeUpPanel.TARIFF, within(3 * tariff.stdError()));
    }

    @Test
    void a_fit_begun_where_another_ended_ends_there_sooner() {
        Frame frame = new MadeUpPanel(20, 8, 2).frame();
        Design design = Design.of(frame, THREE_WAY);
        try (Lanes lanes = new Lanes(1)) {
            PpmlFit cold = Ppml.fit(design, THREE_WAY, Optional.empty(), lanes);
            PpmlFit warm = Ppml.fit(design, THREE_WAY, Optional.of(cold), lanes);
            assertThat(warm.convergence().iterations())
                    .isLessThan(cold.convergence().iterations());
            assertThat(warm.estimate("rta").estimate())
                    .isCloseTo(cold.estimate("rta").estimate(), within(1e-9));
        }
    }

    @Test
    void what_others_make_up_is_left_out_and_named() {
        Frame panel = new MadeUpPanel(12, 4, 2).frame();
        double[] rta = panel.numbers("rta");
        double[] tariff = panel.numbers("tariff");
        double[] years = panel.numbers("year");
        Frame frame = Frames.with(
                Frames.with(panel, "mixed", row -> 2 * rta[row] - tariff[row]), "trend", row -> years[row] - 2000);
        Specification model = Specification.of(
                "trade ~ rta + trend + tariff + mixed" + MadeUpPanel.MODEL.substring(MadeUpPanel.MODEL.indexOf(" |")));
        assertThat(Ppml.fit(frame, model).collinear()).containsExactly("trend", "mixed");
    }

    @Test
    void rows_without_a_value_are_counted() {
        Frame frame = Frames.drawn("y x g\n 1 1 a\n 2 3 a\n 5 2 b\n 1 1 b\n 3 2 b");
        double[] x = frame.numbers("x");
        PpmlFit fit =
                Ppml.fit(Frames.with(frame, "x", row -> row == 2 ? Double.NaN : x[row]), Specification.of("y ~ x | g"));
        assertThat(fit.count(Fate.missing)).isEqualTo(1);
        assertThat(fit.fates().get(2)).isEqualTo(Fate.missing);
        assertThat(fit.fitted()[2]).isNaN();
    }

    @Test
    void a_group_of_zeros_is_separated_and_a_lone_row_a_singleton() {
        Frame frame = Frames.drawn("y x g\n 1 1 a\n 2 3 a\n 0 2 b\n 0 1 b\n 3 2 c");
        assertThat(Ppml.fit(frame, Specification.of("y ~ x | g")).fates())
                .containsExactly(Fate.kept, Fate.kept, Fate.separated, Fate.separated, Fate.singleton);
    }

    @Test
    void a_negative_response_is_refused() {
        assertThatThrownBy(() -> Ppml.fit(Frames.drawn("y x\n 1 1\n -2 3"), Specification.of("y ~ x")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Row 2 has response -2.0");
    }

    @Test
    void nothing_but_zeros_is_refused() {
        assertThatThrownBy(() -> Ppml.fit(Frames.drawn("y x\n 0 1\n 0 3"), Specification.of("y ~ x")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("No row is left");
    }

    @Test
    void a_model_that_is_too_large_says_so_before_it_starts() {
        List<Variable> six = Collections.nCopies(6, new Variable.Numbers(new double[0]));
        Footprint fifty = Footprint.of(50_000_000, six, 2, 4);
        assertThat(fifty.bytes()).isLessThan(16L << 30);
        assertThatThrownBy(() -> fifty.refuseIfLarger(2L << 30))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("50,000,000 rows, 2 regressors and 4 groupings need about")
                .hasMessageContaining("Java has 2,048 MB");
    }

    /** Of four levels of g and three of t, less a reference each, six columns; x is one. */
    @Test
    void indicators_count_as_the_columns_that_they_become() {
        Frame frame = Frames.drawn("y x g t\n 1 1 a 1\n 2 3 b 2\n 4 4 c 3\n 1 1 d 3");
        Specification model = Specification.of("y ~ x + i(g, ref=a):i(t, ref=1) | t");
        assertThat(Footprint.of(frame, model).regressors())
                .isEqualTo(1 + 3 * 2)
                .isEqualTo(Design.of(frame, model).regressors().size());
    }
}
