package tradelake.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import tradelake.lake.BadInput;

/** The system's program that opens a file as a click on it would; AWT's needs libraries that a Java without windows lacks. */
record Opener(String program) {
    private static final int PATIENCE = 5;

    static Opener ofThisSystem() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return new Opener(mac ? "open" : "xdg-open");
    }

    /** Returns once the program has ended, or has run for some seconds: some stay until the browser is closed. */
    void open(Path file) {
        try {
            Process process = new ProcessBuilder(program, file.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(PATIENCE, TimeUnit.SECONDS) && process.exitValue() != 0)
                throw refused("%s ended with %d".formatted(program, process.exitValue()), file);
        } catch (IOException e) {
            throw refused("the program %s is not here".formatted(program), file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BadInput refused(String why, Path file) {
        return new BadInput("Cannot open a browser: %s. Open this file yourself: %s".formatted(why, file));
    }
}
