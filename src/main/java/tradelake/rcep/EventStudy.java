package tradelake.rcep;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import tradelake.gravity.Lanes;
import tradelake.lake.Finding;

/** The rows of gold.rcep_event_study: a {@link CohortStudy} of all goods, and a {@link TrendStudy} with and without some goods. */
final class EventStudy {
    private final EventStudyDesign study;
    private final Entries entries;
    private final StudyAnswers answers = new StudyAnswers();
    private final CohortStudy cohorts;
    private final TrendStudy trends;

    EventStudy(EventStudyDesign study, Entries entries, Doses doses, Lanes lanes) {
        this.study = study;
        this.entries = entries;
        this.cohorts = new CohortStudy(study, entries, doses, lanes, answers);
        this.trends = new TrendStudy(study, entries, answers);
    }

    List<Row> rows() {
        return answers.rows();
    }

    /** Name of what could not be estimated, and why. */
    Map<String, String> problems() {
        return answers.problems();
    }

    /** What each panel lacks. */
    List<Finding> leftOut() {
        return answers.findings();
    }

    /** Adds the estimates on all goods: pairs with RCEP, and those without any new agreement. */
    EventStudy onAllGoods(TradePanel all) {
        answers.lacks(all, "all goods");
        TradePanel panel = all.where(
                cell -> entries.rcep(cell.pair()).isPresent() || entries.isControl(cell.pair(), study.quiet()));
        cohorts.on(panel);
        trends.on(panel, "log_trade");
        return this;
    }

    /** Adds distances from the trend without some goods, beside all sets of controls. */
    EventStudy besideControls(TradePanel panel) {
        answers.lacks(panel, "all goods but HS 27 and 71");
        trends.on(panel, "log_trade_without_27_71");
        return this;
    }
}
