package tradelake.tariffs.models;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small made-up worlds: large sales at home, tariffs up to a half. */
final class Worlds {
    private Worlds() {}

    static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(i -> "C" + i).toList();
    }

    static double[][] flows(Random random, int n) {
        double[][] flows = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                flows[i][j] = (i == j ? 50 + 500 * random.nextDouble() : 1 + 20 * random.nextDouble());
        return flows;
    }

    static double[][] tariffs(Random random, int n) {
        double[][] tariffs = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) if (i != j) tariffs[i][j] = 0.5 * random.nextDouble();
        return tariffs;
    }

    static OneSector oneSector(long seed, int n, OneSector.Closure closure) {
        Random random = new Random(seed);
        return new OneSector(
                names(n),
                flows(random, n),
                tariffs(random, n),
                tariffs(random, n),
                OneSector.unchanged(n),
                2 + 6 * random.nextDouble(),
                closure);
    }

    static OneSector withTariffs(OneSector w, double[][] before, double[][] after) {
        return new OneSector(w.countries(), w.flows(), before, after, w.tradeCosts(), w.theta(), w.closure());
    }

    static Gsim gsim(long seed, int n) {
        Random random = new Random(seed);
        return new Gsim(
                names(n),
                flows(random, n),
                plusOne(tariffs(random, n)),
                plusOne(tariffs(random, n)),
                Gsim.Elasticities.STANDARD);
    }

    static double[][] plusOne(double[][] tariffs) {
        double[][] factors = new double[tariffs.length][tariffs.length];
        for (int i = 0; i < tariffs.length; i++)
            for (int j = 0; j < tariffs.length; j++) factors[i][j] = 1 + tariffs[i][j];
        return factors;
    }

    static MultiSector multiSector(long seed, int n, int sectors, boolean links, MultiSector.Closure closure) {
        Random random = new Random(seed);
        double[][][] flows = new double[sectors][][];
        double[][][] before = new double[sectors][][];
        double[][][] after = new double[sectors][][];
        double[] theta = new double[sectors];
        for (int k = 0; k < sectors; k++) {
            flows[k] = flows(random, n);
            before[k] = tariffs(random, n);
            after[k] = tariffs(random, n);
            theta[k] = 2 + 6 * random.nextDouble();
        }
        double[][] valueAdded = MultiSector.withoutLinks(n, sectors);
        double[][][] inputs = new double[n][sectors][sectors];
        for (int c = 0; c < n && links; c++)
            for (int k = 0; k < sectors; k++) {
                valueAdded[c][k] = 0.4 + 0.3 * random.nextDouble();
                for (int j = 0; j < sectors; j++) inputs[c][j][k] = 1.0 / sectors;
            }
        return new MultiSector(
                names(sectors).stream().map(name -> "S" + name).toList(),
                names(n),
                flows,
                before,
                after,
                theta,
                valueAdded,
                inputs,
                closure);
    }

    static MultiSector withTariffs(MultiSector w, double[][][] flows, double[][][] before, double[][][] after) {
        return new MultiSector(
                w.sectors(), w.countries(), flows, before, after, w.theta(), w.valueAdded(), w.inputs(), w.closure());
    }

    static double[][] scaled(double[][] flows, double factor) {
        double[][] scaled = new double[flows.length][];
        for (int i = 0; i < flows.length; i++) {
            scaled[i] = flows[i].clone();
            for (int j = 0; j < scaled[i].length; j++) scaled[i][j] *= factor;
        }
        return scaled;
    }

    /** The first country becomes the last, the last the first. */
    static double[][] turned(double[][] matrix) {
        int n = matrix.length;
        double[][] turned = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) turned[i][j] = matrix[n - 1 - i][n - 1 - j];
        return turned;
    }

    static double[][] nought(int n) {
        return new double[n][n];
    }
}
