package tradelake.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What `tradelake sql` is asked.
 *
 * @param engine what the user wants to be answered by; duckdb may leave a question to Spark
 * @param statement one statement; without it a shell answers one after the other
 * @param out where rows go
 * @param parquet the file to which the answer goes in place of {@code out}
 */
record Question(Engine engine, Optional<String> statement, RowsOut out, Optional<Path> parquet) {}
