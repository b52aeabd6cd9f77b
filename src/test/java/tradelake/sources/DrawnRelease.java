package tradelake.sources;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A release of which path and SHA-256 are all that matters. */
final class DrawnRelease {
    private DrawnRelease() {}

    static Release at(String path, String sha256) {
        FileFacts facts = new FileFacts(
                path,
                sha256,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Verdict.READABLE,
                "",
                "",
                1,
                0,
                0,
                BigDecimal.ONE,
                false,
                List.of());
        return Release.found(facts, 0);
    }
}
