package tradelake.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Where the lines of a shell come from: a person at a terminal, or a script. */
interface Lines {
    /**
     * The next line, or null where there are no more.
     *
     * @param goesOn whether a statement has begun on the lines before
     */
    String next(boolean goesOn);

    /** Whether a person types them. */
    boolean areTyped();

    /** The lines of a script. */
    static Lines of(InputStream in) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Lines() {
            @Override
            public String next(boolean goesOn) {
                try {
                    return lines.readLine();
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot read standard input", e);
                }
            }

            @Override
            public boolean areTyped() {
                return false;
            }
        };
    }
}
