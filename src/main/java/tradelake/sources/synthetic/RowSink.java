package tradelake.sources.synthetic;

import java.io.IOException;

/** Takes the rows of one file in their order: a format is one of these. */
interface RowSink {
    /** The rows that follow belong to this reporter-year. */
    void begin(Head head) throws IOException;

    /** One more row; the object is filled anew after the call. */
    void row(Row row) throws IOException;
}
