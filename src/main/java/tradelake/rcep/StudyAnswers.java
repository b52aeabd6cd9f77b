package tradelake.rcep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.gravity.Estimate;
import tradelake.gravity.SmallSample;
import tradelake.lake.Finding;

/** What an event study says: rows of gold.rcep_event_study, what could not be estimated, what the panels lack. */
final class StudyAnswers {
    /** Controls are pairs outside RCEP without a start or end of an agreement in the quiet years. */
    static final String QUIET = "no_new_agreement";

    private final List<Row> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> problems = new LinkedHashMap<>();

    /**
     * What one row is about, but for the event time.
     *
     * @param effects absorbed, or what stands in their place
     * @param controls name of the set of controls, or none
     */
    record Key(String outcome, String estimator, String effects, String cohort, String controls) {}

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** What each panel lacks. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Name of what could not be estimated, and why. */
    Map<String, String> problems() {
        return problems;
    }

    void lacks(TradePanel panel, String name) {
        Finding finding = panel.leftOut().finding(name);
        if (finding.rows() > 0) findings.add(finding);
    }

    void problem(String name, String why) {
        problems.put(name, why);
    }

    /**
     * Adds a row; the error of one pair, which least squares and means take for none, is left out.
     *
     * @param observations rows in the estimation, or flows in the mean
     * @param pairs pairs with RCEP that the row is about
     */
    void add(Key key, int time, Estimate it, long observations, int pairs) {
        Optional<Estimate> known = Optional.of(it).filter(estimate -> pairs > 1 && estimate.stdError() > 0);
        rows.add(RowFactory.create(
                key.outcome(),
                key.estimator(),
                key.effects(),
                key.cohort(),
                key.controls(),
                time,
                it.estimate(),
                known.map(Estimate::stdError).orElse(null),
                known.map(Estimate::ciLow).orElse(null),
                known.map(Estimate::ciHigh).orElse(null),
                Math.expm1(it.estimate()),
                observations,
                pairs,
                GravityModel.CLUSTER,
                SmallSample.stata.name()));
    }
}
