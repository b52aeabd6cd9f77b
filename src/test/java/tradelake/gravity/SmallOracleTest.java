package tradelake.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static tradelake.gravity.Oracle.close;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** 180 rows, coefficients known to 20 digits. */
class SmallOracleTest {
    private static final Map<String, String> FORMULAS = Map.of(
            "2way_exporter_importer_2019", "trade ~ log(dist) + contig | exporter + importer",
            "2way_exp-year_imp-year_intl",
                    "trade ~ log(dist) + contig + rta + log1p(tariff) | exporter^year + importer^year",
            "3way_intl", "trade ~ rta + log1p(tariff) | exporter^year + importer^year + exporter^importer",
            "3way_with_domestic", "trade ~ rta + log1p(tariff) | exporter^year + importer^year + exporter^importer");
    private static final Map<String, String> TERMS = Map.of("ln_dist", "log(dist)", "ln1t", "log1p(tariff)");

    @Test
    void estimates_and_errors_under_each_rule() {
        Oracle oracle = Oracle.named("ppml_small");
        for (Map<String, String> line : oracle.lines("expected.csv")) {
            String cluster = line.get("cluster").equals("pair") ? "exporter^importer" : line.get("cluster");
            Specification model = model(line.get("case")).clusteredBy(cluster);
            String term = TERMS.getOrDefault(line.get("term"), line.get("term"));
            Frame frame = sample(oracle, line.get("case"), model);
            PpmlFit fit = Ppml.fit(frame, model);
            assertThat(fit.convergence().converged()).isTrue();
            assertThat(fit.rows()).isEqualTo(Integer.parseInt(line.get("n")));
            assertThat(fit.clusters()).isEqualTo(Integer.parseInt(line.get("G")));
            close(fit.estimate(term).estimate(), number(line, "coef"), 1e-12, line + "");
            close(fit.estimate(term).stdError(), number(line, "se_cl_G_G1"), 1e-10, line + "");
            close(fit.likelihood().logLikelihood(), number(line, "loglik"), 1e-12, line + "");
            close(fit.likelihood().deviance(), number(line, "deviance"), 1e-11, line + "");
            check(fit, Variance.clustered, SmallSample.none, term, number(line, "se_cl_raw"));
            check(fit, Variance.robust, SmallSample.stata, term, number(line, "se_hc_N_N1"));
            check(fit, Variance.robust, SmallSample.none, term, number(line, "se_hc0"));
            check(fit, Variance.classical, SmallSample.stata, term, number(line, "se_iid"));
        }
    }

    @Test
    void errors_of_fixest() {
        Oracle oracle = Oracle.named("ppml_small");
        for (Map<String, String> line : oracle.lines("expected_fixest.csv")) {
            String vcov = line.get("vcov");
            Specification model = model(line.get("case"));
            if (vcov.startsWith("cluster")) model = model.clusteredBy("exporter^importer");
            if (vcov.startsWith("twoway")) model = model.clusteredBy("exporter + importer");
            Variance variance = vcov.startsWith("iid")
                    ? Variance.classical
                    : vcov.startsWith("hetero") ? Variance.robust : Variance.clustered;
            String term = TERMS.getOrDefault(line.get("term"), line.get("term"));
            PpmlFit fit = Ppml.fit(sample(oracle, line.get("case"), model), model);
            check(fit, variance, SmallSample.fixest, term, number(line, "se"));
        }
    }

    private static Specification model(String name) {
        return Specification.of(FORMULAS.get(name)).within(1e-12);
    }

    private static Frame sample(Oracle oracle, String name, Specification model) {
        Frame frame = oracle.frame("input.csv", model, "exporter", "importer", "year");
        double[] years = frame.numbers("year");
        if (name.endsWith("2019")) return Frames.where(frame, row -> years[row] == 2019);
        if (name.endsWith("intl")) return Frames.where(frame, row -> !Frames.same(frame, "exporter", "importer", row));
        return frame;
    }

    private static void check(PpmlFit fit, Variance variance, SmallSample rule, String term, double expected) {
        double error = fit.under(variance, rule).estimate(term).stdError();
        close(error, expected, rule == SmallSample.fixest ? 1e-7 : 1e-10, variance + " " + rule + " " + term);
    }

    private static double number(Map<String, String> line, String column) {
        return Double.parseDouble(line.get(column));
    }
}
