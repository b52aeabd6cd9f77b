package tradelake.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tradelake.indicators.Coverage;
import tradelake.indicators.CoverageDrift;
import tradelake.lake.Finding;
import tradelake.lake.Finding.Severity;
import tradelake.lake.Lake;
import tradelake.lake.Manifest;
import tradelake.lake.Manifest.TableState;
import tradelake.lake.Settings;
import tradelake.sources.Release;

/** Looks at what a run made before it is published, beside what readers see: what moved, what is gone, what is old. */
final class Watch {
    static final String WORDS = "off, warning or failure";
    static final String REMEDY =
            "Readers see what they saw; take the file out with tradelake forget, or set that watch to warning for one run.";

    private static final String OFF = "off";
    private static final Set<String> ALL = Set.of(OFF, Severity.warning.name(), Severity.failure.name());
    private static final String COVERAGE = Coverage.TABLE.name();

    private final Lake lake;
    private final Settings settings;
    private final LocalDate today;

    Watch(Lake lake, Settings settings, LocalDate today) {
        this.lake = lake;
        this.settings = settings;
        this.today = today;
    }

    static boolean isWord(String word) {
        return ALL.contains(word);
    }

    /** @param seen what readers see; empty before the first publishing */
    List<Finding> over(Manifest made, Optional<Manifest> seen, Collection<Release> releases) {
        List<Finding> findings = new ArrayList<>(age(releases, today, settings));
        TableState now = made.tables().get(COVERAGE);
        Optional<TableState> before = seen.map(it -> it.tables().get(COVERAGE));
        boolean same = now == null || before.filter(now::isTheSameAs).isPresent();
        if (!same) findings.addAll(drift(drift(before, now), settings));
        return List.copyOf(findings);
    }

    private CoverageDrift drift(Optional<TableState> before, TableState now) {
        return new CoverageDrift(before.map(this::totals).orElse(List.of()), totals(now));
    }

    private List<CoverageDrift.Total> totals(TableState state) {
        return lake.read(Coverage.TABLE, state).collectAsList().stream()
                .flatMap(row -> CoverageDrift.Total.of(row).stream())
                .toList();
    }

    static List<Finding> drift(CoverageDrift drift, Settings settings) {
        return Stream.of(
                        findings("total-moved", settings, drift.moved(settings.wholeNumber("watch.factor"))),
                        findings("coverage-fell", settings, drift.lost()),
                        findings("control-gap", settings, drift.beyond(settings.number("watch.largest-gap"))))
                .flatMap(List::stream)
                .toList();
    }

    /** Files without a day of publication say nothing of their age. */
    static List<Finding> age(Collection<Release> releases, LocalDate today, Settings settings) {
        Duration most = settings.duration("watch.newest-release");
        return findings(
                "no-new-release",
                settings,
                releases.stream()
                        .filter(Release::isAccepted)
                        .flatMap(release -> release.facts().published().stream())
                        .max(LocalDate::compareTo)
                        .filter(newest -> newest.isBefore(today.minusDays(most.toDays())))
                        .map(newest -> "the newest file was published on %s, more than %d days ago"
                                .formatted(newest, most.toDays()))
                        .stream()
                        .toList());
    }

    private static List<Finding> findings(String kind, Settings settings, List<String> sentences) {
        String word = settings.string("watch." + kind);
        if (word.equals(OFF)) return List.of();
        return sentences.stream()
                .map(sentence -> new Finding(kind, sentence, 1, Severity.valueOf(word)))
                .toList();
    }
}
