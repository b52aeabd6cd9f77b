package tradelake.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Standard output, which remembers that an answer could not be written: the writers above it tell nobody. */
final class StandardOutput extends FilterOutputStream {
    private static final Path PLACE = Path.of("/dev/stdout");
    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private IOException failure;

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /**
     * The exit code of a command whose answers went here.
     *
     * @param code what it was without a look at the answers
     * @param leavable whether whoever reads may leave before the end, as {@code head} does: that harms nothing
     */
    int judged(int code, boolean leavable, PrintWriter err) {
        if (failure == null || leavable) return code;
        err.println("Cannot write the whole answer to standard output: %s. Make room, or send it elsewhere."
                .formatted(failure.getMessage()));
        err.flush();
        return code == Exit.DONE ? Exit.FAILED : code;
    }

    /** Whether standard output of this process leads to another program. What the error says depends on the language. */
    static boolean isPipe() {
        try {
            int kind = (int) Files.getAttribute(PLACE, "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
