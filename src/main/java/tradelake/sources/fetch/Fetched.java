package tradelake.sources.fetch;

import java.util.List;
import java.util.Optional;

/**
 * What a run of {@link Fetch} did.
 *
 * @param ending why it ended before its end, or what could not be had (a BadInput, CheckFailed or TryLater): to be thrown once
 *     the rest is told
 */
public record Fetched(List<Item> items, Optional<RuntimeException> ending) {

    /** What became of a dataset. */
    public enum State {
        /** Fetched by this run. */
        fetched,
        /** There since an earlier run, as it is published now. */
        there,
        /** To be fetched: this was a dry run, came to an end, or could not have it. */
        due,
        /** The answer has no rows, though the list announces the dataset: asked again by the next run. */
        empty,
        /** What came cannot be read: asked again by the next run. */
        damaged
    }

    /**
     * One dataset.
     *
     * @param reporter Comtrade code
     * @param published day on which it was published, ISO 8601
     * @param rows of the file; where it is not there yet, those that the list announces, 0 where it announces none
     * @param size of the file, for people to read; "" where not known
     */
    public record Item(
            int reporter,
            String period,
            String classification,
            String published,
            State state,
            String file,
            long rows,
            String size) {}

    long count(State state) {
        return items.stream().filter(item -> item.state() == state).count();
    }
}
