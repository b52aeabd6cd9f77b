package tradelake.lake;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/** One step of the pipeline while it runs: what it may read, and how it commits what it made. */
public final class RunningWork implements Tables {
    private final Lake lake;
    private final Work work;
    private final Manifest before;
    private final String fingerprint;
    private final boolean anew;
    private final Map<String, Manifest.TableState> committed = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int rules;

    RunningWork(Lake lake, Work work, Manifest before, String fingerprint, boolean anew) {
        this.lake = lake;
        this.work = work;
        this.before = before;
        this.fingerprint = fingerprint;
        this.anew = anew;
    }

    @Override
    public Dataset<Row> read(Table table) {
        if (!work.inputs().contains(table) && !work.outputs().contains(table))
            throw new IllegalStateException(work.name() + " reads " + table + " without declaring it");
        Manifest.TableState state =
                committed.getOrDefault(table.name(), before.tables().get(table.name()));
        if (state == null) throw new IllegalStateException(table + " was not made before " + work.name());
        return lake.read(table, state);
    }

    @Override
    public Dataset<Row> rows(StructType schema, List<Row> rows) {
        return lake.spark().createDataFrame(rows, schema);
    }

    @Override
    public Dataset<Row> load(String source, Map<String, String> options) {
        return lake.spark().read().format(source).options(options).load();
    }

    /** Whether the output has a good version of the declared shape, in this lake, that this step may build upon. */
    public boolean canBuildUpon(Table table) {
        return remembers(table) && !before.tables().get(table.name()).lent();
    }

    /** Whether the output was made before, in this lake or one that lends it, and the step is not asked to forget that. */
    public boolean remembers(Table table) {
        Manifest.TableState good = before.tables().get(table.name());
        return !anew && good != null && good.declaration().equals(declaration(table));
    }

    /** Undoes what a dead run committed and never named. */
    private void takeBack(Table table) {
        long good = goodVersion(table);
        if (lake.headVersion(table) != good) lake.restore(table, good);
    }

    private long goodVersion(Table table) {
        return before.tables().get(table.name()).version();
    }

    public void note(Finding finding) {
        findings.add(finding);
    }

    /** Replaces the whole table. */
    public void overwrite(Table table, Dataset<Row> rows) {
        if (canBuildUpon(table)) takeBack(table);
        else lake.createAnew(table);
        lake.overwrite(table, rows, fingerprint);
        name(table, lit(true), 0);
    }

    /**
     * Replaces some partitions of the table by the rows, which lie in those partitions; one that gets no rows is emptied.
     * Where a run died after a commit that was never named, the table is first taken back to its last good version.
     *
     * @param replaced values of the partition columns, in their order
     */
    public void replacePartitions(Table table, Dataset<Row> rows, List<Row> replaced) {
        if (!canBuildUpon(table)) {
            overwrite(table, rows);
            return;
        }
        long good = goodVersion(table);
        takeBack(table);
        Set<Row> emptied = new HashSet<>(lake.partitions(table, lake.headVersion(table)));
        emptied.retainAll(new HashSet<>(replaced));
        Column[] columns = table.partitions().stream().map(Field::col).toArray(Column[]::new);
        rows.select(columns).distinct().collectAsList().forEach(emptied::remove);
        lake.overwritePartitions(table, rows, fingerprint);
        if (!emptied.isEmpty()) lake.deleteWhere(table, anyOf(table, emptied));
        name(table, anyOf(table, replaced), rowsOutside(table, good, replaced));
    }

    /** Computes the rows once for several commits. */
    public void sharing(Dataset<Row> rows, Consumer<Dataset<Row>> commits) {
        Dataset<Row> kept = rows.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            commits.accept(kept);
        } finally {
            kept.unpersist();
        }
    }

    Map<String, Manifest.TableState> committed() {
        return committed;
    }

    Manifest.WorkReport report(double seconds) {
        long rows =
                committed.values().stream().mapToLong(Manifest.TableState::rows).sum();
        return new Manifest.WorkReport(work.name(), rows, seconds, rules, List.copyOf(findings));
    }

    static String declaration(Table table) {
        return Fingerprint.of(List.of(table.declaration()));
    }

    /** Reads the committed version back, refuses it if a rule is broken, and only then names it. */
    private void name(Table table, Column part, long rowsElsewhere) {
        long version = lake.ownVersion(table, canBuildUpon(table) ? goodVersion(table) : -1);
        Audit audit = Audit.of(table, lake.read(table, version).filter(part));
        audit.require();
        rules += table.rules().size() + 1;
        Map<String, Long> inputs = new TreeMap<>();
        for (Table input : work.inputs())
            inputs.put(input.name(), before.tables().get(input.name()).version());
        committed.put(
                table.name(),
                new Manifest.TableState(
                        version,
                        fingerprint,
                        work.content().orElse(fingerprint),
                        declaration(table),
                        audit.rows() + rowsElsewhere,
                        inputs,
                        before.run()));
    }

    private long rowsOutside(Table table, long version, List<Row> replaced) {
        return replaced.isEmpty()
                ? before.tables().get(table.name()).rows()
                : lake.read(table, version).filter(not(anyOf(table, replaced))).count();
    }

    /**
     * A condition on partition columns alone, so that Delta decides it without reading a file: short also for thousands of
     * partitions, for those that share all but the last column are one list.
     */
    private static Column anyOf(Table table, Iterable<Row> partitions) {
        List<Field<?>> columns = table.partitions();
        int last = columns.size() - 1;
        Map<List<Object>, List<Object>> lists = new LinkedHashMap<>();
        for (Row row : partitions) {
            List<Object> before = new ArrayList<>();
            for (int i = 0; i < last; i++) before.add(row.get(i));
            lists.computeIfAbsent(before, none -> new ArrayList<>()).add(row.get(last));
        }
        Column any = lit(false);
        for (var list : lists.entrySet()) {
            Column all = columns.get(last).col().isin(list.getValue().toArray());
            for (int i = 0; i < last; i++)
                all = all.and(columns.get(i).col().equalTo(list.getKey().get(i)));
            any = any.or(all);
        }
        return any;
    }
}
