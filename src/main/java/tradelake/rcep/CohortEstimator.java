package tradelake.rcep;

import java.util.function.IntPredicate;
import tradelake.gravity.Fitted;
import tradelake.gravity.Frame;
import tradelake.gravity.Lanes;
import tradelake.gravity.LeastSquares;
import tradelake.gravity.Ppml;
import tradelake.gravity.Specification;
import tradelake.lake.BadInput;

/** A regression of trade on cohorts by event time, as {@code estimator} of gold.rcep_event_study names it. */
enum CohortEstimator {
    /** Wooldridge (2023), Nagengast and Yotov (2025): all years before entry are the reference. */
    ppml_cohorts(true, time -> time >= 0),
    /** The same with event times before entry; the last year before is the reference. */
    ppml_cohorts_leads(true, time -> time != -1),
    /** One coefficient an event time for all cohorts. */
    ols_two_way(false, time -> time != -1),
    /** Sun and Abraham (2021). */
    ols_sun_abraham(false, time -> time != -1);

    private static final String TWO_WAY = "exporter^importer + year";

    private final boolean ppml;
    private final IntPredicate times;

    CohortEstimator(boolean ppml, IntPredicate times) {
        this.ppml = ppml;
        this.times = times;
    }

    String outcome() {
        return ppml ? "trade" : "log_trade";
    }

    String effects() {
        return ppml ? GravityModel.EFFECTS : TWO_WAY;
    }

    /** Event times that have a coefficient; those before entry that have none are the reference. */
    IntPredicate times() {
        return times;
    }

    /** Logarithms are of positive flows alone. */
    TradePanel sample(TradePanel panel) {
        return ppml ? panel : panel.where(cell -> cell.value() > 0);
    }

    Specification on(Iterable<String> terms) {
        String response = ppml ? TradePanel.VALUE : "log(" + TradePanel.VALUE + ")";
        return Specification.of("%s ~ %s | %s".formatted(response, String.join(" + ", terms), effects()))
                .clusteredBy(GravityModel.CLUSTER);
    }

    /** Throws {@link BadInput} where the data do not bound the estimates. */
    Fitted fit(Frame frame, Specification model, Lanes lanes) {
        return ppml ? GravityModel.settled(Ppml.fit(frame, model, lanes)) : LeastSquares.fit(frame, model, lanes);
    }
}
