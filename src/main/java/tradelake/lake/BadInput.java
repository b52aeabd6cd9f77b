package tradelake.lake;

/**
 * What the user gave cannot be used: a file, a setting, an argument. The message is one sentence that says what is wrong,
 * which value, and what to do; the command line prints it alone and exits with 2. Factories stand on the noun concerned.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}
