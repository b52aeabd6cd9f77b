package tradelake.indicators.measures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Economic complexity of economies and products, from who exports what with an advantage: M(e,k) = 1 where RCA(e,k) &gt;= 1.
 *
 * <pre>diversity(e) = sum over k of M(e,k)        ubiquity(k) = sum over e of M(e,k)
 * ECI: second eigenvector c of D^-1 M U^-1 M', as z-score over economies (population standard deviation);
 *      its sign makes it rise with diversity
 * PCI: p = U^-1 M' c / lambda, so that c(e) is the mean of p over what e exports, less the mean and divided by the
 *      standard deviation of c</pre>
 *
 * PCI in the units of ECI keeps "ECI is the mean PCI of the exports" true, as the Atlas and py-ecomplexity do;
 * {@link #pciStandardised} is the other habit, the z-score over products. NaN for an economy without any advantage, and for
 * a product that nobody exports with one; both indices are NaN where fewer than three economies are left, or where all
 * export the same. Sources: Hidalgo and Hausmann (2009); Hausmann et al. (2014).
 *
 * @param diversity by economy
 * @param ubiquity by product
 */
public record Complexity(boolean[][] advantage, int[] diversity, int[] ubiquity, double[] eci, double[] pci) {

    /**
     * Both indices.
     *
     * @param advantage M, by economy and product
     */
    public static Complexity of(boolean[][] advantage) {
        int[] diversity = Arrays.stream(advantage).mapToInt(Complexity::count).toArray();
        int[] ubiquity = new int[advantage.length == 0 ? 0 : advantage[0].length];
        for (boolean[] row : advantage) for (int k = 0; k < row.length; k++) if (row[k]) ubiquity[k]++;
        int[] active = IntStream.range(0, diversity.length)
                .filter(e -> diversity[e] > 0)
                .toArray();
        double[] eci = filled(diversity.length), pci = filled(ubiquity.length);
        if (active.length > 2) fill(advantage, active, diversity, ubiquity, eci, pci);
        return new Complexity(advantage, diversity, ubiquity, eci, pci);
    }

    /** PCI less its mean, divided by its population standard deviation. */
    public double[] pciStandardised() {
        Moments moments = Moments.of(Arrays.stream(pci).filter(Double::isFinite).toArray());
        return Arrays.stream(pci).map(moments::standardise).toArray();
    }

    /** How near products are to what economies export already. */
    public ProductSpace space() {
        return ProductSpace.of(advantage, ubiquity);
    }

    private static void fill(
            boolean[][] advantage, int[] active, int[] diversity, int[] ubiquity, double[] eci, double[] pci) {
        EigenDecomposition eigen = new EigenDecomposition(similarity(advantage, active, diversity, ubiquity));
        int second = IntStream.range(0, active.length)
                .boxed()
                .sorted(Comparator.comparing(i -> -eigen.getRealEigenvalue(i)))
                .mapToInt(i -> i)
                .toArray()[1];
        double lambda = eigen.getRealEigenvalue(second);
        if (lambda < 1e-12) return;
        double[] ofEconomies = eigen.getEigenvector(second).toArray();
        for (int i = 0; i < active.length; i++) ofEconomies[i] /= Math.sqrt(diversity[active[i]]);
        Moments moments = Moments.of(ofEconomies).facing(correlation(ofEconomies, active, diversity));
        for (int i = 0; i < active.length; i++) eci[active[i]] = moments.standardise(ofEconomies[i]);
        for (int k = 0; k < pci.length; k++)
            if (ubiquity[k] > 0) {
                double sum = 0;
                for (int i = 0; i < active.length; i++) if (advantage[active[i]][k]) sum += ofEconomies[i];
                pci[k] = moments.standardise(sum / (ubiquity[k] * lambda));
            }
    }

    /** D^-1/2 M U^-1 M' D^-1/2: symmetric, with the eigenvalues of D^-1 M U^-1 M'. */
    private static Array2DRowRealMatrix similarity(
            boolean[][] advantage, int[] active, int[] diversity, int[] ubiquity) {
        double[][] similarity = new double[active.length][active.length];
        for (int i = 0; i < active.length; i++)
            for (int j = i; j < active.length; j++) {
                boolean[] a = advantage[active[i]], b = advantage[active[j]];
                double sum = 0;
                for (int k = 0; k < a.length; k++) if (a[k] && b[k]) sum += 1.0 / ubiquity[k];
                double scale = Math.sqrt((double) diversity[active[i]] * diversity[active[j]]);
                similarity[i][j] = similarity[j][i] = sum / scale;
            }
        return new Array2DRowRealMatrix(similarity, false);
    }

    private static double correlation(double[] ofEconomies, int[] active, int[] diversity) {
        double mean = Arrays.stream(active).map(e -> diversity[e]).average().orElseThrow();
        return IntStream.range(0, active.length)
                .mapToDouble(i -> ofEconomies[i] * (diversity[active[i]] - mean))
                .sum();
    }

    private static int count(boolean[] row) {
        int count = 0;
        for (boolean exported : row) if (exported) count++;
        return count;
    }

    private static double[] filled(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** Mean and scale of an index; the scale is negative where the index is to be turned round. */
    private record Moments(double mean, double scale) {
        static Moments of(double[] values) {
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double variance = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(Double.NaN);
            return new Moments(mean, Math.sqrt(variance));
        }

        Moments facing(double direction) {
            return direction < 0 ? new Moments(mean, -scale) : this;
        }

        double standardise(double value) {
            return (value - mean) / scale;
        }
    }
}
