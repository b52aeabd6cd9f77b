package tradelake.serve;

import org.apache.hadoop.fs.Path;
import tradelake.lake.Manifest;
import tradelake.lake.Table;

/**
 * A table of a run, at the version that the run pins.
 *
 * @param place the folder of the Delta table
 */
public record Source(Table table, Manifest.TableState state, Path place) {}
