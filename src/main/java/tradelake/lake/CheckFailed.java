package tradelake.lake;

/** A table broke one of its rules, a ledger did not add up, or a model did not converge; nothing was published. Exit code 1. */
public final class CheckFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CheckFailed(String message) {
        super(message);
    }
}
