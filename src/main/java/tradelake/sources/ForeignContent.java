package tradelake.sources;

import java.io.IOException;

/** The content is of a known kind, but no trade data: an error message, a list of files, a table of something else. */
final class ForeignContent extends IOException {
    private static final long serialVersionUID = 1;

    private final String reason;

    /** @param what continues a sentence that begins with the file's name */
    ForeignContent(String reason, String what) {
        super(what);
        this.reason = reason;
    }

    /** Stable name, lower_snake_case. */
    String reason() {
        return reason;
    }
}
