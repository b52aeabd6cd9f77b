package tradelake.sources;

import java.io.IOException;
import java.util.Locale;

/** The stored bytes do not decompress to the end: what was read so far is right, the rest is lost. */
final class DamagedContent extends IOException {
    private static final long serialVersionUID = 1;

    private static final int MOST = 100;

    private final String reason;

    private DamagedContent(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** @param kind gzip, zip, JSON or Parquet */
    static DamagedContent truncated(String kind) {
        return new DamagedContent(
                "truncated_" + kind.toLowerCase(Locale.ROOT),
                "the %s data end too early: the download was cut".formatted(kind));
    }

    static DamagedContent corrupt(String kind, String what) {
        return new DamagedContent(
                "corrupt_" + kind.toLowerCase(Locale.ROOT),
                "the %s data are corrupt (%s)".formatted(kind, oneLine(what)));
    }

    /** Messages of libraries may have many lines and names of their classes. */
    private static String oneLine(String what) {
        String line = what.lines().findFirst().orElse("").replaceAll("[\\p{Cntrl}]", "?");
        return line.length() > MOST ? line.substring(0, MOST) + "..." : line;
    }

    /** A bomb: so little that inflates to so much. */
    static DamagedContent inflatesTooFar(long stored, long inflated) {
        String words = "%,d bytes inflate to more than %,d, which no trade data do";
        return new DamagedContent("inflates_too_far", String.format(Locale.ROOT, words, stored, inflated));
    }

    /** An answer of the API that is as long as an answer may be. */
    static DamagedContent cutAtCap(long rows) {
        String words =
                "it has %,d rows, the most that one answer may have, so that rows are missing; ask for less at a time";
        return new DamagedContent("cut_at_cap", String.format(Locale.ROOT, words, rows));
    }

    /** An answer that says how many rows it has, and has another number of them. */
    static DamagedContent miscounted(long said, long rows) {
        String words = "it says that it has %,d rows and has %,d";
        return new DamagedContent("miscounted", String.format(Locale.ROOT, words, said, rows));
    }

    /** Stable name, lower_snake_case. */
    String reason() {
        return reason;
    }
}
