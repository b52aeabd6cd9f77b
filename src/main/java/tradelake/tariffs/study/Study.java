package tradelake.tariffs.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tradelake.tariffs.elasticities.Draws;
import tradelake.tariffs.elasticities.ElasticitySets;
import tradelake.tariffs.production.ProductionFolder;
import tradelake.tariffs.scenarios.Scenario;

/**
 * The scenarios to be answered, and all that decides the answers beside the lake's trade.
 *
 * @param tariffs the folder of schedules, conf/tariffs
 * @param importScale reported imports times this are the value that duty is paid on
 * @param uncertainty how answers are drawn
 * @param production where sales at home are, if they are
 * @param collected the folder with duties as collected, if one is given
 * @param fingerprint of the files behind it and of the numbers above
 */
public record Study(
        List<Scenario> scenarios,
        Path tariffs,
        ElasticitySets elasticities,
        double importScale,
        Uncertainty uncertainty,
        ProductionFolder production,
        Optional<Path> collected,
        String fingerprint) {
    /**
     * How answers are drawn.
     *
     * @param count how many; none gives no quantiles
     * @param relativeError the standard error of an elasticity for which none is published, as a fraction of its size
     */
    public record Uncertainty(int count, long seed, double relativeError) {
        Sample sample(int draw) {
            return new Sample(new Draws(seed), draw, relativeError);
        }
    }

    /** No scenario: the tables stay empty. */
    public static Study none() {
        return new Study(
                List.of(),
                Path.of(""),
                ElasticitySets.none(),
                1,
                new Uncertainty(0, 0, 0),
                new ProductionFolder(Path.of(""), Path.of("")),
                Optional.empty(),
                "none");
    }
}
