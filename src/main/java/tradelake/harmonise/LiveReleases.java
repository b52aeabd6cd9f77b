package tradelake.harmonise;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.joining;
import static tradelake.harmonise.ReleaseFacts.Kind.EXTRACT;
import static tradelake.harmonise.ReleaseFacts.Kind.WHOLE;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tradelake.lake.Finding;

/**
 * Which releases of a reporter-year count, decided from their facts before any row is read.
 *
 * <p>One HS edition is used: one that comes in a whole release before one that comes in extracts, one the reporter used
 * before a converted one, then the newest. In it, the whole release published last replaces the other whole ones (undated is
 * older than any date; then more rows, then the smaller id) and every extract that is not dated later than itself.
 */
final class LiveReleases {
    static final Set<String> EDITIONS = Set.of("H0", "H1", "H2", "H3", "H4", "H5", "H6");

    private final List<ReleaseFacts> releases;
    private final Optional<String> edition;
    private final List<ReleaseFacts> wholeBestFirst;
    private final Map<Integer, ReleaseFacts> byRank = new HashMap<>();
    private final BitSet live = new BitSet();

    LiveReleases(List<ReleaseFacts> given) {
        releases = given.stream().distinct().sorted(ReleaseFacts.NEWEST_FIRST).toList();
        edition = offers().max(Offer.BEST_LAST).map(Offer::edition);
        wholeBestFirst = edition.map(this::wholeIn).orElse(List.of());
        int last = -1;
        for (ReleaseFacts release : releases) {
            if (release.rank() <= last)
                throw new IllegalArgumentException("Releases are not ranked newest first: " + release);
            last = release.rank();
            byRank.put(last, release);
            live.set(last, isLive(release));
        }
    }

    /** The one edition used; none when no release holds annual HS rows. */
    Optional<String> edition() {
        return edition;
    }

    boolean hasWhole() {
        return !wholeBestFirst.isEmpty();
    }

    /** Why a canonical row does not count, or {@code ACCEPTED}. */
    Reason setAside(PublishedRow row) {
        if (!EDITIONS.contains(row.classification())) return Reason.NOT_HS;
        boolean chosen = row.classification().equals(edition.orElse(""));
        if (chosen && live.get(row.release())) return Reason.ACCEPTED;
        requireFacts(row);
        return chosen ? Reason.SUPERSEDED : Reason.OTHER_CLASSIFICATION;
    }

    LocalDate published(PublishedRow row) {
        return byRank.get(row.release()).published();
    }

    /** What a reader should know about the choices made; {@code place} names the reporter-year. */
    List<Finding> findings(String place) {
        return edition.map(chosen -> Stream.concat(otherClassifications(place, chosen), sameDate(place, chosen))
                        .toList())
                .orElse(List.of());
    }

    /** An edition as one release offers it. */
    private record Offer(String edition, ReleaseFacts.Kind kind, ReleaseFacts.Origin origin, long rows) {
        static final Comparator<Offer> BEST_LAST =
                comparing(Offer::kind).thenComparing(Offer::origin).thenComparing(Offer::edition);
    }

    private Stream<Offer> offers() {
        return releases.stream().flatMap(release -> release.datasets().stream()
                .filter(ReleaseFacts.Dataset::isAnnualHs)
                .map(it -> new Offer(it.classification(), release.kind(), it.origin(), it.rows())));
    }

    private List<ReleaseFacts> wholeIn(String chosen) {
        return releases.stream()
                .filter(release -> release.kind() == WHOLE && release.holds(chosen))
                .sorted(comparing(ReleaseFacts::published, reverseOrder())
                        .thenComparing(release -> release.rows(chosen), reverseOrder())
                        .thenComparing(ReleaseFacts::id))
                .toList();
    }

    private boolean isLive(ReleaseFacts release) {
        if (!release.holds(edition.orElse(""))) return false;
        if (!hasWhole()) return true;
        ReleaseFacts whole = wholeBestFirst.get(0);
        return release.equals(whole)
                || release.kind() == EXTRACT && release.published().isAfter(whole.published());
    }

    private void requireFacts(PublishedRow row) {
        ReleaseFacts release = byRank.get(row.release());
        if (release == null || !release.holds(row.classification()))
            throw new IllegalStateException("No facts of the releases %s announce %s".formatted(releases, row));
    }

    private Stream<Finding> otherClassifications(String place, String chosen) {
        Map<String, Long> rows = new TreeMap<>();
        offers().forEach(offer -> rows.merge(offer.edition(), offer.rows(), Long::sum));
        rows.remove(chosen);
        return rows.entrySet().stream()
                .map(other -> new Finding(
                        "other-classification",
                        "%s: %s is used, the rows in %s are set aside".formatted(place, chosen, other.getKey()),
                        other.getValue()));
    }

    private Stream<Finding> sameDate(String place, String chosen) {
        List<ReleaseFacts> rivals = wholeBestFirst.stream()
                .filter(it -> it.published().equals(wholeBestFirst.get(0).published()))
                .toList();
        if (rivals.size() < 2) return Stream.empty();
        String others = rivals.stream().skip(1).map(ReleaseFacts::id).collect(joining(", "));
        return Stream.of(new Finding(
                "same-date-releases",
                "%s: whole releases in %s are of one date; %s is used, not %s"
                        .formatted(place, chosen, rivals.get(0).id(), others),
                rivals.stream().skip(1).mapToLong(it -> it.rows(chosen)).sum()));
    }
}
