package tradelake.harmonise;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.joining;
import static tradelake.harmonise.ReleaseFacts.Kind.EXTRACT;
import static tradelake.harmonise.ReleaseFacts.Kind.TARIFF_LINES;
import static tradelake.harmonise.ReleaseFacts.Kind.WHOLE;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tradelake.lake.Finding;

/**
 * Which releases of a reporter-year count, decided from their facts before any row is read.
 *
 * <p>Annual rows count if there are any, but for extracts beside whole releases of all twelve months; a year without them is
 * the sum of its months. One HS edition is used: one that comes
 * in a whole release before one that comes in tariff lines, and these before extracts, one the reporter used before a
 * converted one, then the newest. In it, for each period, the whole release published last replaces the other whole ones
 * (undated is older than any date; then more rows, then the smaller id) and every extract that is not dated later than
 * itself. Tariff lines count where there is no whole release, and then they alone.
 */
final class LiveReleases {
    static final Set<String> EDITIONS = Set.of("H0", "H1", "H2", "H3", "H4", "H5", "H6");

    private static final String ANNUAL = "A";
    private static final String MONTHLY = "M";
    private static final int WHOLE_YEAR = 12;

    private final List<ReleaseFacts> releases;
    private final String frequency;
    private final Optional<String> edition;
    private final SortedMap<Integer, List<ReleaseFacts>> wholeBestFirst = new TreeMap<>();
    private final SortedMap<Integer, BitSet> live = new TreeMap<>();
    private final Map<Integer, ReleaseFacts> byRank = new HashMap<>();

    LiveReleases(List<ReleaseFacts> given) {
        releases = given.stream().distinct().sorted(ReleaseFacts.NEWEST_FIRST).toList();
        requireRanks();
        frequency = countsByMonth() ? MONTHLY : ANNUAL;
        edition = offers(frequency).max(Offer.BEST_LAST).map(Offer::edition);
        for (ReleaseFacts release : releases) byRank.put(release.rank(), release);
        edition.ifPresent(chosen -> periods(chosen).forEach(period -> decide(chosen, period)));
    }

    private boolean countsByMonth() {
        if (offers(ANNUAL).findAny().isEmpty()) return offers(MONTHLY).findAny().isPresent();
        long wholeMonths = releases.stream()
                .filter(release -> release.kind() != EXTRACT)
                .flatMap(release -> release.datasets().stream())
                .filter(dataset -> dataset.isHs(MONTHLY))
                .flatMap(dataset -> dataset.months().stream())
                .distinct()
                .count();
        return wholeMonths == WHOLE_YEAR && offers(ANNUAL).allMatch(offer -> offer.kind() == EXTRACT);
    }

    private void requireRanks() {
        int last = -1;
        for (ReleaseFacts release : releases) {
            if (release.rank() <= last)
                throw new IllegalArgumentException("Releases are not ranked newest first: " + release);
            last = release.rank();
        }
    }

    private Stream<Integer> periods(String chosen) {
        return releases.stream()
                .flatMap(release -> release.of(frequency, chosen))
                .flatMap(dataset -> dataset.months().stream())
                .distinct();
    }

    private void decide(String chosen, int period) {
        wholeBestFirst.put(period, wholeIn(chosen, period));
        BitSet counting = new BitSet();
        for (ReleaseFacts release : releases) counting.set(release.rank(), isLive(release, chosen, period));
        live.put(period, counting);
    }

    /** A, or M where there are no annual rows. */
    String frequency() {
        return frequency;
    }

    /** How many months the rows that count cover. */
    int months() {
        return frequency.equals(ANNUAL) ? WHOLE_YEAR : live.size();
    }

    /** The one edition used; none when no release holds HS rows. */
    Optional<String> edition() {
        return edition;
    }

    boolean hasWhole() {
        return !wholeBestFirst.isEmpty() && wholeBestFirst.values().stream().noneMatch(List::isEmpty);
    }

    /**
     * Whether what counts of a period is national codes, many of which make one HS code.
     *
     * @param period a month, or {@link PublishedRow#ALL_YEAR}
     */
    boolean areTariffLines(int period) {
        return wholeBestFirst.getOrDefault(period, List.of()).stream()
                .limit(1)
                .anyMatch(best -> best.kind() == TARIFF_LINES);
    }

    /** Why a canonical row does not count, or {@code ACCEPTED}. */
    Reason setAside(PublishedRow row) {
        if (!EDITIONS.contains(row.classification())) return Reason.NOT_HS;
        boolean chosen = row.classification().equals(edition.orElse(""));
        BitSet counting = live.get(frequency.equals(ANNUAL) ? PublishedRow.ALL_YEAR : row.month());
        if (chosen && counting != null && counting.get(row.release())) return Reason.ACCEPTED;
        requireFacts(row);
        return chosen ? Reason.SUPERSEDED : Reason.OTHER_CLASSIFICATION;
    }

    LocalDate published(PublishedRow row) {
        return byRank.get(row.release()).published();
    }

    /** What a reader should know about the choices made; {@code place} names the reporter-year. */
    List<Finding> findings(String place) {
        return edition.map(chosen -> Stream.of(
                                otherClassifications(place, chosen),
                                wholeBestFirst.entrySet().stream()
                                        .flatMap(best -> sameDate(place, chosen, best.getKey(), best.getValue())),
                                incomplete(place),
                                otherFrequency(place))
                        .flatMap(findings -> findings)
                        .toList())
                .orElse(List.of());
    }

    /** An edition as one release offers it. */
    private record Offer(String edition, ReleaseFacts.Kind kind, ReleaseFacts.Origin origin, long rows) {
        static final Comparator<Offer> BEST_LAST =
                comparing(Offer::kind).thenComparing(Offer::origin).thenComparing(Offer::edition);
    }

    private Stream<Offer> offers(String wanted) {
        return releases.stream().flatMap(release -> release.datasets().stream()
                .filter(dataset -> dataset.isHs(wanted))
                .map(it -> new Offer(it.classification(), release.kind(), it.origin(), it.rows())));
    }

    private List<ReleaseFacts> wholeIn(String chosen, int period) {
        return releases.stream()
                .filter(release -> release.kind() != EXTRACT && holds(release, chosen, period))
                .sorted(comparing(ReleaseFacts::kind, reverseOrder())
                        .thenComparing(ReleaseFacts::published, reverseOrder())
                        .thenComparing(release -> rows(release, chosen, period), reverseOrder())
                        .thenComparing(ReleaseFacts::id))
                .toList();
    }

    private boolean holds(ReleaseFacts release, String chosen, int period) {
        return release.of(frequency, chosen)
                .anyMatch(dataset -> dataset.months().contains(period));
    }

    private long rows(ReleaseFacts release, String chosen, int period) {
        return release.of(frequency, chosen)
                .filter(dataset -> dataset.months().contains(period))
                .mapToLong(ReleaseFacts.Dataset::rows)
                .sum();
    }

    private boolean isLive(ReleaseFacts release, String chosen, int period) {
        if (!holds(release, chosen, period)) return false;
        List<ReleaseFacts> best = wholeBestFirst.get(period);
        if (best.isEmpty()) return true;
        ReleaseFacts whole = best.get(0);
        return release.equals(whole)
                || release.kind() == EXTRACT
                        && whole.kind() == WHOLE
                        && release.published().isAfter(whole.published());
    }

    private void requireFacts(PublishedRow row) {
        ReleaseFacts release = byRank.get(row.release());
        if (release == null || !release.holds(frequency, row.classification()))
            throw new IllegalStateException("No facts of the releases %s announce %s".formatted(releases, row));
    }

    private Stream<Finding> otherClassifications(String place, String chosen) {
        Map<String, Long> rows = new TreeMap<>();
        offers(frequency).forEach(offer -> rows.merge(offer.edition(), offer.rows(), Long::sum));
        rows.remove(chosen);
        return rows.entrySet().stream()
                .map(other -> new Finding(
                        "other-classification",
                        "%s: %s is used, the rows in %s are set aside".formatted(place, chosen, other.getKey()),
                        other.getValue()));
    }

    private Stream<Finding> otherFrequency(String place) {
        boolean annual = frequency.equals(ANNUAL);
        long rows = offers(annual ? MONTHLY : ANNUAL).mapToLong(Offer::rows).sum();
        if (rows == 0) return Stream.empty();
        String what = annual
                ? "annual rows are used, monthly rows are set aside"
                : "whole releases of all twelve months are used, annual extracts are set aside";
        return Stream.of(new Finding("other-frequency", place + ": " + what, rows));
    }

    private Stream<Finding> sameDate(String place, String chosen, int period, List<ReleaseFacts> best) {
        List<ReleaseFacts> rivals = best.stream()
                .filter(it -> it.kind() == best.get(0).kind()
                        && it.published().equals(best.get(0).published()))
                .toList();
        if (rivals.size() < 2) return Stream.empty();
        String others = rivals.stream().skip(1).map(ReleaseFacts::id).collect(joining(", "));
        return Stream.of(new Finding(
                "same-date-releases",
                "%s: whole releases in %s are of one date; %s is used, not %s"
                        .formatted(place, chosen, rivals.get(0).id(), others),
                rivals.stream()
                        .skip(1)
                        .mapToLong(it -> rows(it, chosen, period))
                        .sum()));
    }

    private Stream<Finding> incomplete(String place) {
        if (months() == WHOLE_YEAR) return Stream.empty();
        return Stream.of(new Finding(
                "incomplete-year",
                "%s: there are no annual rows, and monthly rows of %d of 12 months; below shares.least-months no share counts them"
                        .formatted(place, months()),
                offers(frequency).mapToLong(Offer::rows).sum()));
    }
}
