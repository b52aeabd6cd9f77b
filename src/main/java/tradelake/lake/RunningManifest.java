package tradelake.lake;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The manifest of a run that is under way, saved each time a step adds to it: several may end at the same time. */
final class RunningManifest {
    private final Catalog catalog;
    private final Runs runs;
    private final Set<Table> doubted = new HashSet<>();
    private Manifest manifest;

    RunningManifest(Manifest manifest, Catalog catalog, Runs runs) {
        this.catalog = catalog;
        this.runs = runs;
        this.manifest = manifest;
        runs.save(manifest);
    }

    /** What is good by now, without what a broken rule has cast doubt upon. */
    synchronized Manifest now() {
        return manifest.without(doubted);
    }

    synchronized void add(Map<String, Manifest.TableState> made, Manifest.WorkReport report) {
        manifest = manifest.withTables(made).withWork(report);
        runs.save(now());
    }

    /**
     * Where a rule of silver is broken, the tables that the step was computed from are made anew by the next run, and so is all
     * else that was computed from them. Not those that are made of nothing in the lake, for they could not be made again; and
     * not where a rule of gold is broken, for those do not speak of what was read. One pass over the catalog reaches all of them,
     * for there each step comes after those it reads from.
     */
    synchronized void doubt(Work work) {
        if (work.outputs().get(0).layer() != Layer.SILVER) return;
        for (Work maker : catalog.works())
            if (!maker.inputs().isEmpty())
                maker.outputs().stream().filter(work.inputs()::contains).forEach(doubted::add);
        for (Work reader : catalog.works())
            if (reader.inputs().stream().anyMatch(doubted::contains)) doubted.addAll(reader.outputs());
    }
}
