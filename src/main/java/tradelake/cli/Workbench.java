package tradelake.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tradelake.gravity.Frame;
import tradelake.tariffs.simulate.ResultTable;

/**
 * What the commands do, apart from how they are typed and printed: one method a command. Failures are exceptions: BadInput,
 * CheckFailed, TryLater, or a bug.
 */
interface Workbench {
    /**
     * Ingests, builds, audits and publishes; shows the headline shares as soon as their table is good.
     *
     * @param register where the published run is shown in Spark's catalog
     */
    void refresh(Setup setup, List<String> inputs, Optional<CatalogSchema> register, RowsOut out);

    void ingest(Setup setup, List<String> paths);

    /** Takes files out of the lake again, by name, path or first digits of their SHA-256. */
    void forget(Setup setup, List<String> files);

    /**
     * Makes what is stale among the chosen.
     *
     * @param out the workspace in which it is made, beside the lake
     * @param register where the published run is shown in Spark's catalog, also if this one published nothing
     */
    void build(Setup setup, BuildChoice choice, Optional<String> out, Optional<CatalogSchema> register);

    void plan(Setup setup, BuildChoice choice, RowsOut out);

    void tables(Setup setup, RowsOut out);

    void describe(Setup setup, String table, Language language, RowsOut out);

    void coverage(Setup setup, RowsOut out);

    /** Published figures beside computed ones, one line a figure. */
    void claims(Setup setup, RowsOut out);

    /** Answers a statement; without one, a shell that answers one after the other. */
    void sql(Setup setup, Question question);

    /**
     * Where the report of the published run lies.
     *
     * @param file where it is to be written anew instead
     */
    Path report(Setup setup, Optional<Path> file);

    void runs(Setup setup, RowsOut out);

    /**
     * Deletes the versions of tables that none of the last published runs stands on.
     *
     * @param kept how many runs, at least 1
     */
    void maintain(Setup setup, int kept, RowsOut out);

    /**
     * What differs between two runs.
     *
     * @param before a run, or the beginning of its name
     * @param after the same; empty for the one that readers see
     * @param table whose numbers are listed, in place of how many rows of each table differ
     */
    void diff(Setup setup, String before, Optional<String> after, Optional<String> table, RowsOut out);

    /**
     * Answers scenarios on the published run without touching the lake.
     *
     * @param names of conf/scenarios, or files
     */
    List<ResultTable> scenarios(Setup setup, List<String> names);

    /**
     * Columns of a table of the published run, or of a Parquet file or folder.
     *
     * @param table its name, or a path that ends in {@code .parquet}
     */
    Frame columns(Setup setup, String table, Set<String> columns);

    /**
     * Writes synthetic files.
     *
     * @param notes is told what was written
     */
    void sample(Path folder, long rows, long seed, Consumer<String> notes);
}
