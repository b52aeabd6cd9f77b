package tradelake.lake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brings the tables of a catalog up to date: makes what is stale, each table after those it is made from, and names each good
 * version in the manifest.
 */
public final class Pipeline {
    private final Catalog catalog;
    private final Runs runs;
    private final Optional<Workspace> workspace;
    private final Staleness staleness;

    public Pipeline(Catalog catalog, Runs runs) {
        this(catalog, runs, Optional.empty());
    }

    /**
     * Of a lake that may stand beside another.
     *
     * @param workspace lends what this lake has not made itself
     */
    public Pipeline(Catalog catalog, Runs runs, Optional<Workspace> workspace) {
        this.catalog = catalog;
        this.runs = runs;
        this.workspace = workspace;
        this.staleness = new Staleness(catalog);
    }

    /** What would be made now, and why. Reads manifests only. */
    public List<Story.Planned> plan(Selection selection, boolean full) {
        return staleness.plan(before(), selection.in(catalog), full);
    }

    /**
     * Makes what is stale and selected. Every good table is named in the saved manifest as soon as it is good, so a run that
     * dies is not repeated where it had come to.
     *
     * @param full makes what is fresh too, from nothing
     * @param findings what was found before the first step
     */
    public Manifest run(RunContext context, Selection selection, boolean full, List<Finding> findings) {
        Manifest before = before();
        Manifest manifest = Manifest.after(
                before, context.run(), now(context.clock()), context.code(), context.labels(), context.settings());
        List<Story.Planned> plan = staleness.plan(before, selection.in(catalog), full);
        context.story().plan(plan);
        if (!findings.isEmpty()) manifest = manifest.withWork(new Manifest.WorkReport("input", 0, 0, 0, findings));
        RunningManifest running = new RunningManifest(manifest, catalog, runs);
        List<Work> stale = IntStream.range(0, plan.size())
                .filter(i -> plan.get(i).stale())
                .<Work>mapToObj(catalog.works()::get)
                .toList();
        context.lake().noteRun(context.run());
        try {
            SideBySide.perform(stale, context.stepsAtOnce(), work -> perform(work, running, context, full));
            return running.now();
        } catch (Throwable e) {
            // Spark throws checked exceptions unannounced; whatever it was, the run does not stay "running" for ever.
            saveFailed(running.now(), context, e);
            throw e;
        }
    }

    /** What the run starts from: the last good state, in a workspace that of what it is lent and has made. */
    private Manifest before() {
        Manifest own = runs.latest().orElse(null);
        return workspace.map(lender -> lender.start(own, staleness)).orElse(own);
    }

    /** What the run failed of is what the user must hear, also where that cannot be saved. */
    private void saveFailed(Manifest manifest, RunContext context, Throwable failure) {
        String unexpected = Shutdown.isUnderWay() ? "Stopped from outside before its end." : failure.getMessage();
        String message = Expected.behind(failure).map(Throwable::getMessage).orElse(unexpected);
        try {
            runs.save(manifest.ended("failed", now(context.clock()), message));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Adds what was found in the result as a whole. A failure among it ends the run: its tables stay, readers see what they saw.
     *
     * @param remedy what the user can do
     */
    public Manifest judged(Manifest manifest, RunContext context, List<Finding> findings, String remedy) {
        if (findings.isEmpty()) return manifest;
        Manifest.WorkReport report = new Manifest.WorkReport("watch", 0, 0, 0, findings);
        context.story().finished(report);
        Manifest told = manifest.withWork(report);
        List<Finding> failures = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.failure)
                .toList();
        if (failures.isEmpty()) return told;
        CheckFailed failure = new CheckFailed("Not published, for %,d %s (%s): %s. %s"
                .formatted(
                        failures.size(),
                        failures.size() == 1 ? "check failed" : "checks failed",
                        failures.get(0).kind(),
                        failures.get(0).message(),
                        remedy));
        saveFailed(told, context, failure);
        throw failure;
    }

    /** Ends the run; where nothing is stale any more it becomes what readers see. */
    public Manifest end(Manifest manifest, RunContext context, long basePointer) {
        boolean whole = staleness.plan(manifest, Selection.ALL.in(catalog), false).stream()
                .noneMatch(Story.Planned::stale);
        boolean news = !runs.published().map(manifest::saysTheSameAs).orElse(false);
        String status = !whole ? "built" : news ? Manifest.PUBLISHED : "unchanged";
        Manifest ended = manifest.ended(status, now(context.clock()), null);
        if (whole && news) runs.publish(ended, basePointer);
        else runs.save(ended);
        context.story().ended(ended);
        return ended;
    }

    private void perform(Work work, RunningManifest manifest, RunContext context, boolean full) {
        context.stillMine().run();
        Manifest before = manifest.now();
        requireInputs(work, before);
        String meaning = work.outputs().get(0).meaning().en();
        context.story().started(work.name(), meaning);
        context.lake().spark().sparkContext().setJobGroup(work.name(), meaning, false);
        String fingerprint = Staleness.fingerprint(
                work,
                before.tables().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, table -> table.getValue().content())));
        long start = System.nanoTime();
        RunningWork running = new RunningWork(context.lake(), work, before, fingerprint, full);
        try {
            work.perform(running);
        } catch (Throwable e) {
            if (Expected.behind(e).filter(CheckFailed.class::isInstance).isPresent()) manifest.doubt(work);
            throw e;
        }
        context.stillMine().run();
        Manifest.WorkReport report = running.report((System.nanoTime() - start) / 1e9);
        manifest.add(running.committed(), report);
        context.story().finished(report);
    }

    private static void requireInputs(Work work, Manifest manifest) {
        for (Table input : work.inputs())
            if (!manifest.tables().containsKey(input.name()))
                throw new BadInput("Cannot make %s: %s was not made yet. Build it too, with -s +%s."
                        .formatted(work.name(), input, work.name()));
    }

    private static String now(Clock clock) {
        return Instant.now(clock).toString();
    }
}
