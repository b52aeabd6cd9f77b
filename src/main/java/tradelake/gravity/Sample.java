package tradelake.gravity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import tradelake.lake.BadInput;

/**
 * The rows that a model is estimated from, sorted by the widest effect, and the fate of all others.
 *
 * @param fates one a row of the data
 * @param rows of the data, in the order of the design
 * @param design with regressors that are independent given the effects
 * @param collinear regressors that were left out
 * @param settled whether every separated row is known to be found
 */
record Sample(Fate[] fates, int[] rows, Design design, List<String> collinear, boolean settled) {
    static Sample of(Design full, Lanes lanes) {
        for (int row = 0; row < full.rows(); row++) full.refuseNegative(row);
        Fate[] fates = complete(full);
        while (true) {
            prune(full, fates, true);
            int[] rows = order(full, fates);
            Design design = full.take(rows);
            Separation found = Separation.in(design, lanes);
            if (found.rows().length == 0) {
                Independence regressors = found.needsRank()
                        ? Independence.of(design, ones(design.rows()), lanes)
                        : Independence.all(design.regressors());
                return new Sample(
                        fates, rows, design.with(regressors.kept()), regressors.dependent(), found.isSettled());
            }
            for (int row : found.rows()) fates[rows[row]] = Fate.separated;
        }
    }

    /** For models that know no separation. */
    static Fate[] withoutSingletons(Design full) {
        Fate[] fates = complete(full);
        prune(full, fates, false);
        return fates;
    }

    private static Fate[] complete(Design full) {
        Fate[] fates = new Fate[full.rows()];
        Arrays.setAll(fates, row -> full.isComplete(row) ? Fate.kept : Fate.missing);
        return fates;
    }

    /** Takes out groups of one row, and groups of zeros where these are separated, until there are none. */
    private static void prune(Design full, Fate[] fates, boolean zeros) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Group effect : full.effects()) {
                int[] codes = effect.factor().codes();
                int[] positive = count(effect, fates, row -> !zeros || full.y()[row] > 0);
                changed |= mark(fates, Fate.separated, row -> positive[codes[row]] == 0);
                int[] all = count(effect, fates, row -> true);
                changed |= mark(fates, Fate.singleton, row -> all[codes[row]] == 1);
            }
        }
    }

    private static int[] count(Group effect, Fate[] fates, IntPredicate counted) {
        int[] counts = new int[effect.size()];
        int[] codes = effect.factor().codes();
        for (int row = 0; row < fates.length; row++)
            if (fates[row] == Fate.kept && counted.test(row)) counts[codes[row]]++;
        return counts;
    }

    private static boolean mark(Fate[] fates, Fate fate, IntPredicate which) {
        boolean any = false;
        for (int row = 0; row < fates.length; row++)
            if (fates[row] == Fate.kept && which.test(row)) {
                fates[row] = fate;
                any = true;
            }
        return any;
    }

    /** The kept rows, sorted by the effect that has most levels among them. */
    private static int[] order(Design full, Fate[] fates) {
        int[] kept = Rows.where(fates.length, row -> fates[row] == Fate.kept);
        if (kept.length == 0 || !anyPositive(full, kept))
            throw new BadInput(
                    "No row is left to estimate from: of %,d rows, %,d lack a value and the others are zeros or"
                                    .formatted(
                                            fates.length,
                                            Arrays.stream(fates)
                                                    .filter(Fate.missing::equals)
                                                    .count())
                            + " alone in a level of an effect, so name fewer effects or give more data.");
        Optional<Factor> widest = full.effects().stream()
                .map(effect -> effect.factor().take(kept))
                .max(Comparator.comparingInt(Factor::size));
        return widest.map(factor -> Rows.take(kept, Rows.sortedBy(factor))).orElse(kept);
    }

    private static boolean anyPositive(Design full, int[] kept) {
        return Arrays.stream(kept).anyMatch(row -> full.y()[row] > 0);
    }

    static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    long count(Fate fate) {
        return Arrays.stream(fates).filter(fate::equals).count();
    }
}
