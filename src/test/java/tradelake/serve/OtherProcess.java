package tradelake.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program beside the test: what it prints is read line by line, and it is told to end by the end of its input. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private OtherProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    static OtherProcess of(String... command) throws IOException {
        return new OtherProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** A main method of the tests. */
    static OtherProcess of(Class<?> main, Path argument) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                        .orElse(System.getProperty("java.class.path")),
                main.getName(),
                argument.toString()));
        return of(command.toArray(String[]::new));
    }

    /** The next line, or null where there are no more. */
    String line() throws IOException {
        return lines.readLine();
    }

    /** Ends its input and reads its last line. */
    String end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        String last = null;
        for (String line = line(); line != null; line = line()) last = line;
        return process.waitFor() == 0 ? last : "exit code " + process.exitValue();
    }

    /** SIGKILL, after this long. */
    void killAfter(long milliseconds) throws InterruptedException {
        if (!process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
