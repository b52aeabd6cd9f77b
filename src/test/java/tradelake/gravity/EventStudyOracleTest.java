package tradelake.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static tradelake.gravity.Oracle.close;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An event study by PPML on simulated data that come with fixest. */
class EventStudyOracleTest {
    @Test
    void ppml_with_period_indicators() {
        Oracle oracle = Oracle.named("did_event_study");
        Frame data = oracle.frame("base_did.csv", "y", "x1", "id", "period", "treat");
        double[] y = data.numbers("y");
        Frame frame = Frames.with(data, "outcome", row -> Math.exp(y[row] / 10));
        Specification model = Specification.of("outcome ~ x1 + i(period, ref=5):treat | id + period")
                .clusteredBy("id")
                .with(Variance.clustered, SmallSample.fixest);
        PpmlFit fit = Ppml.fit(frame, model);
        List<Map<String, String>> lines = oracle.lines("expected_fixest.csv").stream()
                .filter(line -> line.get("case").startsWith("event_study_ppml"))
                .toList();
        assertThat(fit.terms())
                .isEqualTo(lines.stream().map(line -> line.get("term")).toList());
        for (Map<String, String> line : lines) {
            Estimate estimate = fit.estimate(line.get("term"));
            close(estimate.estimate(), Double.parseDouble(line.get("coef")), 1e-8, line + "");
            close(estimate.stdError(), Double.parseDouble(line.get("se")), 1e-7, line + "");
        }
    }
}
