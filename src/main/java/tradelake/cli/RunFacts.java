package tradelake.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tradelake.lake.Manifest;
import tradelake.lake.console.Teller;

/** Keeps what a run tells, for {@link MetricsFile}, and passes it on. */
final class RunFacts implements Teller {
    private final Teller told;
    private final Clock clock;
    private final Instant start;
    private final List<Manifest.WorkReport> reports = new ArrayList<>();
    private Optional<Manifest> ended = Optional.empty();

    RunFacts(Teller told, Clock clock) {
        this.told = told;
        this.clock = clock;
        this.start = clock.instant();
    }

    synchronized Optional<Manifest> ended() {
        return ended;
    }

    /** Of a run that ended all that it did, the findings of its input too; of another the steps that were finished. */
    synchronized List<Manifest.WorkReport> reports() {
        return ended.map(Manifest::work).orElse(List.copyOf(reports));
    }

    Instant now() {
        return clock.instant();
    }

    Duration took() {
        return Duration.between(start, now());
    }

    @Override
    public void plan(List<Planned> plan) {
        told.plan(plan);
    }

    @Override
    public void started(String work, String meaning) {
        told.started(work, meaning);
    }

    @Override
    public void tasks(String job, int done, int known) {
        told.tasks(job, done, known);
    }

    @Override
    public synchronized void finished(Manifest.WorkReport report) {
        reports.add(report);
        told.finished(report);
    }

    @Override
    public void note(String text) {
        told.note(text);
    }

    @Override
    public synchronized void ended(Manifest manifest) {
        ended = Optional.of(manifest);
        told.ended(manifest);
    }

    @Override
    public void failed(String message, int exitCode) {
        told.failed(message, exitCode);
    }

    @Override
    public void close() {
        told.close();
    }
}
