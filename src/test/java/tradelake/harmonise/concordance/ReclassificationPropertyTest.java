package tradelake.harmonise.concordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tradelake.reference.HsEdition;

/** What goes into a reclassification comes out of it, whatever the flows and the tables. */
class ReclassificationPropertyTest {
    @Provide
    Arbitrary<String> code() {
        return Arbitraries.integers().between(10100, 10119).map(number -> "0" + number);
    }

    @Provide
    Arbitrary<Reclassification> tables() {
        Arbitrary<Split> split = Arbitraries.maps(code(), Arbitraries.integers().between(0, 5))
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(ReclassificationPropertyTest::split);
        return Arbitraries.maps(code(), split)
                .ofMaxSize(12)
                .map(splits -> new Reclassification(HsEdition.H2, HsEdition.H3, new TreeMap<>(splits)));
    }

    @Provide
    Arbitrary<Map<String, Double>> flows() {
        Arbitrary<String> any =
                Arbitraries.oneOf(code(), Arbitraries.of("TOTAL", "01", "0101", "02", "999999", "888888"));
        return Arbitraries.maps(any, Arbitraries.doubles().between(0, 1e12)).ofMaxSize(15);
    }

    @Property(tries = 300)
    void valueIsConserved(@ForAll("tables") Reclassification tables, @ForAll("flows") Map<String, Double> flows) {
        SortedMap<String, Double> moved = tables.apply(flows);
        assertThat(sum(moved)).isCloseTo(sum(flows), within(1e-9 * (1 + sum(flows))));
        assertThat(moved.values()).allMatch(usd -> usd >= 0);
    }

    @Property(tries = 300)
    void codesAreOfThisWorldOrUnclassified(@ForAll("tables") Reclassification tables, @ForAll("code") String code) {
        boolean known = tables.splits().containsKey(code);
        assertThat(tables.of(code).weights().containsKey(Reclassification.UNCLASSIFIED))
                .isEqualTo(!known);
        assertThat(tables.isUnknown(code)).isEqualTo(!known);
    }

    @Test
    void whatIsCoarserGoesToTheFinestCodeThatHoldsAllOfIt() {
        Reclassification tables = Reclassification.by(new Conversion(
                HsEdition.H6,
                HsEdition.H3,
                new TreeMap<>(Map.of(
                        "010121", "010110", "010129", "010190", "020110", "020110", "020210", "030210", "854911",
                        "854810", "854921", "811292"))));
        assertThat(only(tables, "0101")).isEqualTo("0101");
        assertThat(only(tables, "01")).isEqualTo("01");
        assertThat(only(tables, "02")).isEqualTo("TOTAL");
        assertThat(only(tables, "0202")).isEqualTo("0302");
        assertThat(only(tables, "8549")).isEqualTo("TOTAL");
        assertThat(only(tables, "77")).isEqualTo("TOTAL");
        assertThat(only(tables, "TOTAL")).isEqualTo("TOTAL");
        assertThat(only(tables, "999999")).isEqualTo("999999");
    }

    @Test
    void weightsThatAreNoFractionsAreRefused() {
        assertThatThrownBy(() -> new Split(new TreeMap<>(Map.of("010110", 0.4, "010190", 0.5))))
                .hasMessageContaining("add up to 1");
        assertThatThrownBy(() -> new Split(new TreeMap<>(Map.of("010110", 1.5, "010190", -0.5))))
                .hasMessageContaining("0 or more");
    }

    private static String only(Reclassification tables, String code) {
        Split split = tables.of(code);
        assertThat(split.isWhole()).isTrue();
        return split.weights().firstKey();
    }

    private static Split split(Map<String, Integer> counts) {
        int sum = counts.values().stream().mapToInt(count -> count).sum();
        SortedMap<String, Double> weights = new TreeMap<>();
        List<String> codes = List.copyOf(new TreeMap<>(counts).keySet());
        if (sum == 0) weights.put(codes.get(0), 1.0);
        else counts.forEach((code, count) -> weights.put(code, (double) count / sum));
        return new Split(weights);
    }

    private static double sum(Map<String, Double> flows) {
        return flows.values().stream().mapToDouble(usd -> usd).sum();
    }
}
