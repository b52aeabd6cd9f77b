package tradelake.rcep;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
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
 * @param leastFlows positive flows that a product must have
 * @param leastPairs pairs that must tell a term from the effects for it to have a standard error
 */
record GravityModel(Split split, int leastFlows, int leastPairs) implements Serializable {
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
        if (panel.positive() < leastFlows)
            return Answer.none(
                    formula,
                    "%,d positive flows of %,d that gravity.least-flows asks for"
                            .formatted(panel.positive(), leastFlows));
        if (columns.keySet().stream().noneMatch(term -> term.startsWith(Split.RCEP)))
            return Answer.none(formula, "no pair has RCEP in force in these years");
        try {
            Specification model = Specification.of(formula).clusteredBy(CLUSTER);
            return answer(panel, columns, settled(Ppml.fit(panel.frame(columns), model, lanes)));
        } catch (BadInput e) {
            return Answer.none(formula, e.getMessage());
        }
    }

    private Answer answer(TradePanel panel, Map<String, ToDoubleFunction<Cell>> columns, PpmlFit fit) {
        String formula = fit.model().formula().toString();
        long positive = panel.positive(fit.fates());
        if (positive < leastFlows)
            return Answer.none(
                    formula,
                    "%,d positive flows are left of %,d that gravity.least-flows asks for"
                            .formatted(positive, leastFlows));
        if (fit.terms().stream().noneMatch(term -> term.startsWith(Split.RCEP)))
            return Answer.none(formula, "nothing tells RCEP's dose from the fixed effects and other agreements");
        SortedSet<EconomyPair> all = new TreeSet<>();
        List<Term> terms = fit.estimates().stream()
                .map(it -> {
                    SortedSet<EconomyPair> pairs = panel.changing(
                            row -> columns.get(it.term())
                                    .applyAsDouble(panel.cells().get(row)),
                            fit.fates());
                    if (it.term().startsWith(Split.RCEP)) all.addAll(pairs);
                    Optional<Double> error = Optional.of(it.stdError()).filter(known -> pairs.size() >= leastPairs);
                    return new Term(it.term(), it.estimate(), error, pairs.size());
                })
                .toList();
        return new Answer(formula, Optional.of(fit), terms, all, "");
    }

    /** The fit, if its estimates can be trusted to exist; otherwise refused. */
    static PpmlFit settled(PpmlFit fit) {
        if (!fit.convergence().converged())
            throw new BadInput(
                    "not converged in %d iterations".formatted(fit.convergence().iterations()));
        if (!fit.separationIsSettled())
            throw new BadInput("not every separated row is known, so the estimates may not exist");
        if (fit.nearlySeparated() > 0)
            throw new BadInput("in %,d rows the fitted mean is nearly nought, so the data hardly bound the estimates"
                    .formatted(fit.nearlySeparated()));
        return fit;
    }
}
