package tradelake.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tradelake.lake.Manifest;

/**
 * What a folder under LAKE/published holds: its manifest.json, which is written last, so that a folder without it is none.
 *
 * @param name of the folder
 * @param format how the folder is laid out; one of another format is written anew
 * @param run the published run
 * @param code version of the program that made the run
 * @param labels what must be said over every answer
 * @param folder where the folder lies: views point to Parquet files there
 * @param rowsInside the greatest table that stands in the database file itself
 * @param tables by name
 */
record Snapshot(
        String name,
        int format,
        String run,
        String code,
        List<String> labels,
        String folder,
        long rowsInside,
        Map<String, Part> tables) {
    static final int FORMAT = 2;
    static final String MANIFEST = "manifest.json";
    static final String DATABASE = "tradelake.duckdb";
    static final String README = "README.md";

    /**
     * One table.
     *
     * @param state the version it was made from, as the run pins it
     * @param file the Parquet file, relative to the folder; null where a view reads those of the lake that lends the table
     * @param inside whether its rows stand in the database file too, or a view there reads the Parquet file
     */
    record Part(Manifest.TableState state, String file, boolean inside) {}

    /** The file of a table where it was made from the very same version. */
    Optional<String> fileOf(String table, Manifest.TableState state) {
        return Optional.ofNullable(tables.get(table))
                .filter(part -> format == FORMAT && part.state().equals(state))
                .map(Part::file);
    }
}
