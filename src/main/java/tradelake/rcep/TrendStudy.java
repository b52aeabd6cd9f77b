package tradelake.rcep;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tradelake.rcep.OwnTrend.Excess;
import tradelake.reference.EconomyPair;
import tradelake.reference.RcepPair;

/** Means of {@link OwnTrend} by event time, alone and less those of controls in the same years. */
record TrendStudy(EventStudyDesign study, Entries entries, StudyAnswers answers) {

    /** @param outcome {@code outcome} of gold.rcep_event_study */
    void on(TradePanel panel, String outcome) {
        List<Excess> all = OwnTrend.of(panel, study.trend());
        Map<String, List<Excess>> controls = new LinkedHashMap<>();
        controls.put(StudyAnswers.QUIET, those(all, pair -> entries.isControl(pair, study.quiet())));
        controls.put("set_a", those(all, study.controlsA()::contains));
        controls.put("set_b", those(all, study.controlsB()::contains));
        for (Part part : Part.byYearAndKind(panel, entries)) {
            Map<Integer, List<Excess>> byTime = all.stream()
                    .filter(it -> entries.rcep(it.pair()).filter(part.pairs()).isPresent())
                    .collect(Collectors.groupingBy(this::eventTime));
            byTime.forEach((time, treated) -> {
                if (time < 0) return;
                alone(treated, key(outcome, "own_trend", part, "none"), time);
                controls.forEach((name, beside) ->
                        less(treated, beside, key(outcome, "own_trend_less_controls", part, name), time));
            });
        }
    }

    private StudyAnswers.Key key(String outcome, String estimator, Part part, String controls) {
        return new StudyAnswers.Key(outcome, estimator, "trend of each flow " + study.trend(), part.name(), controls);
    }

    private void alone(List<Excess> treated, StudyAnswers.Key key, int time) {
        OwnTrend.mean(treated).ifPresent(it -> answers.add(key, time, it, treated.size(), pairs(treated)));
    }

    private void less(List<Excess> treated, List<Excess> controls, StudyAnswers.Key key, int time) {
        OwnTrend.lessControls(treated, controls)
                .ifPresent(it -> answers.add(key, time, it.estimate(), it.flows(), pairs(treated)));
    }

    private int eventTime(Excess excess) {
        return excess.year()
                - entries.rcep(excess.pair())
                        .flatMap(RcepPair::from)
                        .orElseThrow()
                        .getYear();
    }

    private static List<Excess> those(List<Excess> all, Predicate<EconomyPair> chosen) {
        return all.stream().filter(it -> chosen.test(it.pair())).toList();
    }

    private static int pairs(Collection<Excess> them) {
        return (int) them.stream().map(Excess::pair).distinct().count();
    }
}
