package tradelake.harmonise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import tradelake.lake.CheckFailed;
import tradelake.lake.Finding;
import tradelake.lake.Fingerprint;

/**
 * The verdicts on the rows of one reporter-year, as rows for Spark. No more and no fewer rows may come than the first pass
 * counted, and each gets one verdict: what is lost between the file and here ends the run, with the place said.
 */
final class ReporterYearVerdicts implements FlowSink {
    private final ReporterYear place;
    private final Map<Integer, String> releaseIds = new HashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final long expected;
    private final Consumer<Row> out;
    private final AdditiveFlows flows;
    private final Tally setAside = new Tally();
    private final SortedMap<String, Long> refusedByReason = new TreeMap<>();
    private long arrived = 0;
    private long judged = 0;

    ReporterYearVerdicts(
            ReporterYear place, List<ReleaseFacts> releases, AdditiveSettings settings, Consumer<Row> out) {
        this.place = place;
        this.out = out;
        this.flows = new AdditiveFlows(place.reporter(), place.year(), releases, settings, this);
        releases.forEach(release -> releaseIds.put(release.rank(), release.id()));
        releases.forEach(release -> ranks.put(release.id(), release.rank()));
        this.expected = releases.stream().mapToLong(ReleaseFacts::rows).sum();
    }

    ReporterYear place() {
        return place;
    }

    void take(Row row) {
        arrived++;
        String release = PublishedRows.release(row);
        if (PublishedRows.hasProblem(row)) refuse(PublishedRows.refused(row), release);
        else flows.add(PublishedRows.read(row, ranks.get(release)));
    }

    void finish() {
        out.accept(Verdicts.year(place, flows.finish()));
        if (arrived != expected || judged != expected)
            throw new CheckFailed(
                    "silver.flows: of the %,d rows of reporter %d in %d that the first pass counted, %,d arrived and %,d were judged. Nothing was committed; run it again, and if it happens again report it with the files."
                            .formatted(expected, place.reporter(), place.year(), arrived, judged));
        refusedByReason.forEach((reason, rows) -> finding(new Finding(
                "quarantined",
                "Reporter %d in %d: %s; the rows are in silver.quarantine"
                        .formatted(place.reporter(), place.year(), reason),
                rows)));
        for (Tally.Entry entry : setAside.entries())
            out.accept(Verdicts.setAside(place, releaseIds.get(entry.release()), entry));
    }

    @Override
    public void accepted(PublishedRow row, boolean ofWhich) {
        judge(row);
        out.accept(flow(row, new Verdicts.Role(false, ofWhich, flows.months())));
    }

    @Override
    public void residual(PublishedRow row) {
        out.accept(flow(row, new Verdicts.Role(true, false, flows.months())));
    }

    private Row flow(PublishedRow row, Verdicts.Role role) {
        return Verdicts.flow(row, releaseIds.get(row.release()), role);
    }

    @Override
    public void publishedTotal(PublishedRow row) {
        judge(row);
        out.accept(Verdicts.total(row, releaseIds.get(row.release())));
    }

    @Override
    public void setAside(PublishedRow row, Reason reason) {
        judged++;
        setAside.add(row, reason);
    }

    @Override
    public void quarantined(PublishedRow row, Reason reason) {
        refuse(refused(row, reason), releaseIds.get(row.release()));
    }

    /** A row that was added up from others stands in no file: those others are judged. */
    private void judge(PublishedRow row) {
        if (!row.isSum()) judged++;
    }

    private void refuse(PublishedRows.Refused row, String release) {
        judged++;
        refusedByReason.merge(row.reason(), 1L, Long::sum);
        out.accept(Verdicts.refused(place, row, release));
    }

    /** Its text stands in the file, at that line; here is the row as it was read, which is what was decided on. */
    private static PublishedRows.Refused refused(PublishedRow row, Reason reason) {
        String read = row.toString();
        byte[] bytes = read.getBytes(UTF_8);
        return new PublishedRows.Refused(
                row.line(),
                reason.key(),
                "%s: %s".formatted(reason.meaning(), reason.concerned(row)),
                read,
                bytes.length,
                HexFormat.of().formatHex(Fingerprint.sha256().digest(bytes)),
                row.value());
    }

    @Override
    public void finding(Finding finding) {
        out.accept(Verdicts.finding(place, finding));
    }
}
