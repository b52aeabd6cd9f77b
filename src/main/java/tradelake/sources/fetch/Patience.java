package tradelake.sources.fetch;

import java.time.Duration;
import tradelake.lake.Settings;

/**
 * How long a server is waited for.
 *
 * @param tries how often one thing is asked for without anything new coming, 1 or more
 * @param first wait after the first failure; each further one is twice as long
 * @param longest wait; where the server asks for more, the run ends
 * @param interval least time between two questions
 * @param stall a connection on which nothing came for this long is given up
 */
public record Patience(int tries, Duration first, Duration longest, Duration interval, Duration stall) {
    public static Patience of(Settings settings) {
        return new Patience(
                settings.integer("fetch.tries"),
                settings.duration("fetch.first-wait"),
                settings.duration("fetch.longest-wait"),
                settings.duration("fetch.interval"),
                settings.duration("fetch.stall"));
    }

    /** After so many failures, 1 or more. */
    Duration wait(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
