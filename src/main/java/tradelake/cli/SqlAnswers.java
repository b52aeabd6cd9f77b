package tradelake.cli;

import java.util.List;

/** An engine with the tables of the published run open, answering one statement after the other. */
interface SqlAnswers extends AutoCloseable {
    /** What must be said over every answer. */
    List<String> labels();

    /** Answers one statement that only reads; what cannot be answered is a {@link tradelake.lake.BadInput}. */
    void answer(String statement, RowsOut out);

    /** Writes the answer as one Parquet file. */
    void writeParquet(String statement, java.nio.file.Path file);

    /** Every table and what it means. */
    void tables(RowsOut out);

    /** The columns of a table and what each means. */
    void describe(String table, RowsOut out);

    /** Names worth completing: tables and columns. */
    List<String> names();

    @Override
    void close();
}
