package tradelake.sources.synthetic;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Passes rows on to a file and counts them. */
final class Tally implements RowSink {
    /** Breakdown rows of one flow. */
    static final class Broken {
        long rows;
        long value;
    }

    private final RowSink sink;
    private final Predicate<Row> wanted;
    private final Map<String, Broken> broken = new TreeMap<>();
    private long rows;

    private Tally(RowSink sink, Predicate<Row> wanted) {
        this.sink = sink;
        this.wanted = wanted;
    }

    static Tally of(RowSink sink, Predicate<Row> wanted) {
        return new Tally(sink, wanted);
    }

    /** Counts, and writes nothing. */
    static Tally alone() {
        return new Tally(
                new RowSink() {
                    @Override
                    public void begin(Head head) {}

                    @Override
                    public void row(Row row) {}
                },
                row -> true);
    }

    @Override
    public void begin(Head head) throws IOException {
        sink.begin(head);
    }

    @Override
    public void row(Row row) throws IOException {
        if (!wanted.test(row)) return;
        rows++;
        if (row.isBreakdown()) {
            Broken flow = broken.computeIfAbsent(row.flow, f -> new Broken());
            flow.rows++;
            flow.value += row.value;
        }
        sink.row(row);
    }

    long rows() {
        return rows;
    }

    /** Breakdown rows by flow. */
    Map<String, Broken> broken() {
        return broken;
    }
}
