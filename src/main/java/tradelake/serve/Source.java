package tradelake.serve;

import java.util.List;
import java.util.function.Supplier;
import tradelake.lake.Manifest;
import tradelake.lake.Table;

/**
 * A table of a run, and the Parquet files that hold exactly the rows of its pinned version.
 *
 * @param files URIs; asked for only where the table is written
 */
public record Source(Table table, Manifest.TableState state, Supplier<List<String>> files) {}
