package tradelake.lake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a run stands on and what it did: the file LAKE/runs/RUN.json. A table is named here only after its committed version
 * passed its audit.
 *
 * @param run id of the run: its number and its start, sortable as text
 * @param status {@code running}, {@code built} (good, but something is still stale), {@code published},
 *     {@code unchanged} (readers would see the same) or {@code failed}
 * @param code version of the program
 * @param labels what must be said over every answer, such as that the data are synthetic
 * @param settings every setting in force
 * @param tables by name, the good version of each
 * @param work what was made in this run, in the order in which it was finished
 */
public record Manifest(
        String run,
        String status,
        String started,
        String finished,
        String code,
        String message,
        List<String> labels,
        Map<String, String> settings,
        Map<String, TableState> tables,
        List<WorkReport> work) {

    static final String RUNNING = "running";
    static final String PUBLISHED = "published";

    /**
     * The good version of a table.
     *
     * @param version Delta version
     * @param fingerprint of everything that decides the content
     * @param content what steps that read it depend on: the fingerprint, unless the step says less
     * @param declaration fingerprint of schema and rules
     * @param inputs table name to the Delta version read
     * @param run the run that committed it
     * @param lake root of the lake it lies in, which is only read; null for the manifest's own
     */
    public record TableState(
            long version,
            String fingerprint,
            String content,
            String declaration,
            long rows,
            Map<String, Long> inputs,
            String run,
            String lake) {

        /** In the manifest's own lake. */
        public TableState(
                long version,
                String fingerprint,
                String content,
                String declaration,
                long rows,
                Map<String, Long> inputs,
                String run) {
            this(version, fingerprint, content, declaration, rows, inputs, run, null);
        }

        /** Whether it lies in another lake: this one may read it and build nothing upon it. */
        public boolean lent() {
            return lake != null;
        }

        /** The same version of the same table. */
        public boolean isTheSameAs(TableState other) {
            return version == other.version && Objects.equals(lake, other.lake);
        }

        TableState lentBy(String root) {
            return new TableState(version, fingerprint, content, declaration, rows, inputs, run, root);
        }
    }

    /**
     * What one step did.
     *
     * @param rows rows in its output tables
     * @param rules how many rules held
     */
    public record WorkReport(String name, long rows, double seconds, int rules, List<Finding> findings) {}

    /** A run that starts where {@code before} ended. */
    static Manifest after(
            Manifest before,
            String run,
            String started,
            String code,
            List<String> labels,
            Map<String, String> settings) {
        Map<String, TableState> tables = before == null ? Map.of() : before.tables();
        return new Manifest(run, RUNNING, started, null, code, null, labels, settings, tables, List.of());
    }

    Manifest withTables(Map<String, TableState> made) {
        Map<String, TableState> all = new TreeMap<>(tables);
        all.putAll(made);
        return new Manifest(run, status, started, finished, code, message, labels, settings, all, work);
    }

    Manifest without(Collection<Table> doubted) {
        Map<String, TableState> rest = new TreeMap<>(tables);
        doubted.forEach(table -> rest.remove(table.name()));
        return new Manifest(run, status, started, finished, code, message, labels, settings, rest, work);
    }

    Manifest withWork(WorkReport report) {
        List<WorkReport> all = new ArrayList<>(work);
        all.add(report);
        return new Manifest(run, status, started, finished, code, message, labels, settings, tables, List.copyOf(all));
    }

    Manifest ended(String status, String finished, String message) {
        return new Manifest(run, status, started, finished, code, message, labels, settings, tables, work);
    }

    /** Whether a reader would find nothing different: the same versions of the same tables under the same labels. */
    boolean saysTheSameAs(Manifest other) {
        return tables.equals(other.tables) && labels.equals(other.labels);
    }

    /** Whether readers saw it, or see it. */
    public boolean isPublished() {
        return status.equals(PUBLISHED);
    }

    /** Table name to pinned Delta version. */
    public Map<String, Long> versions() {
        Map<String, Long> versions = new LinkedHashMap<>();
        tables.forEach((name, state) -> versions.put(name, state.version()));
        return versions;
    }
}
