package tradelake.tariffs.elasticities;

import java.util.Arrays;
import tradelake.lake.CheckFailed;

/** The 5th, 50th and 95th hundredth of some draws; between two draws, on the line that joins them. */
public record Quantiles(double p05, double p50, double p95) {
    public static Quantiles of(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1]))
            throw new CheckFailed("Cannot take quantiles of %d draws: there must be some, all of them numbers."
                    .formatted(draws.length));
        return new Quantiles(at(sorted, 0.05), at(sorted, 0.5), at(sorted, 0.95));
    }

    private static double at(double[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
