package tradelake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tradelake.lake.BadInput;

/** Files that the user asked for beside an answer or in its place: written to the end, or the user is told. */
final class TextFile {
    private TextFile() {}

    /** Writes a file in UTF-8, in place of what is there. A {@link PrintWriter} swallows errors, so it is asked. */
    static void write(Path file, Consumer<PrintWriter> text) {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            text.accept(out);
            if (out.checkError()) throw new IOException("the disk is full or the file was taken away");
        } catch (IOException e) {
            throw new BadInput("Cannot write %s: %s. Name another file.".formatted(file, e.getMessage()), e);
        }
    }
}
