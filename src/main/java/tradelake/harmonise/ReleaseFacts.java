package tradelake.harmonise;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

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
     */
    public record Dataset(String freqCode, String classification, Origin origin, long rows) implements Serializable {
        boolean isAnnualHs() {
            return freqCode.equals("A") && LiveReleases.EDITIONS.contains(classification);
        }
    }

    public ReleaseFacts {
        datasets = List.copyOf(datasets);
    }

    /** All rows that it has of the reporter-year, of whatever kind. */
    long rows() {
        return datasets.stream().mapToLong(Dataset::rows).sum();
    }

    boolean holds(String edition) {
        for (Dataset dataset : datasets)
            if (dataset.isAnnualHs() && dataset.classification.equals(edition)) return true;
        return false;
    }

    /** Annual rows in an HS edition. */
    long rows(String edition) {
        return datasets.stream()
                .filter(dataset -> dataset.isAnnualHs() && dataset.classification.equals(edition))
                .mapToLong(Dataset::rows)
                .sum();
    }
}
