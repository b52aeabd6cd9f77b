package tradelake.tariffs.elasticities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;
import tradelake.reference.Csv;
import tradelake.reference.HsEdition;
import tradelake.reference.HsSection;
import tradelake.reference.Line;
import tradelake.reference.Reference;

/** Concepts, signs and editions of elasticities, and draws over them. */
class ElasticitiesTest {
    private static final ElasticitySets SETS = ElasticitySets.of(Path.of("conf/elasticities"));

    @TempDir
    Path folder;

    @Test
    void relatedConceptsFollowFromOneAnother() {
        assertThat(value("standard", Concept.THETA)).isEqualTo(4);
        assertThat(value("standard", Concept.TARIFF)).isEqualTo(-5);
        assertThat(value("caliendo-parro-2015", Concept.ARMINGTON)).isEqualTo(4.55 + 1);
        assertThat(value("caliendo-parro-2015", Concept.TARIFF)).isEqualTo(-5.55);
    }

    private static double value(String set, Concept concept) {
        return SETS.table(set, concept).of("*").orElseThrow().value();
    }

    @Test
    void unrelatedConceptsAreRefused() {
        assertThatThrownBy(() -> SETS.table("caliendo-parro-2015", Concept.IMPORT_DEMAND))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("are of the concept theta, and import_demand does not follow from theta");
    }

    @Test
    void aSignThatTheSetDoesNotSayIsRefused() throws IOException {
        write("mine,armington,negative,H6,,,,me,high,", "mine,armington,850760,3.5,");
        assertThatThrownBy(() -> ElasticitySets.of(folder).table("mine", Concept.ARMINGTON))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 2: value '3.5' has not the sign that sets.csv says of 'mine'");
    }

    @Test
    void anotherEditionIsRefused() throws IOException {
        write("mine,armington,positive,H6,,,,me,high,", "mine,armington,850760,3.5,");
        ElasticityTable table = ElasticitySets.of(folder).table("mine", Concept.ARMINGTON);
        assertThat(table.in(HsEdition.H6).of("850760")).hasValue(new Elasticity(3.5, 0));
        assertThat(table.of("850710")).isEmpty();
        assertThatThrownBy(() -> table.in(HsEdition.H3))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("by HS codes of HS2022, the trade of HS2007");
    }

    private void write(String set, String value) throws IOException {
        Files.writeString(
                folder.resolve("sets.csv"),
                "set,concept,sign,edition,file,product_column,value_column,source,confidence,note\n" + set + "\n");
        Files.writeString(folder.resolve("values.csv"), "set,concept,product,value,std_error\n" + value + "\n");
    }

    /** The publisher's file stores sigma below nought; its mean is -10.93 over 4,566 products. */
    @Test
    void proteeAndItsMeansBySection() throws IOException {
        String shared = System.getProperty("tradelake.shared", "");
        assumeFalse(shared.isEmpty(), "no published files: set -Dtradelake.shared");
        Path oracle = Path.of(shared, "oracles/elasticities");
        Files.copy(Path.of("conf/elasticities/sets.csv"), folder.resolve("sets.csv"));
        Files.copy(oracle.resolve("ProTEE_0_1.csv"), folder.resolve("ProTEE_0_1.csv"));
        ElasticityTable sigma =
                ElasticitySets.of(folder).table("protee", Concept.ARMINGTON).in(HsEdition.H3);
        assertThat(sigma.of("010210").orElseThrow().value()).isEqualTo(12.11);
        assertThat(sigma.byProduct()).hasSize(4566);
        Reference reference = Reference.load();
        Map<String, String> romans =
                reference.products().sections().stream().collect(Collectors.toMap(HsSection::id, HsSection::roman));
        ElasticityTable means = sigma.as(Concept.TARIFF)
                .meansBy(hs6 -> romans.get(reference.products().sectionOf(hs6)));
        List<Line> expected = Csv.ofFile(oracle.resolve("protee_by_hs_section.csv"), List.of("section", "mean"))
                .lines();
        assertThat(expected).hasSize(21).allSatisfy(line -> assertThat(
                        means.of(line.text("section")).orElseThrow().value())
                .isCloseTo(line.decimal("mean"), within(1e-9)));
    }

    @Test
    void aFileThatIsNotThereIsNamedWithWhereToGetIt() {
        assertThatThrownBy(() -> SETS.table("protee", Concept.ARMINGTON))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("ProTEE_0_1.csv, which is not there: download");
    }

    @Test
    void drawsHaveTheGivenMeanSpreadAndSignAndComeAgain() {
        Elasticity theta = new Elasticity(-5, 1.5);
        double[] draws = IntStream.range(0, 20_000)
                .mapToDouble(i -> new Draws(7).elasticity(i, "850760", theta))
                .toArray();
        assertThat(Arrays.stream(draws).average().orElseThrow()).isCloseTo(-5, within(0.05));
        assertThat(Arrays.stream(draws).max().orElseThrow()).isNegative();
        Quantiles quantiles = Quantiles.of(draws);
        double spread = Math.sqrt(Math.log1p(0.09));
        assertThat(quantiles.p05()).isCloseTo(-5 * Math.exp(1.6449 * spread - spread * spread / 2), within(0.1));
        assertThat(quantiles.p50()).isCloseTo(-5 * Math.exp(-spread * spread / 2), within(0.05));
        assertThat(new Draws(7).elasticity(17, "850760", theta)).isEqualTo(draws[17]);
        assertThat(new Draws(8).elasticity(17, "850760", theta)).isNotEqualTo(draws[17]);
        assertThat(new Draws(7).elasticity(17, "850761", theta)).isNotEqualTo(draws[17]);
    }

    @Test
    void mirrorReportsAreDrawnBetweenTheTwoSides() {
        double[] draws = IntStream.range(0, 10_000)
                .mapToDouble(i -> new Draws(7).between(i, "CHN USA", 80, 120))
                .toArray();
        assertThat(Arrays.stream(draws).min().orElseThrow()).isGreaterThanOrEqualTo(80);
        assertThat(Arrays.stream(draws).max().orElseThrow()).isLessThanOrEqualTo(120);
        Quantiles quantiles = Quantiles.of(draws);
        assertThat(quantiles.p05()).isCloseTo(82, within(0.7));
        assertThat(quantiles.p50()).isCloseTo(100, within(1.0));
        assertThat(quantiles.p95()).isCloseTo(118, within(0.7));
    }
}
