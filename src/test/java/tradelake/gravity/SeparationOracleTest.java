package tradelake.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published data sets of Correia, Guimaraes and Zylkin (2019), row by row. */
class SeparationOracleTest {
    @Test
    void each_row_of_the_published_sets() {
        Oracle oracle = Oracle.named("ppml_separation");
        List<Map<String, String>> sets = oracle.lines("expected.csv");
        assertThat(sets).hasSize(23);
        for (Map<String, String> set : sets) {
            String name = set.get("dataset");
            List<String> header =
                    List.copyOf(oracle.lines("input/" + name + ".csv").get(0).keySet());
            Specification model = Specification.of(formula(header)).within(1e-12);
            PpmlFit fit = Ppml.fit(oracle.frame("input/" + name + ".csv", model), model);
            assertThat(fit.fates().stream().map(Fate.separated::equals).toList())
                    .as(name)
                    .isEqualTo(oracle.lines("input/" + name + "_expected_lp.csv").stream()
                            .map(row -> row.get("separated").equals("1"))
                            .toList());
            assertThat(fit.separationIsSettled()).as(name).isTrue();
            assertThat(fit.convergence().converged()).as(name).isTrue();
            coefficients(name, fit, set.get("coef_after_drop"));
            // Of set 11 the file's deviance has seven digits; its coefficients, and ours, are exact.
            double deviance = Double.parseDouble(set.get("deviance_after_drop"));
            assertThat(fit.likelihood().deviance()).as(name).isCloseTo(deviance, within(1e-9 + 1e-6 * deviance));
        }
    }

    private static void coefficients(String name, PpmlFit fit, String expected) {
        for (String pair : expected.isBlank() ? new String[0] : expected.split("; ")) {
            String[] cells = pair.split("=");
            assertThat(fit.estimate(cells[0]).estimate())
                    .as(name + " " + pair)
                    .isCloseTo(Double.parseDouble(cells[1]), within(1e-10));
        }
    }

    private static String formula(List<String> header) {
        String terms = String.join(
                " + ", header.stream().filter(name -> name.startsWith("x")).toList());
        List<String> effects = header.stream()
                .filter(name -> name.startsWith("id") || name.equals("i") || name.equals("j"))
                .toList();
        return "y ~ " + (terms.isEmpty() ? "1" : terms)
                + (effects.isEmpty() ? "" : " | " + String.join(" + ", effects));
    }
}
