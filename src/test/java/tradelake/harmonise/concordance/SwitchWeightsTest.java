package tradelake.harmonise.concordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tradelake.harmonise.concordance.SwitchWeights.Estimate;
import tradelake.reference.HsEdition;

/** Weights of split codes from trade around the switch of editions. */
class SwitchWeightsTest {
    private static final Correlation CORRELATION = correlation(Map.of(
            "010100", "010110 010190",
            "020100", "020110 020120 020130",
            "020200", "020130 020140",
            "030000", "030000",
            "040100", "040110 040120"));

    private static final Map<String, Map<String, Double>> PLANTED = Map.of(
            "010100", Map.of("010110", 0.25, "010190", 0.75),
            "020100", Map.of("020110", 0.5, "020120", 0.0, "020130", 0.5),
            "020200", Map.of("020130", 0.125, "020140", 0.875),
            "030000", Map.of("030000", 1.0));

    @Property(tries = 20)
    void plantedWeightsAreRecovered(@ForAll long seed) {
        Estimate estimate = estimate(seed, 0);
        PLANTED.forEach((old, weights) -> weights.forEach((code, weight) -> assertThat(
                        estimate.reclassification().of(old).weights().getOrDefault(code, 0.0))
                .as("%s to %s", old, code)
                .isCloseTo(weight, within(1e-6))));
        assertThat(estimate.error()).isCloseTo(0, within(1e-6));
    }

    @Property(tries = 20)
    void noiseLeavesThemFractions(@ForAll long seed) {
        Estimate estimate = estimate(seed, 0.3);
        PLANTED.forEach((old, weights) -> weights.forEach((code, weight) -> assertThat(
                        estimate.reclassification().of(old).weights().getOrDefault(code, 0.0))
                .as("%s to %s", old, code)
                .isBetween(0.0, 1.0)
                .isCloseTo(weight, within(0.25))));
        assertThat(estimate.error()).isBetween(1e-4, 0.5);
    }

    @Test
    void codesWithoutTradeBeforeAreSplitAsTheirSuccessorsAreTraded() {
        SwitchWeights weights = new SwitchWeights(CORRELATION);
        weights.add(new Switch(Map.of("030000", 8.0, "010100", 2.0), Map.of("040110", 30.0, "040120", 10.0)));
        Estimate estimate = weights.estimate();
        assertThat(estimate.reclassification().of("040100").weights())
                .containsExactlyInAnyOrderEntriesOf(Map.of("040110", 0.75, "040120", 0.25));
        assertThat(estimate.reclassification().splits().get("020200").evident())
                .as("no trade on either side")
                .isFalse();
        assertThat(estimate.reclassification().of("020200").weights()).containsOnlyKeys("999999");
        assertThat(estimate.reclassification().of("0202").weights()).containsOnlyKeys("0201");
        assertThat(estimate.ambiguousShare()).isEqualTo(0.2);
        assertThat(estimate.error()).as("nothing to compare").isNaN();
    }

    /** A successor that nobody trades is one all the same: headings may go to what holds it. */
    @Test
    void successorsWithoutWeightStayKnown() {
        SwitchWeights weights = new SwitchWeights(correlation(Map.of("852520", "851712 852560")));
        weights.add(new Switch(Map.of("852520", 10.0), Map.of("851712", 12.0)));
        Estimate estimate = weights.estimate();
        assertThat(estimate.reclassification().of("852520").weights())
                .containsExactlyInAnyOrderEntriesOf(Map.of("851712", 1.0, "852560", 0.0));
        assertThat(estimate.reclassification().of("8525").weights()).containsOnlyKeys("85");
    }

    private static Estimate estimate(long seed, double noise) {
        SwitchWeights weights = new SwitchWeights(CORRELATION);
        Random random = new Random(seed);
        for (int relation = 0; relation < 40; relation++) {
            Map<String, Double> before = new TreeMap<>(), after = new TreeMap<>();
            double growth = 0.5 + random.nextDouble();
            PLANTED.forEach((old, successors) -> {
                double usd = random.nextInt(4) == 0 ? 0 : random.nextInt(1000);
                if (usd > 0) before.put(old, usd);
                successors.forEach((code, weight) -> after.merge(
                        code, usd * weight * growth * Math.exp(noise * random.nextGaussian()), Double::sum));
            });
            weights.add(new Switch(before, after));
        }
        return weights.estimate();
    }

    static Correlation correlation(Map<String, String> links) {
        SortedMap<String, SortedSet<String>> sets = new TreeMap<>();
        links.forEach((code, others) -> sets.put(code, new TreeSet<>(List.of(others.split(" ")))));
        return new Correlation(HsEdition.H2, HsEdition.H3, sets);
    }
}
