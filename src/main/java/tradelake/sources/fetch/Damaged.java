package tradelake.sources.fetch;

/** What came for one dataset cannot be used; the others may be. */
final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    Damaged(String message) {
        super(message);
    }
}
