package tradelake.serve;

import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import tradelake.lake.Manifest;
import tradelake.lake.Table;

/**
 * A table of a run, at the version that the run pins.
 *
 * @param files the Parquet files that together hold the rows of that version, asked for only where they are read: finding them costs
 *     between a tenth and half of a second a table
 */
public record Source(Table table, Manifest.TableState state, Supplier<List<Path>> files) {}
