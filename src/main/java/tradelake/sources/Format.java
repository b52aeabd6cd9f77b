package tradelake.sources;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** A published file layout: knows its files by their first bytes, never by their names, and reads their rows. */
public interface Format {
    /** Stable name, lower case with hyphens. */
    String name();

    /** What it is, in one sentence. */
    String meaning();

    Kind kind();

    /** Whether a file that begins like this is of this format. */
    boolean recognises(Head head);

    /** Whether a file that begins like this is an answer of the API as it came: one that may have been cut, and does not say so. */
    default boolean isOneAnswer(Head head) {
        return false;
    }

    /** The rows of a file of this format, whose content begins here, decompressed. Closing the cursor closes it. */
    RowCursor open(InputStream content) throws IOException;

    /** How a file stands to the dataset it belongs to. */
    enum Kind {
        /** The whole dataset of a reporter, period and classification: replaces an older one. */
        WHOLE,
        /** The whole dataset below six digits: stands in for the dataset where nothing else holds it. */
        TARIFF_LINES,
        /** Some rows of one or many datasets: merges with others. */
        EXTRACT;

        /** As tables write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
