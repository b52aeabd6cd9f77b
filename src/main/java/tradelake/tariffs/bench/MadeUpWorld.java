package tradelake.tariffs.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tradelake.tariffs.models.MultiSector;
import tradelake.tariffs.models.OneSector;

/** Worlds of any size with sales at home of about 80 per cent; the first country raises its tariffs by a quarter. */
final class MadeUpWorld {
    private static final double RISE = 0.25;

    private MadeUpWorld() {}

    static OneSector oneSector(int countries, double theta) {
        SplittableRandom random = new SplittableRandom(countries);
        double[][] flows = flows(random, countries);
        double[][] before = tariffs(random, countries);
        double[][] after = copy(before);
        for (int i = 1; i < countries; i++) after[i][0] += RISE;
        return new OneSector(
                names("C", countries),
                flows,
                before,
                after,
                OneSector.unchanged(countries),
                theta,
                OneSector.Closure.ADDITIVE);
    }

    static MultiSector multiSector(int countries, int sectors, boolean links) {
        SplittableRandom random = new SplittableRandom(countries * 1000L + sectors);
        double[][][] flows = new double[sectors][][];
        double[][][] before = new double[sectors][][];
        double[][][] after = new double[sectors][][];
        double[] theta = new double[sectors];
        for (int k = 0; k < sectors; k++) {
            flows[k] = flows(random, countries);
            before[k] = tariffs(random, countries);
            after[k] = copy(before[k]);
            for (int i = 1; i < countries; i++) after[k][0][i] += RISE;
            theta[k] = 2 + 8 * random.nextDouble();
        }
        return new MultiSector(
                names("S", sectors),
                names("C", countries),
                flows,
                before,
                after,
                theta,
                links ? valueAdded(random, countries, sectors) : MultiSector.withoutLinks(countries, sectors),
                inputs(random, countries, sectors),
                MultiSector.Closure.S_FIXED);
    }

    private static List<String> names(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> letter + i).toList();
    }

    private static double[][] flows(SplittableRandom random, int countries) {
        double[][] flows = new double[countries][countries];
        for (int i = 0; i < countries; i++)
            for (int n = 0; n < countries; n++)
                flows[i][n] = i == n ? countries * (2 + 4 * random.nextDouble()) : 2 * random.nextDouble();
        return flows;
    }

    private static double[][] tariffs(SplittableRandom random, int countries) {
        double[][] tariffs = new double[countries][countries];
        for (int i = 0; i < countries; i++)
            for (int n = 0; n < countries; n++) tariffs[i][n] = i == n ? 0 : 0.2 * random.nextDouble();
        return tariffs;
    }

    private static double[][] valueAdded(SplittableRandom random, int countries, int sectors) {
        double[][] shares = new double[countries][sectors];
        for (double[] row : shares) for (int k = 0; k < sectors; k++) row[k] = 0.3 + 0.4 * random.nextDouble();
        return shares;
    }

    /** Input shares that add up to 1 over inputs. */
    private static double[][][] inputs(SplittableRandom random, int countries, int sectors) {
        double[][][] inputs = new double[countries][sectors][sectors];
        for (double[][] country : inputs)
            for (int k = 0; k < sectors; k++) {
                double sum = 0;
                for (int j = 0; j < sectors; j++) sum += country[j][k] = random.nextDouble();
                for (int j = 0; j < sectors; j++) country[j][k] /= sum;
            }
        return inputs;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
}
