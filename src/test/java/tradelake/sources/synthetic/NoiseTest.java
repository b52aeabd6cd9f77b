package tradelake.sources.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tradelake.sources.synthetic.Noise.Draw;

class NoiseTest {
    @Test
    void normal_draws_have_mean_0_and_deviation_1() {
        Noise noise = new Noise(7);
        double[] draws = IntStream.range(0, 100_000)
                .mapToDouble(i -> noise.normal(Draw.DRIFT, i % 100, i / 100, 3))
                .toArray();
        double mean = IntStream.range(0, draws.length)
                .mapToDouble(i -> draws[i])
                .average()
                .orElseThrow();
        double square = IntStream.range(0, draws.length)
                .mapToDouble(i -> draws[i] * draws[i])
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0, offset(0.01));
        assertThat(square - mean * mean).isCloseTo(1, offset(0.02));
    }

    @Property
    void the_same_question_has_the_same_answer(@ForAll long seed, @ForAll long a, @ForAll long b) {
        assertThat(new Noise(seed).bits(Draw.CIF, a, b, 0)).isEqualTo(new Noise(seed).bits(Draw.CIF, a, b, 0));
        assertThat(new Noise(seed).bits(Draw.CIF, a, b, 0)).isNotEqualTo(new Noise(seed).bits(Draw.MIRROR, a, b, 0));
        assertThat(new Noise(seed).uniform(Draw.CIF, a, b, 0)).isBetween(0.0, 1.0);
    }
}
