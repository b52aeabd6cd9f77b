package tradelake.sources;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.lake.Fingerprint;
import tradelake.lake.Job;
import tradelake.lake.Table;
import tradelake.lake.Tables;

/**
 * Writes down every file that the lake knows: bronze.releases.
 *
 * @param releases sorted by id
 */
public record RegisterReleases(List<Release> releases) implements Job {
    @Override
    public Table output() {
        return Releases.TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of();
    }

    @Override
    public String dependsOn() {
        return Fingerprint.of(releases.stream()
                .flatMap(release -> Stream.of(
                        release.id(),
                        release.facts().path(),
                        release.status().name(),
                        release.modifiedMs() + " " + release.readBy()))
                .toList());
    }

    /** Which files count, what they are and what they were read by; not where they lie or when they were touched. */
    @Override
    public Optional<String> content() {
        return Optional.of(Fingerprint.of(releases.stream()
                .filter(Release::isAccepted)
                .flatMap(release -> Stream.of(
                        release.id(),
                        release.facts().published().toString(),
                        release.facts().kind().toString(),
                        "read by " + release.readBy()))
                .toList()));
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        return in.of(
                Releases.TABLE,
                releases.stream().map(release -> Releases.row(release)).toList());
    }
}
