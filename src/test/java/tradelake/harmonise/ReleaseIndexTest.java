package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tradelake.sources.DatasetFacts;
import tradelake.sources.FileFacts;
import tradelake.sources.Format;
import tradelake.sources.Release;
import tradelake.sources.Verdict;

/** What the first pass counted, as the choice among releases needs it. */
class ReleaseIndexTest {
    private static final ReporterYear CHINA = new ReporterYear(2020, 156);

    /** Its annual rows and its months are chosen apart, so each must be announced; every row is counted once. */
    @Test
    void aDatasetOfTheYearAndOfMonthsIsTwo() {
        ReleaseFacts release = touching(List.of("A", "M"), List.of("2020", "202001", "202003"));
        assertThat(release.datasets())
                .extracting(it -> it.freqCode() + " " + it.months())
                .containsExactly("A [52]", "M [1, 3]");
        assertThat(release.rows()).isEqualTo(9);
        assertThat(release.holds("M", "H5")).isTrue();
    }

    @Test
    void aDatasetWithoutFrequencyIsAnnual() {
        assertThat(touching(List.of(), List.of("2020")).datasets())
                .singleElement()
                .satisfies(it -> assertThat(it.isHs("A")).isTrue());
    }

    private static ReleaseFacts touching(List<String> frequencies, List<String> periods) {
        DatasetFacts dataset = new DatasetFacts(
                CHINA.reporter(),
                CHINA.year(),
                "H5",
                9,
                periods,
                frequencies,
                List.of("27"),
                false,
                List.of("M"),
                true);
        FileFacts facts = new FileFacts(
                "a.gz",
                "0".repeat(64),
                1,
                Optional.of("comtrade-csv"),
                Optional.of(Format.Kind.EXTRACT),
                Optional.empty(),
                Verdict.READABLE,
                "",
                "",
                9,
                0,
                0,
                BigDecimal.TEN,
                false,
                List.of(dataset));
        Release release = new Release(facts, 0, Release.Status.ACCEPTED, 1);
        return new ReleaseIndex(List.of(release)).touching().get(CHINA).get(0);
    }
}
