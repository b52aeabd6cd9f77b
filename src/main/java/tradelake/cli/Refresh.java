package tradelake.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import tradelake.claims.Claims;
import tradelake.lake.BadInput;
import tradelake.lake.Lake;
import tradelake.lake.Lock;
import tradelake.lake.Manifest;
import tradelake.lake.Pipeline;
import tradelake.lake.RunContext;
import tradelake.lake.Runs;
import tradelake.lake.Selection;
import tradelake.lake.Setting;
import tradelake.lake.Settings;
import tradelake.lake.Story;
import tradelake.lake.Table;
import tradelake.lake.Workspace;
import tradelake.reference.Indices;
import tradelake.reference.Reference;
import tradelake.serve.Snapshots;
import tradelake.serve.Source;
import tradelake.sources.InputFiles;
import tradelake.sources.Originals;
import tradelake.sources.Release;
import tradelake.sources.ReleaseRegister;
import tradelake.sources.Releases;
import tradelake.sources.SourceFile;
import tradelake.tariffs.study.Study;

/** One run of the pipeline under the lake's lock: what changed among the releases, then whatever depends on it. */
final class Refresh {
    /** Stands over every answer that any synthetic file went into. */
    static final String SYNTHETIC = "SYNTHETIC: made-up data of `tradelake sample`, no statistics of any economy";

    /** Damaged files told of before the work begins; all are findings of the run. */
    private static final int NAMED_AT_ONCE = 3;

    private static final String RAW = "raw";
    private static final String RAW_KEEP = "raw.keep";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Lake lake;
    private final Runs runs;
    private final Settings settings;
    private final Snapshots snapshots;
    private final Reference reference;
    private final Indices indices;
    private final Claims claims;
    private final Study study;
    private final Optional<Workspace> workspace;
    private final Story story;
    private final Clock clock;

    Refresh(
            Lake lake,
            Settings settings,
            Reference reference,
            Indices indices,
            Claims claims,
            Study study,
            Optional<Workspace> workspace,
            Story story,
            Clock clock) {
        this.lake = lake;
        this.runs = new Runs(lake.store());
        this.settings = settings;
        this.snapshots = new Snapshots(lake.store(), settings);
        this.reference = reference;
        this.indices = indices;
        this.claims = claims;
        this.study = study;
        this.workspace = workspace;
        this.story = story;
        this.clock = clock;
    }

    /**
     * What a run did.
     *
     * @param refused damaged files that were kept out
     */
    record Outcome(Manifest manifest, List<Release> refused) {

        /** Throws {@link BadInput} after all is done that could be: whoever watches exit codes must hear of a damaged file. */
        void requireNothingRefused() {
            if (refused.isEmpty()) return;
            throw new BadInput("%d damaged %s kept out, all else is done: %s"
                    .formatted(
                            refused.size(),
                            refused.size() == 1 ? "file was" : "files were",
                            refused.stream()
                                    .limit(5)
                                    .map(release -> release.facts().message())
                                    .collect(Collectors.joining(" "))));
        }
    }

    /** The change of the register that reading these files or folders is; inputs without anything to read are refused at once. */
    Consumer<ReleaseRegister> reading(List<String> inputs, Story told) {
        requireOwnFiles();
        List<Path> paths = inputs.stream().map(Path::new).toList();
        originals().refuseNested(paths, lake.store().root(), hadoop());
        InputFiles.requireSome(paths, hadoop());
        return register -> {
            register.read(paths, hadoop(), Runtime.getRuntime().availableProcessors(), originals());
            told.note(register.summary());
            register.refused().stream()
                    .limit(NAMED_AT_ONCE)
                    .forEach(release -> told.note("Kept out: " + release.facts().message()));
        };
    }

    /** The change of the register that taking files out is. */
    Consumer<ReleaseRegister> forgetting(List<String> files, Story told) {
        requireOwnFiles();
        return register -> files.forEach(file -> told.note("Taken out: " + register.forget(file)));
    }

    private void requireOwnFiles() {
        workspace.ifPresent(lender -> {
            throw new BadInput("%s is a workspace: files are taken into and out of its lake, %s. Here run: build."
                    .formatted(lake.store().root(), lender.lake()));
        });
    }

    /** Where originals are read from. */
    Originals originals() {
        return workspace
                .map(lender -> new Originals(
                        lender.path(RAW),
                        Boolean.parseBoolean(lender.published().settings().get(RAW_KEEP))))
                .orElseGet(() -> new Originals(lake.store().path(RAW), settings.flag(RAW_KEEP)));
    }

    /** Every file that the lake knows, as of its last good state; of a workspace those of the published run beside it. */
    List<Release> releases() {
        return workspace
                .map(Workspace::lent)
                .or(runs::latest)
                .map(manifest -> manifest.tables().get(Releases.TABLE.name()))
                .map(state -> lake.read(Releases.TABLE, state).collectAsList().stream()
                        .map(Releases::read)
                        .map(Release::asOfToday)
                        .toList())
                .orElse(List.of());
    }

    /** Where the files of some releases are read from. */
    List<SourceFile> files(List<Release> releases) {
        return releases.stream().map(originals()::file).toList();
    }

    List<Story.Planned> plan(BuildChoice choice) {
        return pipeline(releases(), choice.asOf()).plan(choice.selection(), choice.full());
    }

    /**
     * Takes the lock, changes the register, makes what is stale and publishes it if nothing is stale any more.
     *
     * @param change what happens to the register: files read or forgotten
     * @param asOf only releases published up to this day count
     */
    Outcome run(Consumer<ReleaseRegister> change, Selection selection, boolean full, Optional<LocalDate> asOf) {
        try (Lock lock = Lock.acquire(lake.store(), settings.duration("lock.expiry"), clock)) {
            long base = lock.takenOver() ? runs.fence(runs.lastPointer()) : runs.lastPointer();
            runs.closeDead(Instant.now(clock).toString());
            workspace.ifPresentOrElse(this::tellOtherSettings, () -> originals().sweep(hadoop()));
            ReleaseRegister register = new ReleaseRegister(releases());
            change.accept(register);
            Pipeline pipeline = pipeline(register.releases(), asOf);
            RunContext context = new RunContext(
                    runId(lock),
                    lake,
                    story,
                    clock,
                    Versions.own(),
                    inForce(),
                    labels(register, asOf),
                    settings.integer("steps.at-once"),
                    lock::require);
            Manifest manifest = pipeline.run(context, selection, full, register.findings());
            lock.require();
            Watch watch = new Watch(lake, settings, LocalDate.now(clock));
            Manifest judged =
                    pipeline.judged(manifest, context, watch.over(manifest, seen(), register.releases()), Watch.REMEDY);
            Manifest ended = pipeline.end(judged, context, base);
            runs.published().ifPresent(published -> snapshot(published, lock));
            return new Outcome(ended, register.refused());
        }
    }

    private Optional<Manifest> seen() {
        return runs.published().or(() -> workspace.map(Workspace::lent));
    }

    /** What makes the numbers differ must be seen: a setting that the nightly run has and this one forgot, too. */
    private void tellOtherSettings(Workspace lender) {
        Map<String, String> theirs = lender.published().settings();
        String others = settings.all().stream()
                .filter(setting -> !setting.text().equals(theirs.get(setting.key())))
                .map(setting -> "%s = %s (there %s)"
                        .formatted(setting.key(), setting.text(), theirs.getOrDefault(setting.key(), "not known")))
                .collect(Collectors.joining(", "));
        story.note("Beside run %s of %s. Settings that differ: %s"
                .formatted(lender.published().run(), lender.lake(), others.isEmpty() ? "none" : others));
    }

    /** Also where nothing new was published: a run that died between publishing and its snapshot left none. */
    private void snapshot(Manifest published, Lock lock) {
        List<Source> sources = TradelakeCatalog.declared(settings).tables().stream()
                .filter(Snapshots::reads)
                .filter(table -> published.tables().containsKey(table.name()))
                .map(table -> source(table, published.tables().get(table.name())))
                .toList();
        snapshots.publish(published, sources, lock::require).ifPresent(story::note);
    }

    private Source source(Table table, Manifest.TableState state) {
        return new Source(table, state, () -> lake.files(table, state));
    }

    private Pipeline pipeline(List<Release> releases, Optional<LocalDate> asOf) {
        return new Pipeline(
                new TradelakeCatalog(settings, reference, indices, claims, study).of(releases, originals(), asOf),
                runs,
                workspace);
    }

    private static List<String> labels(ReleaseRegister register, Optional<LocalDate> asOf) {
        boolean synthetic = register.releases().stream()
                .anyMatch(release -> release.isAccepted() && release.facts().synthetic());
        List<String> labels = new ArrayList<>();
        if (synthetic) labels.add(SYNTHETIC);
        long undated = register.releases().stream()
                .filter(release ->
                        release.isAccepted() && release.facts().published().isEmpty())
                .count();
        asOf.ifPresent(day -> labels.add(
                "AS OF %s: files published later do not count; %,d files without a date do".formatted(day, undated)));
        return List.copyOf(labels);
    }

    private Configuration hadoop() {
        return lake.spark().sparkContext().hadoopConfiguration();
    }

    private String runId(Lock lock) {
        return "%06d-%s".formatted(lock.number(), STAMP.format(Instant.now(clock)));
    }

    /** Settings of Spark are left out of manifests: they may hold credentials. */
    private Map<String, String> inForce() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting setting : settings.all()) values.put(setting.key(), setting.text());
        return values;
    }
}
