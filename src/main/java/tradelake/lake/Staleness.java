package tradelake.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which steps of a catalog would be made anew, and why: told from manifests alone. */
final class Staleness {
    private static final String FRESH = "fresh";

    private final Catalog catalog;
    private final Fresh fresh;
    /** Tables that depend on what they were before. */
    private final Set<String> remembering;

    Staleness(Catalog catalog) {
        this.catalog = catalog;
        this.fresh = fresh(catalog);
        this.remembering = catalog.works().stream()
                .filter(Work::remembers)
                .flatMap(work -> work.outputs().stream())
                .map(Table::name)
                .collect(Collectors.toSet());
    }

    /**
     * What the fingerprints are once everything is fresh.
     *
     * @param byWork of each step, by its name
     * @param byTable what steps that read a table depend on, by its name
     */
    private record Fresh(Map<String, String> byWork, Map<String, String> byTable) {}

    /** @param before null where there was none */
    List<Story.Planned> plan(Manifest before, Set<String> selected, boolean full) {
        List<Story.Planned> plan = new ArrayList<>();
        for (Work work : catalog.works()) {
            String reason = full ? "asked for" : reason(work, before);
            boolean chosen = selected.contains(work.name());
            plan.add(new Story.Planned(
                    work.name(),
                    chosen && !reason.equals(FRESH),
                    chosen ? reason : "not selected",
                    work.outputs().stream().map(Table::name).toList()));
        }
        return plan;
    }

    /** The tables that are not as they would be made now. */
    List<Table> stale(Manifest manifest) {
        return catalog.works().stream()
                .filter(work -> !reason(work, manifest).equals(FRESH))
                .flatMap(work -> work.outputs().stream())
                .toList();
    }

    private String reason(Work work, Manifest before) {
        for (Table output : work.outputs()) {
            Manifest.TableState state = before == null ? null : before.tables().get(output.name());
            if (state == null) return "not made yet";
            if (!state.declaration().equals(RunningWork.declaration(output))) return "declared differently";
            if (!state.fingerprint().equals(fresh.byWork().get(work.name())) || isMadeAgain(work, before, state))
                return why(work, before, state);
        }
        return FRESH;
    }

    /** Whether an input that depends on what it was before is another version than the one that was read. */
    private boolean isMadeAgain(Work work, Manifest before, Manifest.TableState made) {
        return work.inputs().stream()
                .map(Table::name)
                .filter(remembering::contains)
                .anyMatch(input ->
                        isOther(before.tables().get(input), made.inputs().get(input)));
    }

    /** @param read null of an input that is read for the first time */
    private static boolean isOther(Manifest.TableState now, Long read) {
        return now != null && read != null && now.version() != read;
    }

    /** Names the inputs that are other than those the table was made from; where all are the same, it is something else. */
    private String why(Work work, Manifest before, Manifest.TableState made) {
        List<String> changed = work.inputs().stream()
                .map(Table::name)
                .filter(input -> {
                    Manifest.TableState now = before.tables().get(input);
                    return now == null
                            || !now.content().equals(fresh.byTable().get(input))
                            || now.version() != made.inputs().getOrDefault(input, now.version());
                })
                .toList();
        return changed.isEmpty()
                ? "its settings, reference data or code changed"
                : String.join(", ", changed) + " changed";
    }

    private static Fresh fresh(Catalog catalog) {
        Map<String, String> byTable = new HashMap<>();
        Map<String, String> byWork = new HashMap<>();
        for (Work work : catalog.works()) {
            String fingerprint = fingerprint(work, byTable);
            byWork.put(work.name(), fingerprint);
            work.outputs()
                    .forEach(output -> byTable.put(output.name(), work.content().orElse(fingerprint)));
        }
        return new Fresh(byWork, byTable);
    }

    /** An input counts by the fingerprint of its good version; OPTIMIZE and the like leave that as it is. */
    static String fingerprint(Work work, Map<String, String> byTable) {
        List<String> parts = new ArrayList<>(List.of(work.name(), "revision " + work.revision(), work.dependsOn()));
        work.inputs().forEach(input -> parts.add(byTable.get(input.name())));
        work.outputs().forEach(output -> parts.add(output.declaration()));
        return Fingerprint.of(parts);
    }
}
