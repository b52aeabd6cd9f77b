package tradelake.gravity;

import java.util.Arrays;

/**
 * The totals of the response by level of each effect. At the maximum of the likelihood the fitted totals equal them (Fally
 * 2015); scaling the means level by level so that they do, one effect after the other, never lowers the likelihood and
 * brings levels that are far off near in one go, where a step of least squares comes down by a factor e at most.
 */
final class Totals {
    private final Panel panel;
    private final Lanes lanes;
    private final double[] ofGroups;
    private final double[] ofLevels;
    private final double[][] sums;

    Totals(Panel panel, Design design, Lanes lanes) {
        this.panel = panel;
        this.lanes = lanes;
        this.ofGroups = new double[panel.groups()];
        this.ofLevels = new double[panel.levels()];
        this.sums = new double[panel.pieces()][panel.levels()];
        double[] weighted = new double[design.rows()];
        for (int row = 0; row < weighted.length; row++) weighted[row] = design.weights()[row] * design.y()[row];
        for (int g = 0; g < ofGroups.length; g++)
            for (int row = panel.start(g); row < panel.start(g + 1); row++) ofGroups[g] += weighted[row];
        for (int effect = 0; effect < panel.effects(); effect++) add(effect, weighted);
        collect(ofLevels);
    }

    /** Scales the weighted means, and moves eta with them. */
    void fit(double[] eta, double[] means) {
        double[] factors = new double[panel.levels()];
        double[] logs = new double[panel.levels()];
        for (int effect = 0; effect < panel.effects(); effect++) {
            for (double[] sum : sums) Arrays.fill(sum, 0);
            add(effect, means);
            collect(factors);
            for (int i = 0; i < factors.length; i++) {
                factors[i] = factors[i] > 0 ? ofLevels[i] / factors[i] : 1;
                logs[i] = Math.log(factors[i]);
            }
            int which = effect;
            lanes.each(panel.pieces(), piece -> panel.scale(piece, which, factors, logs, eta, means));
        }
        lanes.each(panel.pieces(), piece -> panel.scaleGroups(piece, ofGroups, eta, means));
    }

    private void add(int effect, double[] values) {
        lanes.each(panel.pieces(), piece -> panel.total(piece, effect, values, sums[piece]));
    }

    private void collect(double[] total) {
        Arrays.fill(total, 0);
        for (double[] sum : sums) for (int i = 0; i < total.length; i++) total[i] += sum[i];
    }
}
