package tradelake.serve;

/** Questions about what a snapshot holds, answered from DuckDB's own lists and the comments in them. */
final class Listings {
    /** Tables and views; where a moved snapshot stands behind another one, the comments are in that. */
    static final String TABLES =
            """
            SELECT schema_name, table_name, comment FROM duckdb_tables() WHERE schema_name = 'gold'
            UNION ALL
            SELECT schema_name, view_name, comment FROM duckdb_views() WHERE schema_name = 'gold'""";

    static final String ALL =
            """
            SELECT schema_name || '.' || table_name AS "table", max(comment) AS meaning
            FROM (%s) GROUP BY ALL ORDER BY 1"""
                    .formatted(TABLES);

    private Listings() {}

    static String columnsOf(String table) {
        return """
                SELECT column_name AS "column", lower(any_value(data_type)) AS "type", max(comment) AS meaning
                FROM duckdb_columns() WHERE schema_name = 'gold' AND table_name = %s
                GROUP BY column_name ORDER BY min(column_index)"""
                .formatted(Duck.literal(table));
    }
}
