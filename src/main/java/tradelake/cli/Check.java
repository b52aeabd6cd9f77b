package tradelake.cli;

/**
 * What the doctor found about one thing.
 *
 * @param verdict ok, warning or failed
 * @param what one sentence with the value, and what to do unless it is ok
 */
record Check(String name, Verdict verdict, String what) {
    /** How bad it is. */
    enum Verdict {
        ok,
        warning,
        failed
    }

    static Check ok(String name, String what) {
        return new Check(name, Verdict.ok, what);
    }

    static Check warning(String name, String what) {
        return new Check(name, Verdict.warning, what);
    }

    static Check failed(String name, String what) {
        return new Check(name, Verdict.failed, what);
    }
}
