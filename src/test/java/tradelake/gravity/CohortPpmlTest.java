package tradelake.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static tradelake.gravity.Oracle.close;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * PPML with cohorts by event time, by a second road: Newton's method with an explicit indicator for each level of each effect and
 * each cell, the variance from those same columns, no projection anywhere. There is no published figure for it.
 */
class CohortPpmlTest {
    /** The country pair {0, 1} enters in 2009, {2, 3} and {2, 4} in 2010, in both directions; half of the first year counts. */
    private static CohortCells.Entry entry(Frame frame, int row) {
        int a = (int) frame.numbers("exporter")[row];
        int b = (int) frame.numbers("importer")[row];
        int year = (int) frame.numbers("year")[row];
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        int from = low == 0 && high == 1 ? 2009 : low == 2 && (high == 3 || high == 4) ? 2010 : 0;
        if (from == 0) return CohortCells.Entry.NEVER;
        return new CohortCells.Entry("" + from, year - from, year == from ? 0.5 : 1);
    }

    private final Frame data = new MadeUpPanel(6, 6, 9).frame();
    private final CohortCells cells = new CohortCells(
            IntStream.range(0, data.rows()).mapToObj(row -> entry(data, row)).toList(), time -> time >= 0);
    private final Frame frame = cells.in(Frames.with(data, "trade", row -> 1 + data.numbers("trade")[row]));
    private final Specification model = Specification.of("trade ~ " + String.join(" + ", cells.terms())
                    + " | exporter^year + importer^year + exporter^importer")
            .clusteredBy("symmetric(exporter, importer)")
            .within(1e-11);

    @Test
    void each_cell_and_their_means_are_those_of_explicit_indicators() {
        assertThat(cells.terms())
                .containsExactly(
                        "cohort_2009_after_0",
                        "cohort_2009_after_1",
                        "cohort_2009_after_2",
                        "cohort_2010_after_0",
                        "cohort_2010_after_1");
        PpmlFit fit = Ppml.fit(frame, model, new Lanes(1));
        DenseNewton.Answer dense = DenseNewton.answer(frame, model);
        for (int j = 0; j < 5; j++) {
            String term = cells.terms().get(j);
            close(fit.estimate(term).estimate(), dense.beta()[j], 1e-7, term);
            close(fit.estimate(term).stdError(), Math.sqrt(dense.covariance()[j][j]), 1e-6, term);
        }
        Map<Integer, Estimate> means = cells.byEventTime(fit, cohort -> true);
        assertMean(means.get(0), dense, 2, 0, 0, 4, 0);
        assertMean(means.get(1), dense, 0, 2, 0, 0, 4);
        assertMean(means.get(2), dense, 0, 0, 2, 0, 0);
        assertMean(cells.byEventTime(fit, "2010"::equals).get(1), dense, 0, 0, 0, 0, 4);
        assertMean(cells.after(fit, cohort -> true).orElseThrow(), dense, 2, 2, 2, 4, 4);
    }

    /** The mean with these numbers of rows, and its error by the delta method. */
    private static void assertMean(Estimate actual, DenseNewton.Answer dense, double... rows) {
        double all = Arrays.stream(rows).sum();
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < rows.length; i++) {
            mean += rows[i] / all * dense.beta()[i];
            for (int j = 0; j < rows.length; j++) variance += rows[i] * rows[j] / all / all * dense.covariance()[i][j];
        }
        close(actual.estimate(), mean, 1e-7, actual + "");
        close(actual.stdError(), Math.sqrt(variance), 1e-6, actual + "");
    }

    @Test
    void a_mean_leaves_out_what_cannot_be_told_apart() {
        Fitted fit = Ppml.fit(
                Frames.with(frame, "same", row -> frame.numbers("cohort_2009_after_0")[row]),
                Specification.of("trade ~ cohort_2009_after_0 + same | exporter^year + importer^year"),
                new Lanes(1));
        double alone = fit.coefficients()[0];
        Estimate mean = fit.combination("both", Map.of("cohort_2009_after_0", 0.5, "same", 0.5))
                .orElseThrow();
        assertThat(mean.estimate()).isEqualTo(alone);
        assertThat(fit.combination("none", Map.of("same", 1.0))).isEmpty();
        assertThat(fit.terms()).hasSize(1);
    }
}
