package tradelake.rcep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import tradelake.gravity.CohortCells;
import tradelake.gravity.CohortCells.Entry;
import tradelake.gravity.Fitted;
import tradelake.gravity.Lanes;
import tradelake.gravity.Specification;
import tradelake.lake.BadInput;
import tradelake.rcep.TradePanel.Cell;
import tradelake.reference.EconomyPair;

/**
 * Regressions of trade on a coefficient for each cohort and event time, other agreements as controls: by PPML with exporter-year,
 * importer-year and pair effects and the first year by its days in force over 365; beside it by least squares on logarithms with
 * pair and year effects and whole years alone. Cells are averaged over rows, with errors by the delta method, clustered by pair.
 */
record CohortStudy(EventStudyDesign study, Entries entries, Doses doses, Lanes lanes, StudyAnswers answers) {

    void on(TradePanel panel) {
        List<Part> years = Part.byYear(panel, entries);
        List<Part> kinds = Part.byYearAndKind(panel, entries);
        estimate(CohortEstimator.ppml_cohorts, panel, entries::byKind, kinds);
        estimate(CohortEstimator.ppml_cohorts_leads, panel, entries::byYear, years);
        estimate(CohortEstimator.ols_two_way, panel, cell -> pooled(entries.byWholeYear(cell)), years.subList(0, 1));
        estimate(CohortEstimator.ols_sun_abraham, panel, entries::byWholeYear, years);
        placebos(panel);
    }

    private static Entry pooled(Entry entry) {
        return entry.equals(Entry.NEVER) ? entry : new Entry("all", entry.eventTime(), entry.dose());
    }

    /** Dates, and members, that did not have RCEP. */
    private void placebos(TradePanel panel) {
        int first = entries.firstYear();
        estimate(
                CohortEstimator.ppml_cohorts,
                panel.where(cell -> cell.year() < first),
                cell -> entries.earlier(cell, study.placeboYears()),
                List.of(Part.all("placebo_dates")));
        estimate(
                CohortEstimator.ppml_cohorts,
                panel.where(cell -> entries.rcep(cell.pair()).isEmpty()),
                cell -> isPlacebo(cell.pair()) ? new Entry("members", cell.year() - first, 1) : Entry.NEVER,
                List.of(Part.all("placebo_members")));
    }

    private boolean isPlacebo(EconomyPair pair) {
        return study.placeboMembers().contains(pair.a())
                && study.placeboMembers().contains(pair.b());
    }

    private void estimate(CohortEstimator estimator, TradePanel all, Function<Cell, Entry> entry, List<Part> parts) {
        TradePanel panel = estimator.sample(all);
        Regression regression = new Regression(
                estimator, panel, panel.cells().stream().map(entry).toList());
        try {
            Fitted fit = regression.fit(doses, lanes);
            parts.forEach(part -> regression.tell(fit, part, answers));
        } catch (BadInput e) {
            answers.problem(estimator + "/" + parts.get(0).name(), e.getMessage());
        }
    }

    /**
     * One regression.
     *
     * @param entered where each cell of the panel stands, in their order
     */
    private record Regression(CohortEstimator estimator, TradePanel panel, List<Entry> entered, CohortCells cells) {
        Regression(CohortEstimator estimator, TradePanel panel, List<Entry> entered) {
            this(estimator, panel, entered, new CohortCells(entered, estimator.times()));
        }

        Fitted fit(Doses doses, Lanes lanes) {
            if (cells.terms().isEmpty()) throw new BadInput("no pair of the placebo or of RCEP is in the sample");
            List<String> terms = new ArrayList<>(cells.terms());
            terms.addAll(Split.others(doses).keySet());
            Specification model = estimator.on(terms);
            return estimator.fit(cells.in(panel.frame(Split.others(doses))), model, lanes);
        }

        void tell(Fitted fit, Part part, StudyAnswers answers) {
            StudyAnswers.Key key = new StudyAnswers.Key(
                    estimator.outcome(), estimator.name(), estimator.effects(), part.name(), StudyAnswers.QUIET);
            cells.byEventTime(fit, part.cohorts())
                    .forEach((time, it) -> answers.add(key, time, it, fit.rows(), pairs(fit, part, time)));
        }

        /** Pairs whose dose changes in the cells of an event time. */
        private int pairs(Fitted fit, Part part, int time) {
            IntPredicate counts = row -> entered.get(row).eventTime() == time
                    && part.cohorts().test(entered.get(row).cohort())
                    && cells.isEstimated(row, fit);
            return panel.changing(row -> counts.test(row) ? entered.get(row).dose() : 0, fit.fates())
                    .size();
        }
    }
}
