package tradelake.harmonise.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Normal equations of two kinds of effects, never of full rank, against the pseudo-inverse. */
class SmallestSolutionTest {
    private static final int SIDE = 20;

    /** From flows of a few pairs, which fall apart into groups and leave levels unseen, to nearly all; weights over ten decades. */
    @ParameterizedTest
    @ValueSource(ints = {3, 15, 30, 60, 300})
    void isThatOfThePseudoInverse(int flows) {
        Random random = new Random(flows);
        double[][] a = new double[2 * SIDE][2 * SIDE];
        double[] b = new double[2 * SIDE];
        for (int i = 0; i < flows; i++) {
            int[] places = {random.nextInt(SIDE), SIDE + random.nextInt(SIDE)};
            double weight = Math.exp(4 * random.nextGaussian());
            double gap = random.nextDouble();
            for (int row : places) {
                b[row] += weight * gap;
                for (int column : places) a[row][column] += weight;
            }
        }
        RealMatrix known = new SingularValueDecomposition(new Array2DRowRealMatrix(a))
                .getSolver()
                .getInverse();
        double[] smallest = known.operate(b);
        double[] ours = SmallestSolution.of(a, b);
        for (int i = 0; i < ours.length; i++)
            assertThat(ours[i]).as("level %d", i).isCloseTo(smallest[i], within(1e-6));
        assertThat(SmallestSolution.of(new double[2][2], new double[2])).containsExactly(0, 0);
    }
}
