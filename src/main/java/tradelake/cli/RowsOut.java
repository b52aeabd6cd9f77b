package tradelake.cli;

import java.util.List;

/** Where the rows of an answer go: to standard output, as a table, CSV or JSON. One answer, one call. */
@FunctionalInterface
interface RowsOut {
    /**
     * Writes an answer.
     *
     * @param rows each with one value a heading; null where there is none
     */
    void write(List<Heading> headings, Iterable<Object[]> rows);
}
