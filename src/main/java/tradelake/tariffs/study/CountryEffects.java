package tradelake.tariffs.study;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tradelake.tariffs.models.Outcome;

/**
 * What outcomes say about each economy: the models' own effects, and how its exports and imports change. Money is summed over
 * products; fractions of models that run by product cannot be, and are left out.
 */
final class CountryEffects {
    static final String MONEY = "current USD";
    static final String FRACTION = "fraction";

    private final SortedMap<Figure, Double> figures = new TreeMap<>();
    private final SortedMap<Figure, Double> before = new TreeMap<>();

    /** One number about one economy. */
    record Figure(String economy, String measure, String unit) implements Comparable<Figure> {
        private static final Comparator<Figure> ORDER =
                Comparator.comparing(Figure::economy).thenComparing(Figure::measure);

        @Override
        public int compareTo(Figure other) {
            return ORDER.compare(this, other);
        }
    }

    private CountryEffects() {}

    /** @param eachFlow is told of every flow between two economies, as it is solved */
    static SortedMap<Figure, Double> of(
            Stream<Outcome> outcomes, boolean byProduct, Consumer<Outcome.TradeChange> eachFlow) {
        CountryEffects sums = new CountryEffects();
        outcomes.forEachOrdered(outcome -> {
            outcome.effects().stream()
                    .filter(effect -> !byProduct || !effect.unit().equals(FRACTION))
                    .forEach(sums::add);
            outcome.trade().stream()
                    .filter(flow -> flow.before() > 0 && !flow.exporter().equals(flow.importer()))
                    .forEach(flow -> {
                        sums.add(flow);
                        eachFlow.accept(flow);
                    });
        });
        sums.addGrowth();
        return sums.figures;
    }

    private void add(Outcome.Effect effect) {
        String unit = effect.unit().equals(FRACTION) ? FRACTION : MONEY;
        figures.merge(new Figure(effect.economy(), effect.measure(), unit), effect.value(), Double::sum);
    }

    private void add(Outcome.TradeChange flow) {
        change(flow.exporter(), "exports_", flow);
        change(flow.importer(), "imports_", flow);
    }

    private void change(String economy, String side, Outcome.TradeChange flow) {
        figures.merge(new Figure(economy, side + "change", MONEY), flow.after() - flow.before(), Double::sum);
        before.merge(new Figure(economy, side, MONEY), flow.before(), Double::sum);
    }

    private void addGrowth() {
        before.forEach((side, traded) -> figures.put(
                new Figure(side.economy(), side.measure() + "growth", FRACTION),
                figures.get(new Figure(side.economy(), side.measure() + "change", MONEY)) / traded));
    }
}
