package tradelake.rcep;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tradelake.lake.Years;
import tradelake.reference.Agreement;
import tradelake.reference.Agreement.Kind;
import tradelake.reference.Agreements;
import tradelake.reference.EconomyPair;
import tradelake.reference.RcepPair;

/** The dose of each pair in each year, as it travels to a task. */
final class Doses implements Serializable {
    private static final long serialVersionUID = 1;
    private static final Predicate<Agreement> OTHER = agreement -> !agreement.isRcep();
    private static final Predicate<Agreement> FREE = OTHER.and(agreement -> agreement.kind() != Kind.PTA);

    private final Years years;
    private final Map<EconomyPair, double[][]> doses = new HashMap<>();
    private final Map<EconomyPair, RcepPair.Kind> kinds = new HashMap<>();

    Doses(Agreements agreements, Years years) {
        this.years = years;
        for (EconomyPair pair : agreements.pairs())
            doses.put(
                    pair,
                    years.stream()
                            .mapToObj(year -> dose(agreements, pair, year))
                            .toArray(double[][]::new));
        agreements.rcep().values().forEach(pair -> kinds.put(pair.pair(), pair.kind()));
    }

    private static double[] dose(Agreements agreements, EconomyPair pair, int year) {
        double any = agreements.dose(pair, year, OTHER);
        double fta = agreements.dose(pair, year, FREE);
        double[] dose = new double[Dose.values().length];
        dose[Dose.rcep.ordinal()] = agreements.dose(pair, year, Agreement::isRcep);
        dose[Dose.fta.ordinal()] = fta;
        dose[Dose.pta.ordinal()] = any - fta;
        dose[Dose.further.ordinal()] = Math.max(0, agreements.number(pair, year, OTHER) - any);
        return dose;
    }

    /** A dose of the pair in a year. */
    double of(Dose dose, EconomyPair pair, int year) {
        double[][] known = doses.get(pair);
        return known == null ? 0 : known[year - years.from()][dose.ordinal()];
    }

    /** How RCEP stands between the two; empty if not both are members. */
    Optional<RcepPair.Kind> kind(EconomyPair pair) {
        return Optional.ofNullable(kinds.get(pair));
    }
}
