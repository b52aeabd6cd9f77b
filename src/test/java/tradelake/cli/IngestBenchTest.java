package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tradelake.lake.Benchmark.Measure;
import tradelake.lake.TestSession;

class IngestBenchTest {
    @Test
    void everyStageIsMeasured() {
        List<Measure> measures = new IngestBench(TestSession::get, 35_000).run(1, note -> {});
        assertThat(measures)
                .extracting(Measure::what)
                .contains("rows", "first pass", "read and filter", "write Parquet", "aggregate", "total", "peak heap");
        assertThat(measures).allSatisfy(measure -> assertThat(measure.value()).isPositive());
    }
}
