package tradelake.cli;

/** What is known of the terminal behind standard error; bin/tradelake looks, because Java cannot see standard error alone. */
final class Terminal {
    private static final int USUAL_COLUMNS = 100;

    private Terminal() {}

    static boolean present() {
        String told = System.getProperty("tradelake.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    static int columns() {
        return Integer.getInteger("tradelake.columns", USUAL_COLUMNS);
    }
}
