package tradelake.harmonise;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is known beforehand of a release, as far as it touches one reporter-year.
 *
 * @param rank its place among all releases of the run in the order {@link #NEWEST_FIRST}; rows name their release by it
 * @param id sha256 of the file
 * @param published publication date, or {@link #UNDATED}
 * @param datasets what it holds of the reporter-year
 */
public record ReleaseFacts(int rank, String id, Kind kind, LocalDate published, List<Dataset> datasets)
        implements Serializable {

    /** Older than every date. */
    public static final LocalDate UNDATED = LocalDate.MIN;

    public static final Comparator<ReleaseFacts> NEWEST_FIRST =
            Comparator.comparing(ReleaseFacts::published).reversed().thenComparing(ReleaseFacts::id);

    /** How much of a dataset a file holds: a part of unknown extent, or all of it. The better comes last. */
    public enum Kind {
        EXTRACT,
        /** All of it, in national codes below six digits. */
        TARIFF_LINES,
        WHOLE
    }

    /** Whether the reporter used this classification itself. The better comes last. */
    public enum Origin {
        CONVERTED,
        ORIGINAL
    }

    /**
     * The rows of a release in one classification.
     *
     * @param freqCode A or M
     * @param months 1 to 12 that it holds of a monthly dataset; {@link PublishedRow#ALL_YEAR} of an annual one
     */
    public record Dataset(String freqCode, String classification, Origin origin, long rows, SortedSet<Integer> months)
            implements Serializable {
        public Dataset {
            months = Collections.unmodifiableSortedSet(new TreeSet<>(months));
        }

        /** Annual. */
        Dataset(String freqCode, String classification, Origin origin, long rows) {
            this(freqCode, classification, origin, rows, new TreeSet<>(Set.of(PublishedRow.ALL_YEAR)));
        }

        boolean isHs(String frequency) {
            return freqCode.equals(frequency) && LiveReleases.EDITIONS.contains(classification);
        }
    }

    public ReleaseFacts {
        datasets = List.copyOf(datasets);
    }

    /** All rows that it has of the reporter-year, of whatever kind. */
    long rows() {
        return datasets.stream().mapToLong(Dataset::rows).sum();
    }

    /** Whether it has rows of this frequency in this HS edition. */
    boolean holds(String frequency, String edition) {
        for (Dataset dataset : datasets)
            if (dataset.isHs(frequency) && dataset.classification.equals(edition)) return true;
        return false;
    }

    /** The datasets of this frequency in this HS edition. */
    Stream<Dataset> of(String frequency, String edition) {
        return datasets.stream().filter(dataset -> dataset.isHs(frequency) && dataset.classification.equals(edition));
    }
}
