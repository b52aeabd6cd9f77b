package tradelake.sources.fetch;

/** The server refuses the question for its length (414). */
final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLong(String message) {
        super(message);
    }
}
