package tradelake.cli;

/** What answers SQL. */
enum Engine {
    /** The published snapshot: gold, within a second or so. */
    duckdb,
    /** The lake itself: all layers, on a cluster too. */
    spark
}
