package tradelake.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tradelake.gravity.Oracle.close;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tradelake.lake.BadInput;

/** Weidner and Zylkin (2021): their example, and two panels that an independent solver did. */
class BiasCorrectionOracleTest {
    private static final String COUNTRIES = "trade ~ fta | isoexp^year + isoimp^year + isoexp^isoimp";

    @Test
    void the_authors_example() {
        Oracle oracle = Oracle.named("ppml_bias_weidner_zylkin");
        Specification model =
                Specification.of(COUNTRIES).clusteredBy("isoexp^isoimp").within(1e-12);
        Frame frame = oracle.frame("input_manuf65.csv", model);
        PpmlFit fit = Ppml.fit(frame, model);
        BiasCorrection.Corrected fta = BiasCorrection.of(fit, frame).terms().get(0);
        assertThat(fit.rows()).isEqualTo(20_600);
        assertThat(fta.bias()).isCloseTo(0.0076567524, within(5e-10));
        assertThat(fta.estimate().stdError()).isCloseTo(0.0419558558, within(5e-11));
        compare("manuf65", fit, frame);
    }

    @Test
    void panel_of_35_countries() {
        Specification model =
                Specification.of(COUNTRIES).clusteredBy("isoexp^isoimp").within(1e-12);
        Frame all = Oracle.named("ppml").frame("zylkin35/example_trade_fta_data.csv", model, "category");
        Frame frame = Frames.where(all, row -> Frames.text(all, "category", row).equals("TOTAL"));
        compare("zylkin35_total", Ppml.fit(frame, model), frame);
    }

    @Test
    void two_regressors() {
        Specification model = Specification.of(
                        "trade ~ rta + log1p(tariff) | exporter^year + importer^year + exporter^importer")
                .clusteredBy("exporter^importer")
                .within(1e-12);
        Frame all = Oracle.named("ppml_small").frame("input.csv", model);
        Frame frame = Frames.where(all, row -> !Frames.same(all, "exporter", "importer", row));
        compare("ppml_small 3way_intl", Ppml.fit(frame, model), frame);
    }

    @Test
    void other_effects_are_refused() {
        Specification model = Specification.of("y ~ x | a + b");
        Frame frame = Frames.drawn("y x a b\n 1 2 1 1\n 2 1 1 2\n 3 5 2 1\n 1 1 2 2");
        PpmlFit fit = Ppml.fit(frame, model);
        assertThatThrownBy(() -> BiasCorrection.of(fit, frame))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("three effects");
    }

    private static void compare(String name, PpmlFit fit, Frame frame) {
        int compared = 0;
        for (Map<String, String> line : Oracle.named("ppml_bias_weidner_zylkin").lines("expected_own.csv")) {
            if (!line.get("case").equals(name)) continue;
            BiasCorrection.Corrected term =
                    BiasCorrection.of(fit, frame).terms().get(compared++);
            close(fit.estimate(term.term()).stdError(), number(line, "se_cluster"), 1e-9, name);
            close(term.bias(), number(line, "bias"), 1e-7, name);
            close(term.estimate().estimate(), number(line, "corrected"), 1e-8, name);
            close(term.estimate().stdError(), number(line, "se_adjusted"), 1e-7, name);
        }
        assertThat(compared).as(name).isPositive();
    }

    private static double number(Map<String, String> line, String column) {
        return Double.parseDouble(line.get(column));
    }
}
