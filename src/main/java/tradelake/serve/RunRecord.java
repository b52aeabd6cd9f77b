package tradelake.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tradelake.lake.Manifest;
import tradelake.lake.Table;

/**
 * What a run says of itself, the schema {@code run} of a snapshot's database: its files and what became of their rows, in sums;
 * its tables and their versions; its settings. No row of trade is in it, and no place on the machine that ran.
 */
final class RunRecord {
    static final String SCHEMA = "run";

    /** By the table that they sum up. */
    private static final Map<String, String> SUMS = Map.of(
            "bronze.releases",
            """
            CREATE TABLE %s.files AS
            SELECT format, kind, verdict, count(*) AS files, sum(raw_rows)::BIGINT AS rows, sum(value_usd) AS value_usd,
                   min(publication_date) AS first_published, max(publication_date) AS last_published
            FROM %s GROUP BY ALL ORDER BY ALL""",
            "silver.ledger",
            """
            CREATE TABLE %s.ledger AS
            SELECT fate, reason, count(*) AS files, sum(rows)::BIGINT AS rows, sum(value_usd) AS value_usd
            FROM %s GROUP BY ALL ORDER BY ALL""");

    private final Connection duck;
    private final String schema;

    /**
     * A record to be written.
     *
     * @param database the name under which the snapshot's database is attached
     */
    RunRecord(Connection duck, String database) {
        this.duck = duck;
        this.schema = database + "." + SCHEMA;
    }

    static boolean sumsUp(Table table) {
        return SUMS.containsKey(table.name());
    }

    void write(Manifest run, List<Source> sources, Workplace place) throws SQLException, IOException {
        Duck.execute(duck, "CREATE SCHEMA " + schema);
        for (Source source : sources) {
            List<Path> files = place.files(source);
            if (!files.isEmpty())
                Duck.execute(duck, SUMS.get(source.table().name()).formatted(schema, Duck.parquet(files, false)));
        }
        tables(run);
        settings(run);
    }

    private void tables(Manifest run) throws SQLException {
        table(
                "tables",
                "name VARCHAR, version BIGINT, rows BIGINT, made_by VARCHAR",
                run.tables().entrySet().stream()
                        .map(table -> "(%s, %d, %d, %s)"
                                .formatted(
                                        Duck.literal(table.getKey()),
                                        table.getValue().version(),
                                        table.getValue().rows(),
                                        Duck.literal(table.getValue().run())))
                        .toList());
    }

    private void settings(Manifest run) throws SQLException {
        table(
                "settings",
                "name VARCHAR, value VARCHAR",
                run.settings().entrySet().stream()
                        .filter(setting -> !namesAPlace(setting.getValue()))
                        .map(setting ->
                                "(%s, %s)".formatted(Duck.literal(setting.getKey()), Duck.literal(setting.getValue())))
                        .toList());
    }

    /** The database and the report are handed on; a folder's name says who made them, and nothing of a number. */
    private static boolean namesAPlace(String value) {
        return value.contains("/") || value.contains("\\");
    }

    private void table(String name, String columns, List<String> rows) throws SQLException {
        Duck.execute(duck, "CREATE TABLE %s.%s (%s)".formatted(schema, name, columns));
        if (!rows.isEmpty())
            Duck.execute(duck, "INSERT INTO %s.%s VALUES %s".formatted(schema, name, String.join(", ", rows)));
    }
}
