package tradelake.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static tradelake.gravity.Oracle.close;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Event studies by PPML and by least squares on simulated data that come with fixest, as fixest estimates them. */
class EventStudyOracleTest {
    private static final String BY_PERIOD = "x1 + i(period, ref=5):treat | id + period";

    private static Frame did(Oracle oracle) {
        return oracle.frame("base_did.csv", "y", "x1", "id", "period", "treat", "post");
    }

    private static Specification clustered(String formula, String cluster) {
        return Specification.of(formula).clusteredBy(cluster).with(Variance.clustered, SmallSample.fixest);
    }

    private static LeastSquares leastSquares(Frame frame, Specification model) {
        try (Lanes lanes = new Lanes(1)) {
            return LeastSquares.fit(frame, model, lanes);
        }
    }

    private static List<Map<String, String>> lines(Oracle oracle, String sample, String variance) {
        List<Map<String, String>> lines = oracle.lines("expected_fixest.csv").stream()
                .filter(line ->
                        line.get("case").startsWith(sample) && line.get("vcov").equals(variance))
                .toList();
        assertThat(lines).as("%s, %s", sample, variance).isNotEmpty();
        return lines;
    }

    private static void assertLine(Map<String, String> line, Estimate estimate) {
        close(estimate.estimate(), Double.parseDouble(line.get("coef")), 1e-8, line + "");
        close(estimate.stdError(), Double.parseDouble(line.get("se")), 1e-7, line + "");
    }

    private static Estimate estimate(Fitted fit, String term) {
        return fit.combination(term, Map.of(term, 1.0)).orElseThrow();
    }

    @Test
    void ppml_with_period_indicators() {
        Oracle oracle = Oracle.named("did_event_study");
        Frame data = did(oracle);
        double[] y = data.numbers("y");
        Frame frame = Frames.with(data, "outcome", row -> Math.exp(y[row] / 10));
        PpmlFit fit = Ppml.fit(frame, clustered("outcome ~ " + BY_PERIOD, "id"));
        List<Map<String, String>> lines = lines(oracle, "event_study_ppml", "cluster id default ssc");
        assertThat(fit.terms())
                .isEqualTo(lines.stream().map(line -> line.get("term")).toList());
        for (Map<String, String> line : lines) assertLine(line, fit.estimate(line.get("term")));
    }

    @Test
    void least_squares_with_period_indicators() {
        Oracle oracle = Oracle.named("did_event_study");
        Specification model = clustered("y ~ " + BY_PERIOD, "id");
        LeastSquares clustered = leastSquares(did(oracle), model);
        for (Map<String, String> line : lines(oracle, "event_study_ols_ref5", "cluster id default ssc"))
            assertLine(line, estimate(clustered, line.get("term")));
        LeastSquares classical = leastSquares(did(oracle), model.with(Variance.classical, SmallSample.fixest));
        for (Map<String, String> line : lines(oracle, "event_study_ols_ref5", "iid"))
            assertLine(line, estimate(classical, line.get("term")));
    }

    @Test
    void difference_in_differences_under_two_clusterings() {
        Oracle oracle = Oracle.named("did_event_study");
        Map<String, String> clusters = Map.of("cluster id default ssc", "id", "twoway default ssc", "id + period");
        clusters.forEach((variance, cluster) -> {
            LeastSquares fit = leastSquares(did(oracle), clustered("y ~ x1 + treat:post | id + period", cluster));
            for (Map<String, String> line : lines(oracle, "did_ols", variance))
                assertLine(line, estimate(fit, line.get("term").equals("x1") ? "x1" : "treat:post"));
        });
    }

    @Test
    void sun_and_abraham() {
        Oracle oracle = Oracle.named("did_event_study");
        Frame data = oracle.frame("base_stagg.csv", "y", "x1", "id", "year", "year_treated", "time_to_treatment");
        double[] entered = data.numbers("year_treated");
        double[] since = data.numbers("time_to_treatment");
        CohortCells cells = new CohortCells(
                IntStream.range(0, data.rows())
                        .mapToObj(row -> entered[row] > 1000
                                ? CohortCells.Entry.NEVER
                                : new CohortCells.Entry("" + (int) entered[row], (int) since[row], 1))
                        .toList(),
                time -> time != -1);
        Specification model = clustered("y ~ x1 + " + String.join(" + ", cells.terms()) + " | id + year", "id");
        LeastSquares fit = leastSquares(cells.in(data), model);
        Map<Integer, Estimate> byTime = cells.byEventTime(fit, cohort -> true);
        for (Map<String, String> line : lines(oracle, "sunab_agg_by_period", "cluster id default ssc"))
            assertLine(
                    line,
                    line.get("term").equals("x1")
                            ? estimate(fit, "x1")
                            : byTime.get(Integer.parseInt(line.get("term").substring("year::".length()))));
        assertLine(
                lines(oracle, "sunab_att", "cluster id default ssc").get(1),
                cells.after(fit, cohort -> true).orElseThrow());
    }

    /** One coefficient an event time for all cohorts: what fixest's file calls biased. */
    @Test
    void two_way_least_squares_on_staggered_entry() {
        Oracle oracle = Oracle.named("did_event_study");
        Frame data = oracle.frame("base_stagg.csv", "y", "x1", "id", "year", "time_to_treatment");
        double[] since = data.numbers("time_to_treatment");
        CohortCells cells = new CohortCells(
                IntStream.range(0, data.rows())
                        .mapToObj(row -> since[row] < -100
                                ? CohortCells.Entry.NEVER
                                : new CohortCells.Entry("all", (int) since[row], 1))
                        .toList(),
                time -> time != -1);
        LeastSquares fit = leastSquares(
                cells.in(data), clustered("y ~ x1 + " + String.join(" + ", cells.terms()) + " | id + year", "id"));
        Map<Integer, Estimate> byTime = cells.byEventTime(fit, cohort -> true);
        for (Map<String, String> line : lines(oracle, "twfe_staggered_biased", "cluster id default ssc"))
            assertLine(
                    line,
                    line.get("term").equals("x1")
                            ? estimate(fit, "x1")
                            : byTime.get(Integer.parseInt(line.get("term").substring("time_to_treatment::".length()))));
    }
}
