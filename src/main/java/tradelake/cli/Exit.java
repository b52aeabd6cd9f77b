package tradelake.cli;

/** Exit codes. */
final class Exit {
    /** Also when nothing was new. */
    static final int DONE = 0;

    /** A table or a check failed, or the program has a fault. */
    static final int FAILED = 1;

    /** Bad usage, input or settings. */
    static final int BAD_INPUT = 2;

    /** The lake is held by another run: schedulers try again on this code. */
    static final int TRY_LATER = 75;

    /** Ended by a signal, as shells say it: 128 and the number of SIGTERM. */
    static final int STOPPED = 143;

    private Exit() {}
}
