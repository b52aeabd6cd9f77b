package tradelake.gravity;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Rows that are separated (Correia, Guimaraes and Zylkin 2019): a row with y = 0 is, if there is a combination z of
 * regressors and effects with z = 0 wherever y &gt; 0, z &lt;= 0 everywhere and z &lt; 0 in that row.
 *
 * <p>The combinations that are 0 wherever y &gt; 0 form a space S. A regressor that the rows with y &gt; 0 do not tell from
 * the others gives one of its elements; random effects, less their projection on those rows, give the rest, until a new one
 * adds nothing: then S is all there, almost surely. Mostly S is {0} and nothing is separated. Otherwise {@link Cone} finds
 * the element of S that is nearest to -1 and nowhere positive, to which the iterative rectifier converges, in finitely many
 * steps and with a certificate either way.
 */
final class Separation {
    /** Below this, relative to the largest in its column, a number is taken for 0. */
    static final double ZERO = 1e-7;

    private static final int MOST_DIMENSIONS = 200;
    private static final long MOST_NUMBERS = 1L << 26;
    private static final Separation NONE = new Separation(new int[0], false, true);

    private final int[] rows;
    private final boolean needsRank;
    private final boolean settled;

    private Separation(int[] rows, boolean needsRank, boolean settled) {
        this.rows = rows;
        this.needsRank = needsRank;
        this.settled = settled;
    }

    /** Numbers of the separated rows. */
    int[] rows() {
        return rows;
    }

    /** Whether some regressor may be collinear in the whole sample. */
    boolean needsRank() {
        return needsRank;
    }

    /** Whether rows not named are known not to be separated. */
    boolean isSettled() {
        return settled;
    }

    static Separation in(Design design, Lanes lanes) {
        int[] zeros = Rows.where(design.rows(), row -> design.y()[row] == 0);
        if (zeros.length == 0) return new Separation(new int[0], true, true);
        double[] positive = Sample.ones(design.rows());
        for (int row : zeros) positive[row] = 0;
        Effects effects = new Effects(Panel.of(design), lanes);
        effects.weigh(positive);
        long room = Math.min(MOST_DIMENSIONS, Math.max(1, MOST_NUMBERS / zeros.length));
        Space space = new Space(zeros, (int) room);
        boolean dependent = addRegressors(design, effects, positive, lanes, space);
        addEffects(design, effects, space);
        if (space.isEmpty()) return dependent ? new Separation(new int[0], true, true) : NONE;
        int[] found = new Cone(space.basis(), zeros.length).separated();
        return new Separation(Rows.take(zeros, found), dependent, !space.isFull());
    }

    private static boolean addRegressors(Design design, Effects effects, double[] positive, Lanes lanes, Space space) {
        double[][] rest = Independence.rest(design, effects);
        double[][] products = Gram.of(rest, positive, lanes);
        Gram gram = Gram.factor(products, Independence.least(design, positive));
        boolean any = false;
        for (int j = 0; j < rest.length; j++) {
            if (!gram.isDependent(j)) continue;
            any = true;
            double[] made = gram.solve(products[j]);
            double[] z = rest[j].clone();
            for (int k = 0; k < rest.length; k++)
                if (made[k] != 0) for (int row = 0; row < z.length; row++) z[row] -= made[k] * rest[k][row];
            space.add(z, largest(design.regressors().get(j).values()));
        }
        return any;
    }

    private static void addEffects(Design design, Effects effects, Space space) {
        SplittableRandom chance = new SplittableRandom(1);
        boolean more = !design.effects().isEmpty();
        while (more && !space.isFull()) {
            double[] z = new double[design.rows()];
            for (Group effect : design.effects()) {
                double[] random = chance.doubles(effect.size(), -1, 1).toArray();
                int[] codes = effect.factor().codes();
                for (int row = 0; row < z.length; row++) z[row] += random[codes[row]];
            }
            effects.absorb(z, z, new double[effects.levels()], Independence.ACCURACY, 1e-12);
            more = space.add(z, 1);
        }
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
