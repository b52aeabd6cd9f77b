package tradelake.lake;

/** Whether the program is being stopped from outside, by Ctrl-C or a signal. */
public final class Shutdown {
    private Shutdown() {}

    /** Whether the JVM is on its way out: what fails then fails because Spark is already gone. */
    public static boolean isUnderWay() {
        Thread none = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(none);
            return !Runtime.getRuntime().removeShutdownHook(none);
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
