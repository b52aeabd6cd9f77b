package tradelake.sources.fetch;

import java.time.Duration;
import java.util.Optional;

/** The server did not answer, or asked to be left alone for a while: worth another try. */
final class Setback extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> asked;

    Setback(String message, Optional<Duration> asked) {
        super(message);
        this.asked = asked;
    }

    /** The wait that the server asked for. */
    Optional<Duration> asked() {
        return asked;
    }
}
