package tradelake.harmonise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import tradelake.lake.Finding;
import tradelake.lake.Fingerprint;

/** The verdicts on the rows of one reporter-year, as rows for Spark. */
final class ReporterYearVerdicts implements FlowSink {
    private final ReporterYear place;
    private final Map<Integer, String> releaseIds = new HashMap<>();
    private final Consumer<Row> out;
    private final AdditiveFlows flows;
    private final Tally setAside = new Tally();

    ReporterYearVerdicts(
            ReporterYear place, List<ReleaseFacts> releases, AdditiveSettings settings, Consumer<Row> out) {
        this.place = place;
        this.out = out;
        this.flows = new AdditiveFlows(place.reporter(), place.year(), releases, settings, this);
        releases.forEach(release -> releaseIds.put(release.rank(), release.id()));
    }

    ReporterYear place() {
        return place;
    }

    void take(Row row) {
        if (PublishedRows.hasProblem(row))
            out.accept(Verdicts.refused(place, PublishedRows.refused(row), releaseIds.get(PublishedRows.rank(row))));
        else flows.add(PublishedRows.read(row));
    }

    void finish() {
        out.accept(Verdicts.year(place, flows.finish()));
        for (Tally.Entry entry : setAside.entries())
            out.accept(Verdicts.setAside(place, releaseIds.get(entry.release()), entry));
    }

    @Override
    public void accepted(PublishedRow row, boolean ofWhich) {
        out.accept(Verdicts.flow(row, releaseIds.get(row.release()), false, ofWhich));
    }

    @Override
    public void residual(PublishedRow row) {
        out.accept(Verdicts.flow(row, releaseIds.get(row.release()), true, false));
    }

    @Override
    public void publishedTotal(PublishedRow row) {
        out.accept(Verdicts.total(row, releaseIds.get(row.release())));
    }

    @Override
    public void setAside(PublishedRow row, Reason reason) {
        setAside.add(row, reason);
    }

    @Override
    public void quarantined(PublishedRow row, Reason reason) {
        out.accept(Verdicts.refused(place, refused(row, reason), releaseIds.get(row.release())));
    }

    /** The original text is in the file, at that line; what decided is said here. */
    private static PublishedRows.Refused refused(PublishedRow row, Reason reason) {
        String read = row.toString();
        return new PublishedRows.Refused(
                row.line(),
                reason.key(),
                reason.meaning(),
                read,
                read.length(),
                Fingerprint.of(List.of(read)),
                row.value());
    }

    @Override
    public void finding(Finding finding) {
        out.accept(Verdicts.finding(place, finding));
    }
}
