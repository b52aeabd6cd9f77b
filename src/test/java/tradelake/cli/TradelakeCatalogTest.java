package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import tradelake.claims.Claims;
import tradelake.lake.Settings;
import tradelake.lake.Work;
import tradelake.reference.Indices;
import tradelake.reference.Reference;
import tradelake.sources.Originals;
import tradelake.sources.Release;
import tradelake.sources.ReleaseRegister;
import tradelake.tariffs.study.Study;

/** What the steps of the catalog depend on. */
class TradelakeCatalogTest {
    private static final Path SAMPLES = Path.of("data-samples/NLD").toAbsolutePath();
    private static final List<String> TWO =
            List.of("COMTRADE-FINAL-CA5282011H3[2012-06-27].gz", "COMTRADE-FINAL-CA5282017H5[2018-04-11].gz");
    private static final Originals ORIGINALS = new Originals(new org.apache.hadoop.fs.Path("raw"), false);

    /** The table of releases is read back in whatever order its files lie. */
    @Test
    void noStepDependsOnTheOrderOfTheFiles() {
        List<Release> releases = twoReleases();
        assertThat(releases).hasSize(2);
        assertThat(dependsOn(releases)).isEqualTo(dependsOn(List.of(releases.get(1), releases.get(0))));
        assertThat(dependsOn(releases)).isNotEqualTo(dependsOn(releases.subList(0, 1)));
    }

    private static List<Release> twoReleases() {
        ReleaseRegister register = new ReleaseRegister(List.of());
        register.read(
                TWO.stream()
                        .map(name -> new org.apache.hadoop.fs.Path(
                                SAMPLES.resolve(name).toUri()))
                        .toList(),
                new Configuration(),
                1,
                ORIGINALS);
        return register.releases();
    }

    private static List<String> dependsOn(List<Release> releases) {
        Reference reference = Reference.load();
        return new TradelakeCatalog(
                        Settings.defaults(), reference, Indices.load(reference), new Claims(List.of()), Study.none())
                .of(releases, ORIGINALS, Optional.empty()).works().stream()
                        .map(Work::dependsOn)
                        .toList();
    }
}
