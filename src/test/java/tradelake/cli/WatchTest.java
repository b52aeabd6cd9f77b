package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.indicators.CoverageDrift;
import tradelake.indicators.CoverageDrift.Total;
import tradelake.lake.Finding;
import tradelake.lake.Finding.Severity;
import tradelake.lake.Manifest;
import tradelake.lake.Settings;

/** What is looked at before a run is published. */
class WatchTest {
    @TempDir
    Path folder;

    private static Total total(int year, double value, double gap) {
        return new Total("VNM", year, "X", true, Optional.of(value), Optional.of(gap));
    }

    private static List<Finding> drift(List<Total> before, List<Total> after, String... settings) {
        return Watch.drift(new CoverageDrift(before, after), Settings.read(Optional.empty(), List.of(settings)));
    }

    @Test
    void aTotalMayMoveByAFactorOfThreeAndNoFurther() {
        List<Total> before =
                List.of(total(2018, 300, 0), total(2019, 300, 0), total(2020, 300, 0), total(2021, 300, 0));
        List<Total> after = List.of(total(2018, 900, 0), total(2019, 901, 0), total(2020, 100, 0), total(2021, 99, 0));
        assertThat(drift(before, after))
                .extracting(Finding::kind, Finding::message, Finding::severity)
                .containsExactly(
                        tuple("total-moved", "VNM 2019 X: 901 dollars, where readers see 300", Severity.warning),
                        tuple("total-moved", "VNM 2021 X: 99 dollars, where readers see 300", Severity.warning));
        assertThat(drift(before, after, "watch.factor=4")).isEmpty();
        assertThat(drift(before, after, "watch.total-moved=failure"))
                .extracting(Finding::severity)
                .containsOnly(Severity.failure);
        assertThat(drift(before, after, "watch.total-moved=off")).isEmpty();
    }

    @Test
    void aTotalThatWasNotThereMovesNothing() {
        assertThat(drift(List.of(total(2019, 0, 0)), List.of(total(2019, 5, 0), total(2020, 5, 0))))
                .isEmpty();
    }

    @Test
    void aTotalFarFromItsControlIsSaidOnceNotAtEveryRun() {
        List<Total> off = List.of(total(2019, 100, -0.26), total(2020, 100, 0.25));
        assertThat(drift(List.of(), off))
                .extracting(Finding::kind, Finding::message)
                .containsExactly(tuple("control-gap", "VNM 2019 X: 100 dollars are -26 % off the control total"));
        assertThat(drift(off, off)).isEmpty();
        assertThat(drift(off, List.of(total(2019, 101, -0.26)), "watch.coverage-fell=off"))
                .extracting(Finding::kind)
                .containsExactly("control-gap");
    }

    @Test
    void oldFilesAreSaidWhereThatIsAskedFor() throws IOException {
        bulk("COMTRADE-FINAL-CA7042019H5[2020-03-01].gz", "2019 704 X 156 H5 850440 11");
        TestLake quiet = new TestLake(folder.resolve("lake"), "years=2019-2020");
        quiet.makeCoverage(folder.resolve("in"));
        assertThat(quiet.watch(quiet.latest(), Optional.of(quiet.latest()))).isEmpty();
        TestLake lake = new TestLake(folder.resolve("lake"), "years=2019-2020", "watch.no-new-release=warning");
        assertThat(lake.watch(lake.latest(), Optional.of(lake.latest())))
                .extracting(Finding::message)
                .containsExactly("the newest file was published on 2020-03-01, more than 365 days ago");
    }

    /** Viet Nam's exports of 2019 fall from 70 to 12; of 2020 only imports are left. */
    @Test
    void whatARevisionTookAwayIsFound() throws IOException {
        bulk("COMTRADE-FINAL-CA7042019H5[2020-03-01].gz", "2019 704 X 0 H5 TOTAL 70", "2019 704 X 156 H5 850440 70");
        bulk("COMTRADE-FINAL-CA7042020H5[2021-03-01].gz", "2020 704 X 0 H5 TOTAL 40", "2020 704 X 156 H5 850440 40");
        TestLake lake = new TestLake(folder.resolve("lake"), "years=2019-2020");
        Manifest before = lake.makeCoverage(folder.resolve("in"));
        assertThat(lake.watch(before, Optional.empty()))
                .extracting(Finding::kind)
                .containsExactly("control-gap", "control-gap");
        assertThat(lake.watch(before, Optional.of(before))).isEmpty();
        bulk("COMTRADE-FINAL-CA7042019H5[2022-03-01].gz", "2019 704 X 156 H5 850440 12");
        bulk("COMTRADE-FINAL-CA7042020H5[2022-03-01].gz", "2020 704 M 156 H5 850440 9");
        assertThat(lake.watch(lake.makeCoverage(folder.resolve("in")), Optional.of(before)))
                .extracting(Finding::kind, Finding::message)
                .containsExactly(
                        tuple("total-moved", "VNM 2019 X: 12 dollars, where readers see 70"),
                        tuple("coverage-fell", "VNM 2020 X is not there any more"),
                        tuple("control-gap", "VNM 2019 X: 12 dollars are -100 % off the control total"),
                        tuple("control-gap", "VNM 2020 M: 9 dollars are -100 % off the control total"));
    }

    private void bulk(String name, String... rows) throws IOException {
        DrawnFiles.bulk(
                folder.resolve("in").resolve(name),
                "year reporter flow partner classification cmd value\n" + String.join("\n", rows) + "\n");
    }
}
