package tradelake.lake;

import java.util.Optional;

/** Failures that are told in one sentence; Spark may have wrapped what a reader or a job said. */
public final class Expected {
    private static final int DEEPEST = 20;

    private Expected() {}

    /** The bad input, failed check, busy lake or store out of reach that is behind a failure, if one is. */
    public static Optional<RuntimeException> behind(Throwable failure) {
        Optional<TryLater> outage = Outage.behind(failure);
        if (outage.isPresent()) return Optional.of(outage.get());
        Throwable cause = failure;
        for (int i = 0; i < DEEPEST && cause != null; i++, cause = cause.getCause())
            if (cause instanceof BadInput || cause instanceof CheckFailed || cause instanceof TryLater)
                return Optional.of((RuntimeException) cause);
        return Optional.empty();
    }
}
