package tradelake.lake;

/** Nothing is wrong but it cannot be done now: the lake is locked by another refresh, or its store does not answer. Exit code 75. */
public final class TryLater extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TryLater(String message) {
        super(message);
    }
}
