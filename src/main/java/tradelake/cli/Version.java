package tradelake.cli;

/** Which version of the program this is, as the jar says. */
final class Version {
    static final String CODE = read();

    private Version() {}

    private static String read() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
