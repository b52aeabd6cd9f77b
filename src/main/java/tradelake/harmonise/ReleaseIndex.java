package tradelake.harmonise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tradelake.lake.Fingerprint;
import tradelake.sources.DatasetFacts;
import tradelake.sources.FileFacts;
import tradelake.sources.Format;
import tradelake.sources.Release;

/** Which accepted releases touch which reporter-years; the newest release has rank 0. */
final class ReleaseIndex {
    private final List<Release> newestFirst;
    private final Map<String, Integer> ranks = new LinkedHashMap<>();
    private final SortedMap<ReporterYear, List<ReleaseFacts>> touching = new TreeMap<>();

    ReleaseIndex(List<Release> releases) {
        newestFirst = releases.stream()
                .filter(Release::isAccepted)
                .sorted(Comparator.comparing((Release release) -> published(release.facts()))
                        .reversed()
                        .thenComparing(Release::id))
                .toList();
        for (Release release : newestFirst) ranks.put(release.id(), ranks.size());
        newestFirst.forEach(this::index);
    }

    private void index(Release release) {
        Map<ReporterYear, List<ReleaseFacts.Dataset>> datasets = new TreeMap<>();
        for (DatasetFacts dataset : release.facts().datasets())
            datasets.computeIfAbsent(new ReporterYear(dataset.year(), dataset.reporter()), it -> new ArrayList<>())
                    .addAll(datasets(dataset));
        datasets.forEach((place, held) -> touching.computeIfAbsent(place, it -> new ArrayList<>())
                .add(new ReleaseFacts(
                        ranks.get(release.id()),
                        release.id(),
                        kind(release.facts().kind().orElseThrow()),
                        published(release.facts()),
                        held)));
    }

    private static ReleaseFacts.Kind kind(Format.Kind kind) {
        return switch (kind) {
            case WHOLE -> ReleaseFacts.Kind.WHOLE;
            case TARIFF_LINES -> ReleaseFacts.Kind.TARIFF_LINES;
            case EXTRACT -> ReleaseFacts.Kind.EXTRACT;
        };
    }

    /** One for annual rows and one for months; all rows are told of the first, as how they are split is not known. */
    private static List<ReleaseFacts.Dataset> datasets(DatasetFacts dataset) {
        List<ReleaseFacts.Dataset> datasets = new ArrayList<>();
        for (String frequency : frequencies(dataset))
            datasets.add(new ReleaseFacts.Dataset(
                    frequency,
                    dataset.classification(),
                    dataset.isOriginalClassification() ? ReleaseFacts.Origin.ORIGINAL : ReleaseFacts.Origin.CONVERTED,
                    datasets.isEmpty() ? dataset.rows() : 0,
                    frequency.equals("M") ? months(dataset) : new TreeSet<>(Set.of(PublishedRow.ALL_YEAR))));
        return datasets;
    }

    /** A before M; a dataset of which no row says how often it appears is annual. */
    private static List<String> frequencies(DatasetFacts dataset) {
        List<String> known =
                Stream.of("A", "M").filter(dataset.frequencies()::contains).toList();
        return known.isEmpty() ? List.of("A") : known;
    }

    /** The months of periods such as 201903. */
    private static SortedSet<Integer> months(DatasetFacts dataset) {
        return dataset.periods().stream()
                .filter(period -> period.matches("\\d{6}"))
                .map(ReleaseIndex::month)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** 1 to 12, of a period such as 201903. */
    static int month(String period) {
        return Integer.parseInt(period.substring(4));
    }

    private static LocalDate published(FileFacts facts) {
        return facts.published().orElse(ReleaseFacts.UNDATED);
    }

    SortedMap<ReporterYear, List<ReleaseFacts>> touching() {
        return touching;
    }

    /** What decides the rows of each reporter-year: its releases as the first pass found them, and the rules. */
    SortedMap<ReporterYear, String> fingerprints(String rules) {
        SortedMap<ReporterYear, String> fingerprints = new TreeMap<>();
        touching.forEach((place, releases) -> fingerprints.put(
                place,
                Fingerprint.of(Stream.concat(
                                Stream.of(rules),
                                releases.stream().map(it -> it.id() + it.kind() + it.published() + readBy(it)))
                        .toList())));
        return fingerprints;
    }

    private int readBy(ReleaseFacts facts) {
        return newestFirst.get(facts.rank()).readBy();
    }

    /** The accepted releases that touch any of these places. */
    List<Release> releasesOf(Iterable<ReporterYear> places) {
        SortedSet<Integer> ranksNeeded = new TreeSet<>();
        for (ReporterYear place : places)
            touching.getOrDefault(place, List.of()).forEach(release -> ranksNeeded.add(release.rank()));
        return ranksNeeded.stream().map(newestFirst::get).toList();
    }

    /**
     * What the releases of a place speak about: the chapters that those with rows of the place in its edition hold of
     * that year, whoever reports them (a reporter in a fuel file without fuel trades none), and {@link HsCode#TOTAL} where
     * the place itself has that row.
     */
    SortedSet<String> scope(ReporterYear place, String edition) {
        SortedSet<String> scope = new TreeSet<>();
        String frequency = new LiveReleases(touching.get(place)).frequency();
        for (Release release : releasesOf(List.of(place))) {
            List<DatasetFacts> all = release.facts().datasets().stream()
                    .filter(dataset -> dataset.year() == place.year()
                            && frequencies(dataset).contains(frequency))
                    .filter(dataset -> LiveReleases.EDITIONS.contains(dataset.classification()))
                    .toList();
            List<DatasetFacts> own = all.stream()
                    .filter(dataset -> dataset.reporter() == place.reporter())
                    .filter(dataset -> dataset.classification().equals(edition))
                    .toList();
            if (own.isEmpty()) continue;
            all.forEach(dataset -> scope.addAll(dataset.chapters()));
            if (own.stream().anyMatch(DatasetFacts::hasTotal)) scope.add(HsCode.TOTAL);
        }
        return scope;
    }
}
