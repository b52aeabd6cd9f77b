package tradelake.gravity;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tradelake.lake.BadInput;

/**
 * The sample of a three-way fit, pair by pair: what {@link BiasCorrection} sums over. Vectors have one element a period, 0
 * where the pair has no row.
 */
final class ThreeWayCells {
    private final Factor exporters;
    private final Factor importers;
    private final Factor periods;
    private final Factor pairs;
    private final PpmlFit fit;
    private final int[] order;
    private final int[] starts;

    private ThreeWayCells(PpmlFit fit, Frame frame, Grouping pair, String period) {
        int[] rows = fit.sample().rows();
        this.fit = fit;
        this.exporters = frame.factor(pair.columns().get(0)).take(rows);
        this.importers = frame.factor(pair.columns().get(1)).take(rows);
        this.periods = frame.factor(period).take(rows);
        this.pairs = exporters.cross(importers);
        this.order = Rows.sortedBy(pairs);
        this.starts = new int[pairs.size() + 1];
        for (int code : pairs.codes()) starts[code + 1]++;
        for (int p = 0; p < pairs.size(); p++) starts[p + 1] += starts[p];
    }

    /** The effect of pairs is the one by which errors are clustered, else the last. */
    static ThreeWayCells of(PpmlFit fit, Frame frame) {
        List<Grouping> effects = fit.model().formula().effects();
        Set<String> columns = new LinkedHashSet<>();
        effects.forEach(effect -> columns.addAll(effect.names()));
        boolean threeWay = effects.size() == 3
                && columns.size() == 3
                && effects.stream().allMatch(effect -> effect.columns().size() == 2 && !effect.symmetric())
                && effects.stream()
                                .map(Grouping::names)
                                .map(Set::copyOf)
                                .distinct()
                                .count()
                        == 3;
        if (!threeWay)
            throw new BadInput("The bias correction is for three effects such as exporter^year + importer^year +"
                    + " exporter^importer, not for %s: change the formula or leave it out.".formatted(effects));
        Grouping pair = effects.stream()
                .filter(effect -> fit.model().clusters().equals(List.of(effect)))
                .findAny()
                .orElse(effects.get(2));
        columns.removeAll(pair.columns());
        return new ThreeWayCells(fit, frame, pair, columns.iterator().next());
    }

    int pairs() {
        return pairs.size();
    }

    int exporters() {
        return exporters.size();
    }

    int importers() {
        return importers.size();
    }

    int periods() {
        return periods.size();
    }

    /**
     * One pair.
     *
     * @param mean lambda, the weight of the row in it
     * @param wrong y - lambda
     * @param x the regressors less their projection, one vector each
     */
    record Cell(int exporter, int importer, double[] mean, double[] wrong, double[][] x) {
        /** H = diag(lambda) - lambda lambda' / sum lambda. */
        double[][] h() {
            double total = Arrays.stream(mean).sum();
            double[][] h = new double[mean.length][mean.length];
            for (int s = 0; s < mean.length; s++)
                for (int t = 0; t < mean.length; t++) h[s][t] = (s == t ? mean[s] : 0) - mean[s] * mean[t] / total;
            return h;
        }
    }

    Cell cell(int pair) {
        double[] mean = new double[periods()];
        double[] wrong = new double[periods()];
        double[][] rest = fit.scores().xRest();
        double[][] x = new double[rest.length][periods()];
        Design design = fit.sample().design();
        for (int at = starts[pair]; at < starts[pair + 1]; at++) {
            int row = order[at];
            int t = periods.codes()[row];
            mean[t] = design.weights()[row] * fit.scores().mu()[row];
            wrong[t] = design.weights()[row] * design.y()[row] - mean[t];
            for (int k = 0; k < x.length; k++) x[k][t] = rest[k][row];
        }
        int first = order[starts[pair]];
        return new Cell(exporters.codes()[first], importers.codes()[first], mean, wrong, x);
    }
}
