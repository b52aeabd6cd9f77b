package tradelake.rcep;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import tradelake.gravity.Fate;
import tradelake.gravity.Lanes;
import tradelake.gravity.Ppml;
import tradelake.gravity.PpmlFit;
import tradelake.gravity.Specification;
import tradelake.lake.BadInput;
import tradelake.rcep.TradePanel.Cell;
import tradelake.reference.EconomyPair;

/**
 * Structural gravity of one product, by Poisson pseudo-maximum likelihood:
 * <pre>trade_ijt = exp(sum_k b_k RCEP_k,ijt + c'others_ijt + exporter_it + importer_jt + pair_ij) e_ijt</pre>
 * with RCEP_k the days in force over 365 in the year (0 to 1), split as {@link Split} says, and the other agreements between
 * the two likewise. b_k is a difference in log points between trade with RCEP in force and without, conditional on the rest;
 * exp(b_k) - 1 is a fraction. Errors are clustered by pair, both directions together. Domestic trade is left out, so the effects
 * of borders by year are not in it. It says how trade moved with the dates, not why.
 *
 * @param leastRows positive flows that a product must have
 * @param leastPairs pairs that must tell a term from the effects for it to have a standard error
 */
record GravityModel(Split split, int leastRows, int leastPairs) implements Serializable {
    static final String EFFECTS = "exporter^year + importer^year + exporter^importer";
    static final String CLUSTER = "symmetric(exporter, importer)";

    /** What came of it; without a fit, the problem says why. */
    record Answer(
            String formula, Optional<PpmlFit> fit, List<Term> terms, SortedSet<EconomyPair> pairs, String problem) {
        static Answer none(String formula, String problem) {
            return new Answer(formula, Optional.empty(), List.of(), new TreeSet<>(), problem);
        }
    }

    /** One coefficient. */
    record Term(String name, double estimate, Optional<Double> stdError, int pairs) {}

    Answer on(TradePanel panel, Doses doses, Lanes lanes) {
        Map<String, ToDoubleFunction<Cell>> columns = split.columns(panel, doses);
        String formula = TradePanel.VALUE + " ~ " + String.join(" + ", columns.keySet()) + " | " + EFFECTS;
        if (panel.positive() < leastRows)
            return Answer.none(
                    formula,
                    "%,d positive flows of %,d that gravity.least-flows asks for"
                            .formatted(panel.positive(), leastRows));
        if (columns.keySet().stream().noneMatch(term -> term.startsWith(Split.RCEP)))
            return Answer.none(formula, "no pair has RCEP in force in these years");
        try {
            Specification model = Specification.of(formula).clusteredBy(CLUSTER);
            return answer(panel, columns, Ppml.fit(panel.frame(columns), model, lanes));
        } catch (BadInput e) {
            return Answer.none(formula, e.getMessage());
        }
    }

    private Answer answer(TradePanel panel, Map<String, ToDoubleFunction<Cell>> columns, PpmlFit fit) {
        String formula = fit.model().formula().toString();
        if (!fit.convergence().converged())
            return Answer.none(
                    formula,
                    "not converged in %d iterations".formatted(fit.convergence().iterations()));
        if (!fit.separationIsSettled())
            return Answer.none(formula, "not every separated row is known, so the estimates may not exist");
        if (fit.nearlySeparated() > 0)
            return Answer.none(
                    formula,
                    "in %,d rows the fitted mean is nearly nought, so the data hardly bound the estimates"
                            .formatted(fit.nearlySeparated()));
        if (fit.rows() < leastRows)
            return Answer.none(
                    formula,
                    "%,d rows are left of %,d that gravity.least-flows asks for".formatted(fit.rows(), leastRows));
        if (fit.terms().stream().noneMatch(term -> term.startsWith(Split.RCEP)))
            return Answer.none(formula, "nothing tells RCEP's dose from the fixed effects and other agreements");
        SortedSet<EconomyPair> all = new TreeSet<>();
        List<Term> terms = fit.estimates().stream()
                .map(it -> {
                    SortedSet<EconomyPair> pairs = identifying(panel, columns.get(it.term()), fit);
                    if (it.term().startsWith(Split.RCEP)) all.addAll(pairs);
                    Optional<Double> error = Optional.of(it.stdError()).filter(known -> pairs.size() >= leastPairs);
                    return new Term(it.term(), it.estimate(), error, pairs.size());
                })
                .toList();
        return new Answer(formula, Optional.of(fit), terms, all, "");
    }

    /** Pairs in which a regressor changes among the rows that count, in either direction: nothing else tells it from the effects. */
    private static SortedSet<EconomyPair> identifying(TradePanel panel, ToDoubleFunction<Cell> column, PpmlFit fit) {
        List<Fate> fates = fit.fates();
        SortedSet<EconomyPair> pairs = new TreeSet<>();
        int last = -1;
        for (int row = 0; row < fates.size(); row++) {
            if (fates.get(row) != Fate.kept) continue;
            Cell cell = panel.cells().get(row);
            if (last >= 0
                    && isSameFlow(cell, panel.cells().get(last))
                    && column.applyAsDouble(cell)
                            != column.applyAsDouble(panel.cells().get(last))) pairs.add(cell.pair());
            last = row;
        }
        return pairs;
    }

    private static boolean isSameFlow(Cell one, Cell other) {
        return one.exporter().equals(other.exporter()) && one.importer().equals(other.importer());
    }
}
