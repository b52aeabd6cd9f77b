package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.claims.Claims;
import tradelake.lake.Settings;
import tradelake.lake.Table;
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

    /** The trade is as it was, and so is what is estimated of it without a group. */
    @Test
    void aGroupMakesAnewWhatCountsItsMembers(@TempDir Path conf) throws IOException {
        Files.writeString(conf.resolve("groups.csv"), "group_id,economy\nASEAN,IDN\nASEAN,VNM\n");
        assertThat(stale(steps(Settings.defaults(), Reference.load(conf))))
                .contains("gold.groups", "gold.regional_shares", "gold.partner_shares", "gold.rcep_before_after")
                .doesNotContain("silver.flows", "silver.product_flows", "silver.bilateral", "gold.products");
    }

    @Test
    void aSettingMakesAnewWhatIsMadeByItAndWhatReadsThat() {
        assertThat(stale(with("gravity.least-flows=40"))).containsExactly("gold.gravity");
        assertThat(stale(with("mirror.cif-factor=1.06")))
                .contains("silver.product_flows", "silver.bilateral", "gold.regional_shares")
                .doesNotContain("silver.flows", "silver.ledger", "gold.groups");
        assertThat(stale(with("lock.expiry=1h"))).isEmpty();
    }

    private static List<Work> with(String setting) {
        return steps(Settings.read(Optional.empty(), List.of(setting)), Reference.load());
    }

    private static List<Work> steps(Settings settings, Reference reference) {
        return List.copyOf(
                new TradelakeCatalog(settings, reference, Indices.load(reference), new Claims(List.of()), Study.none())
                        .of(List.of(), ORIGINALS, Optional.empty())
                        .works());
    }

    /** Steps that are made otherwise than by default, and those that read what these make. */
    private static List<String> stale(List<Work> steps) {
        List<Work> usual = steps(Settings.defaults(), Reference.load());
        Set<Table> changed = new HashSet<>();
        List<String> stale = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Work step = steps.get(i);
            if (step.dependsOn().equals(usual.get(i).dependsOn()) && Collections.disjoint(step.inputs(), changed))
                continue;
            stale.add(step.name());
            changed.addAll(step.outputs());
        }
        return stale;
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
