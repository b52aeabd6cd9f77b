package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tradelake.lake.Benchmark.Measure;
import tradelake.lake.TestSession;

class HarmoniseBenchTest {
    /** 17 codes of one partner: the quarter in H3 keeps all of them, of the others the 9 with an even number are left. */
    @Test
    void whatIsMeasuredIsHarmonised() {
        List<Measure> measures = new HarmoniseBench(TestSession::get, 30_000).run(1, note -> {});
        assertThat(measures)
                .extracting(Measure::what)
                .containsExactly("flows", "harmonised", "time", "flows a second", "peak heap");
        assertThat(measures).allSatisfy(measure -> assertThat(measure.value()).isPositive());
        assertThat(measures.get(1).value()).isEqualTo(7_500 + 11_700);
    }
}
