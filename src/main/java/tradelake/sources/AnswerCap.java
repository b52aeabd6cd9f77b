package tradelake.sources;

import java.util.Set;

/** How many rows one answer of the API may have: preview, free key, premium key, asynchronous. It does not say that it was cut. */
final class AnswerCap {
    private static final Set<Long> ROWS = Set.of(500L, 100_000L, 250_000L, 2_500_000L);

    private AnswerCap() {}

    /** Refuses as many rows as an answer may have: what cannot be told from an answer that was cut. */
    static void refuse(long rows) throws DamagedContent {
        if (ROWS.contains(rows)) throw DamagedContent.cutAtCap(rows);
    }
}
