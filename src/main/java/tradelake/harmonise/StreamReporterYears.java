package tradelake.harmonise;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Streams the sorted rows of many reporter-years through {@link AdditiveFlows}, one after another, in one Spark task. A file
 * can hold reporter-years that nobody asked for: their rows are passed over.
 */
final class StreamReporterYears implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1;

    private final AdditiveSettings settings;
    private final Map<ReporterYear, List<ReleaseFacts>> releases;

    StreamReporterYears(AdditiveSettings settings, Map<ReporterYear, List<ReleaseFacts>> releases) {
        this.settings = settings;
        this.releases = releases;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> published) {
        return new Verdicted(published);
    }

    /** Pulls published rows only as far as the next verdict asks for. */
    private final class Verdicted implements Iterator<Row> {
        private final Iterator<Row> published;
        private final Queue<Row> ready = new ArrayDeque<>();
        private Optional<ReporterYearVerdicts> current = Optional.empty();

        Verdicted(Iterator<Row> published) {
            this.published = published;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && published.hasNext()) take(published.next());
            if (ready.isEmpty()) end();
            return !ready.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) throw new NoSuchElementException();
            return ready.remove();
        }

        private void take(Row row) {
            ReporterYear place = PublishedRows.place(row);
            if (!releases.containsKey(place)) return;
            if (current.filter(verdicts -> verdicts.place().equals(place)).isEmpty()) {
                end();
                current = Optional.of(new ReporterYearVerdicts(place, releases.get(place), settings, ready::add));
            }
            current.orElseThrow().take(row);
        }

        private void end() {
            current.ifPresent(ReporterYearVerdicts::finish);
            current = Optional.empty();
        }
    }
}
