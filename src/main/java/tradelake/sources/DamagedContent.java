package tradelake.sources;

import java.io.IOException;

/** The stored bytes do not decompress to the end: what was read so far is right, the rest is lost. */
final class DamagedContent extends IOException {
    private static final long serialVersionUID = 1;

    private final String reason;

    private DamagedContent(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    static DamagedContent truncated() {
        return new DamagedContent("truncated_gzip", "the gzip data end too early: the download was cut");
    }

    static DamagedContent corrupt(String what) {
        return new DamagedContent("corrupt_gzip", "the gzip data are corrupt (" + what + ")");
    }

    /** Stable name, lower_snake_case. */
    String reason() {
        return reason;
    }
}
