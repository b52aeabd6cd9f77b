package tradelake.lake;

import java.util.Optional;

/** Failures that are told in one sentence; Spark may have wrapped what a reader or a job said. */
public final class Expected {
    private Expected() {}

    /** The bad input, failed check, busy lake or store out of reach that is nearest behind a failure, if one is. */
    public static Optional<RuntimeException> behind(Throwable failure) {
        for (Throwable cause : Outage.chain(failure))
            if (cause instanceof BadInput || cause instanceof CheckFailed || cause instanceof TryLater)
                return Optional.of((RuntimeException) cause);
        return Outage.behind(failure);
    }
}
