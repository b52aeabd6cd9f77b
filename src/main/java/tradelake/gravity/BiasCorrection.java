package tradelake.gravity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import tradelake.gravity.ThreeWayCells.Cell;

/**
 * The correction of Weidner and Zylkin (2021) for the incidental-parameter bias of three-way gravity. For a pair p = (i,j)
 * with means L, S = y - L, H = diag(L) - LL'/sum(L), and x~ the regressor without its effects (vectors over periods):
 * <pre>
 * b_k  = - sum_i tr[(sum_j H)^+ sum_j H x~_k S'] - 1/2 sum_i tr[(sum_j H)^+ sum_j (D H + H D) (sum_j H)^+ sum_j SS'],
 *        D = diag(x~_k); d_k likewise with i and j exchanged
 * bias = V0 [Ni/(Ni-1) b + Nj/(Nj-1) d],  corrected = estimate - bias
 * V    = P/(P-1) V0 (sum_p x~' (I - Q)^-1 SS' x~) V0,  Q = H (x~ V0 x~' + d V_FE d'),  V_FE = (sum_p d'Hd)^+
 * </pre>
 * with P pairs and d the indicators of exporter-period and importer-period. Any generalised inverse will do for {@code ^+}.
 * The time grows with the cube of (Ni + Nj) periods.
 */
public final class BiasCorrection {
    private final ThreeWayCells cells;
    private final double[][] bread;
    private final double[] bias;
    private final double[][] covariance;
    private final PpmlFit fit;

    /**
     * One coefficient.
     *
     * @param estimate corrected: what was estimated less the bias
     */
    public record Corrected(String term, double bias, Estimate estimate) {}

    private BiasCorrection(PpmlFit fit, ThreeWayCells cells) {
        this.fit = fit;
        this.cells = cells;
        this.bread = fit.scores().bread();
        double[] exporters = side(Cell::exporter, cells.exporters());
        double[] importers = side(Cell::importer, cells.importers());
        double[] sum = new double[bread.length];
        for (int k = 0; k < sum.length; k++)
            sum[k] = enlarged(cells.exporters()) * exporters[k] + enlarged(cells.importers()) * importers[k];
        this.bias = Gram.times(bread, sum);
        this.covariance = adjusted();
    }

    /** Of a fit and the data that it was made from. */
    public static BiasCorrection of(PpmlFit fit, Frame frame) {
        return new BiasCorrection(fit, ThreeWayCells.of(fit, frame));
    }

    public List<Corrected> terms() {
        return IntStream.range(0, bias.length)
                .mapToObj(k -> {
                    Estimate raw = fit.estimates().get(k);
                    double error = Math.sqrt(covariance[k][k]);
                    return new Corrected(
                            raw.term(), bias[k], new Estimate(raw.term(), raw.estimate() - bias[k], error));
                })
                .toList();
    }

    private static double enlarged(double n) {
        return n / (n - 1);
    }

    /** b or d. */
    private double[] side(ToIntFunction<Cell> by, int size) {
        List<Sums> sums = new ArrayList<>();
        for (int i = 0; i < size; i++) sums.add(new Sums(cells.periods(), bread.length));
        for (int pair = 0; pair < cells.pairs(); pair++) {
            Cell cell = cells.cell(pair);
            sums.get(by.applyAsInt(cell)).add(cell);
        }
        double[] side = new double[bread.length];
        for (Sums sum : sums) sum.addTraces(side);
        return side;
    }

    /** The sums over the partners of one country. */
    private static final class Sums {
        private final double[][] h;
        private final double[][] wrong;
        private final double[][][] scores;
        private final double[][][] turned;

        Sums(int periods, int regressors) {
            h = new double[periods][periods];
            wrong = new double[periods][periods];
            scores = new double[regressors][periods][periods];
            turned = new double[regressors][periods][periods];
        }

        void add(Cell cell) {
            double[][] own = cell.h();
            for (int s = 0; s < h.length; s++)
                for (int t = 0; t < h.length; t++) {
                    h[s][t] += own[s][t];
                    wrong[s][t] += cell.wrong()[s] * cell.wrong()[t];
                }
            for (int k = 0; k < scores.length; k++) {
                double[] x = cell.x()[k];
                double[] hx = Gram.times(own, x);
                for (int s = 0; s < h.length; s++)
                    for (int t = 0; t < h.length; t++) {
                        scores[k][s][t] += hx[s] * cell.wrong()[t];
                        turned[k][s][t] += (x[s] + x[t]) * own[s][t];
                    }
            }
        }

        void addTraces(double[] side) {
            double[][] inverse = generalisedInverse(h);
            double[][] spread = Gram.sandwich(inverse, wrong);
            for (int k = 0; k < side.length; k++)
                side[k] -= Gram.trace(inverse, scores[k]) + Gram.trace(spread, turned[k]) / 2;
        }
    }

    private static double[][] generalisedInverse(double[][] matrix) {
        double[] least = new double[matrix.length];
        for (int i = 0; i < least.length; i++) least[i] = 1e-10 * matrix[i][i];
        return Gram.factor(matrix, least).inverse();
    }

    private double[][] adjusted() {
        double[][] ofEffects = generalisedInverse(information());
        double[][] meat = new double[bread.length][bread.length];
        for (int pair = 0; pair < cells.pairs(); pair++) {
            Cell cell = cells.cell(pair);
            double[] freed = Gram.solve(identityLess(leverage(cell, ofEffects)), cell.wrong());
            for (int k = 0; k < meat.length; k++)
                for (int l = 0; l < meat.length; l++)
                    meat[k][l] += Gram.dot(cell.x()[k], freed) * Gram.dot(cell.x()[l], cell.wrong());
        }
        double[][] covariance = Gram.sandwich(bread, meat);
        for (double[] row : covariance) for (int l = 0; l < row.length; l++) row[l] *= enlarged(cells.pairs());
        return covariance;
    }

    /** Sum of d'Hd over pairs: exporter-periods first. */
    private double[][] information() {
        int t = cells.periods();
        double[][] sum = new double[(cells.exporters() + cells.importers()) * t][];
        for (int i = 0; i < sum.length; i++) sum[i] = new double[sum.length];
        for (int pair = 0; pair < cells.pairs(); pair++) {
            Cell cell = cells.cell(pair);
            double[][] h = cell.h();
            for (int from : places(cell))
                for (int to : places(cell))
                    for (int a = 0; a < t; a++) for (int b = 0; b < t; b++) sum[from + a][to + b] += h[a][b];
        }
        return sum;
    }

    private int[] places(Cell cell) {
        int t = cells.periods();
        return new int[] {cell.exporter() * t, (cells.exporters() + cell.importer()) * t};
    }

    private double[][] leverage(Cell cell, double[][] ofEffects) {
        int t = cells.periods();
        double[][] inner = new double[t][t];
        for (int from : places(cell))
            for (int to : places(cell))
                for (int a = 0; a < t; a++) for (int b = 0; b < t; b++) inner[a][b] += ofEffects[from + a][to + b];
        for (int k = 0; k < bread.length; k++)
            for (int l = 0; l < bread.length; l++)
                for (int a = 0; a < t; a++)
                    for (int b = 0; b < t; b++) inner[a][b] += cell.x()[k][a] * bread[k][l] * cell.x()[l][b];
        return Gram.multiply(cell.h(), inner);
    }

    private static double[][] identityLess(double[][] matrix) {
        double[][] less = new double[matrix.length][matrix.length];
        for (int i = 0; i < less.length; i++)
            for (int j = 0; j < less.length; j++) less[i][j] = (i == j ? 1 : 0) - matrix[i][j];
        return less;
    }
}
