package tradelake.gravity;

import java.util.List;

/**
 * The fixed effects of rows that stand sorted by the widest of them: where each of its groups begins, and the codes of the
 * other effects, numbered one after the other. The loops over rows are here; each works on one piece, a run of whole groups.
 */
final class Panel {
    private static final int ROWS_A_PIECE = 16_384;
    private static final int MAX_PIECES = 32;

    private final int rows;
    private final int[] starts;
    private final int[][] codes;
    private final int levels;
    private final int[] bounds;
    private final int longest;

    /**
     * The panel of a design.
     *
     * @param rows how many
     * @param widest by which the rows are sorted; with {@code others} empty if there are no effects at all
     */
    Panel(int rows, List<Factor> widest, List<Factor> others) {
        this.rows = rows;
        this.starts = widest.isEmpty() ? new int[] {0} : starts(widest.get(0));
        this.codes = new int[others.size()][];
        int offset = 0;
        for (int k = 0; k < codes.length; k++) {
            codes[k] = shifted(others.get(k).codes(), offset);
            offset += others.get(k).size();
        }
        this.levels = offset;
        this.bounds = bounds();
        this.longest = longest();
    }

    static Panel of(Design design) {
        if (design.effects().isEmpty()) return new Panel(design.rows(), List.of(), List.of());
        Group widest = design.widest().orElseThrow();
        return new Panel(
                design.rows(),
                List.of(widest.factor()),
                design.effects().stream()
                        .filter(group -> !group.equals(widest))
                        .map(Group::factor)
                        .toList());
    }

    private static int[] starts(Factor sorted) {
        int[] starts = new int[sorted.size() + 1];
        for (int code : sorted.codes()) starts[code + 1]++;
        for (int g = 0; g < sorted.size(); g++) starts[g + 1] += starts[g];
        return starts;
    }

    private static int[] shifted(int[] codes, int by) {
        if (by == 0) return codes;
        int[] shifted = new int[codes.length];
        for (int row = 0; row < codes.length; row++) shifted[row] = codes[row] + by;
        return shifted;
    }

    /** Few enough that the sums of all pieces together are not larger than a column. */
    private int[] bounds() {
        int most = (int) Math.min(MAX_PIECES, (long) rows / Math.max(1, levels));
        int wanted = Math.max(1, Math.min(most, rows / ROWS_A_PIECE));
        int[] bounds = new int[wanted + 1];
        for (int piece = 1, g = 0; piece <= wanted; piece++) {
            long end = (long) rows * piece / wanted;
            while (g < groups() && starts[g] < end) g++;
            bounds[piece] = g;
        }
        return bounds;
    }

    private int longest() {
        int longest = 0;
        for (int g = 0; g < groups(); g++) longest = Math.max(longest, starts[g + 1] - starts[g]);
        return longest;
    }

    boolean isEmpty() {
        return groups() == 0;
    }

    int groups() {
        return starts.length - 1;
    }

    int levels() {
        return levels;
    }

    int pieces() {
        return bounds.length - 1;
    }

    /** Sums the weights of each group, and of each level that part which its own groups do not take up. */
    void diagonal(int piece, double[] w, double[] groupWeight, double[] sums) {
        for (int g = bounds[piece]; g < bounds[piece + 1]; g++) {
            double total = 0;
            for (int row = starts[g]; row < starts[g + 1]; row++) total += w[row];
            groupWeight[g] = total;
            if (total > 0)
                for (int row = starts[g]; row < starts[g + 1]; row++) {
                    double own = w[row] - w[row] * w[row] / total;
                    for (int[] code : codes) sums[code[row]] += own;
                }
        }
    }

    /** Adds D'W(Dp - its mean in the group). */
    void normal(int piece, double[] w, double[] groupWeight, double[] p, double[] sums) {
        if (codes.length == 2) normalOfTwo(piece, w, groupWeight, p, sums);
        else normalOfAny(piece, w, groupWeight, p, sums);
    }

    private void normalOfTwo(int piece, double[] w, double[] groupWeight, double[] p, double[] sums) {
        int[] first = codes[0];
        int[] second = codes[1];
        double[] fitted = new double[longest];
        for (int g = bounds[piece]; g < bounds[piece + 1]; g++) {
            int from = starts[g];
            int to = starts[g + 1];
            double total = 0;
            for (int row = from; row < to; row++) {
                double value = p[first[row]] + p[second[row]];
                fitted[row - from] = value;
                total += w[row] * value;
            }
            double mean = mean(total, groupWeight[g]);
            for (int row = from; row < to; row++) {
                double value = w[row] * (fitted[row - from] - mean);
                sums[first[row]] += value;
                sums[second[row]] += value;
            }
        }
    }

    private void normalOfAny(int piece, double[] w, double[] groupWeight, double[] p, double[] sums) {
        double[] fitted = new double[longest];
        for (int g = bounds[piece]; g < bounds[piece + 1]; g++) {
            int from = starts[g];
            int to = starts[g + 1];
            double total = 0;
            for (int row = from; row < to; row++) {
                double value = fitted(p, row);
                fitted[row - from] = value;
                total += w[row] * value;
            }
            double mean = mean(total, groupWeight[g]);
            for (int row = from; row < to; row++) {
                double value = w[row] * (fitted[row - from] - mean);
                for (int[] code : codes) sums[code[row]] += value;
            }
        }
    }

    /** Adds D'W(u - its mean), u = v - Da; returns sum w (u - mean)^2. */
    double gradient(int piece, double[] w, double[] groupWeight, double[] v, double[] a, double[] sums) {
        double norm = 0;
        for (int g = bounds[piece]; g < bounds[piece + 1]; g++) {
            double mean = meanOfRest(g, w, groupWeight, v, a);
            for (int row = starts[g]; row < starts[g + 1]; row++) {
                double rest = v[row] - fitted(a, row) - mean;
                double value = w[row] * rest;
                norm += value * rest;
                for (int[] code : codes) sums[code[row]] += value;
            }
        }
        return norm;
    }

    /** Writes u - its mean, u = v - Da; returns sum w (u - mean)^2. */
    double subtract(int piece, double[] w, double[] groupWeight, double[] v, double[] a, double[] result) {
        double norm = 0;
        for (int g = bounds[piece]; g < bounds[piece + 1]; g++) {
            double mean = meanOfRest(g, w, groupWeight, v, a);
            for (int row = starts[g]; row < starts[g + 1]; row++) {
                double rest = v[row] - fitted(a, row) - mean;
                norm += w[row] * rest * rest;
                result[row] = rest;
            }
        }
        return norm;
    }

    /** Adds the weighted means to the levels of one effect after the widest. */
    void total(int piece, int effect, double[] values, double[] sums) {
        int[] code = codes[effect];
        for (int row = starts[bounds[piece]]; row < starts[bounds[piece + 1]]; row++) sums[code[row]] += values[row];
    }

    /** Adds the logarithms of the factors of its levels to eta and multiplies the weighted means by the factors. */
    void scale(int piece, int effect, double[] factors, double[] logs, double[] eta, double[] means) {
        int[] code = codes[effect];
        for (int row = starts[bounds[piece]]; row < starts[bounds[piece + 1]]; row++) {
            means[row] *= factors[code[row]];
            eta[row] += logs[code[row]];
        }
    }

    /** Scales the weighted means in each group so that they add up to its total. */
    void scaleGroups(int piece, double[] groupTotal, double[] eta, double[] means) {
        for (int g = bounds[piece]; g < bounds[piece + 1]; g++) {
            double sum = 0;
            for (int row = starts[g]; row < starts[g + 1]; row++) sum += means[row];
            if (!(sum > 0)) continue;
            double factor = groupTotal[g] / sum;
            double log = Math.log(factor);
            for (int row = starts[g]; row < starts[g + 1]; row++) {
                means[row] *= factor;
                eta[row] += log;
            }
        }
    }

    /** What the widest effect adds in each group, if v = Da + its value + the rest. */
    double[] groupValues(double[] a, double[] v, double[] rest) {
        double[] values = new double[groups()];
        for (int g = 0; g < values.length; g++) values[g] = v[starts[g]] - fitted(a, starts[g]) - rest[starts[g]];
        return values;
    }

    int effects() {
        return codes.length;
    }

    int start(int group) {
        return starts[group];
    }

    private double meanOfRest(int g, double[] w, double[] groupWeight, double[] v, double[] a) {
        double total = 0;
        for (int row = starts[g]; row < starts[g + 1]; row++) total += w[row] * (v[row] - fitted(a, row));
        return mean(total, groupWeight[g]);
    }

    /** Da in one row, the widest effect left out. */
    private double fitted(double[] a, int row) {
        double value = 0;
        for (int[] code : codes) value += a[code[row]];
        return value;
    }

    private static double mean(double total, double weight) {
        return weight > 0 ? total / weight : 0;
    }
}
