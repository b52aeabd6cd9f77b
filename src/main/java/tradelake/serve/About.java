package tradelake.serve;

/** The table {@code about} of a snapshot's database, in its schema main: facts by name. A name may have several values. */
final class About {
    static final String TABLE = "main.about";
    static final String RUN = "run";
    static final String CODE = "code";
    static final String FOLDER = "folder";
    static final String LICENCE = "licence";
    static final String LABEL = "label";

    private About() {}
}
