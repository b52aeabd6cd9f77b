package tradelake.tariffs.schedule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The measures that one economy's goods meet on one day, one for each layer, and how they add up on a good h:
 *
 * <pre>
 * total = base + sum over layers of R x S(h) x prod over exemptions (1 - weight x E(h)) x (1 - C(h))
 * </pre>
 *
 * R is the rate, or what is missing up to a floor; S the share of h in the scope; E the share of h that is exempt; C, for a
 * measure that yields to an authority, the shares of h in the scopes of that authority's measures together.
 */
public final class Stack {
    private final List<Term> terms;

    /** A measure with the shares of each HS6 that its scope and its exemptions take here. */
    private record Term(Measure measure, ToDoubleFunction<String> scope, List<Exempt> exempt) {
        double taxed(String hs6) {
            double share = scope.applyAsDouble(hs6);
            for (Exempt part : exempt) share *= 1 - part.weight * part.shares.getOrDefault(hs6, 0.0);
            return share;
        }
    }

    private record Exempt(double weight, Map<String, Double> shares) {}

    /** @param exemptLists by name of the exemption, the product list that holds for this economy and day */
    Stack(List<Measure> measures, Map<String, String> exemptLists, ProductLists lists) {
        terms = measures.stream()
                .map(measure -> new Term(
                        measure,
                        measure.scope().shares(lists),
                        measure.exempt().stream()
                                .filter(use -> exemptLists.containsKey(use.name()))
                                .map(use -> new Exempt(use.weight(), lists.shares(exemptLists.get(use.name()))))
                                .toList()))
                .toList();
    }

    public List<Measure> measures() {
        return terms.stream().map(Term::measure).toList();
    }

    public Rate on(String hs6, double base) {
        TreeMap<String, Double> byLayer = new TreeMap<>();
        double struckDown = 0;
        for (Term term : terms) {
            Measure measure = term.measure;
            double rate = measure.kind().additional(measure.rate(), base);
            double points = rate == 0 ? 0 : rate * term.taxed(hs6);
            if (points != 0 && !measure.yieldsTo().isEmpty()) points *= 1 - covered(measure.yieldsTo(), hs6);
            if (points == 0) continue;
            byLayer.merge(measure.layer(), points, Double::sum);
            if (measure.isStruckDown()) struckDown += points;
        }
        return new Rate(base, byLayer, struckDown);
    }

    private double covered(String authority, String hs6) {
        double covered = 0;
        for (Term term : terms)
            if (term.measure.authority().equals(authority)) covered += term.scope.applyAsDouble(hs6);
        return covered;
    }
}
