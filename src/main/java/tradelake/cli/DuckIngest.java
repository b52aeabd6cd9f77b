package tradelake.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tradelake.sources.ApiField;
import tradelake.sources.ComtradeBulk;

/** DuckDB on the same files, with the same threads. */
final class DuckIngest implements IngestEngine {
    private final Connection connection;

    private DuckIngest(Connection connection) {
        this.connection = connection;
    }

    /** Nothing where its native library does not run. */
    static Optional<IngestEngine> open(int threads) {
        try {
            DuckIngest duck = new DuckIngest(DriverManager.getConnection("jdbc:duckdb:"));
            duck.query("SET threads = " + threads);
            return Optional.of(duck);
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    public List<String> check(Path files) {
        return query("SELECT count(*), sum(CAST(primaryValue AS DECIMAL(38, 3))) FROM " + csv(files));
    }

    @Override
    public List<String> read(Path files) {
        return query("SELECT %s FROM %s WHERE %s"
                .formatted(String.join(", ", IngestBench.SUMS), csv(files), IngestBench.CANONICAL));
    }

    @Override
    public List<String> write(Path files, Path parquet) {
        query("COPY (SELECT %s FROM %s WHERE %s) TO '%s' (FORMAT parquet, PARTITION_BY (%s), OVERWRITE)"
                .formatted(
                        String.join(", ", IngestBench.COLUMNS),
                        csv(files),
                        IngestBench.CANONICAL,
                        parquet,
                        IngestBench.YEAR));
        return List.of();
    }

    @Override
    public List<String> aggregate(Path parquet) {
        return query(IngestBench.BY_YEAR_AND_FLOW.formatted(
                "read_parquet('%s/*/*.parquet', hive_partitioning = true)".formatted(parquet)));
    }

    /** Told the types, so that it need not look for them. */
    private static String csv(Path files) {
        return "read_csv('%s/*.gz', delim = '\t', header = true, quote = '', escape = '', columns = {%s})"
                .formatted(
                        files,
                        ComtradeBulk.COLUMNS.stream()
                                .map(name -> "'%s': '%s'".formatted(name, type(name)))
                                .collect(Collectors.joining(", ")));
    }

    private static String type(String column) {
        return ApiField.named(column)
                .map(field -> switch (field.type()) {
                    case INT -> "INTEGER";
                    case DOUBLE -> "DOUBLE";
                    case BOOLEAN -> "BOOLEAN";
                    case STRING -> "VARCHAR";
                })
                .orElse("VARCHAR");
    }

    private List<String> query(String sql) {
        try (Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (!statement.execute(sql)) return rows;
            ResultSet result = statement.getResultSet();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) cells.add(result.getString(i));
                rows.add(String.join(" ", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(String.format(Locale.ROOT, "DuckDB failed on %s", sql), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close.", e);
        }
    }
}
