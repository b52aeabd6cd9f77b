package tradelake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program beside the test whose output is kept in a file and can be waited upon. */
final class ToldProcess implements AutoCloseable {
    private static final String END = "\0";

    private final Process process;
    private final Path log;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Thread listener = new Thread(this::listen, "listener");

    ToldProcess(ProcessBuilder builder, Path log) throws IOException {
        this.process = builder.redirectErrorStream(true).start();
        this.log = log;
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try (PrintWriter kept = new PrintWriter(Files.newBufferedWriter(log), true)) {
            process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> {
                kept.println(line);
                lines.add(line);
            });
        } catch (IOException | UncheckedIOException e) {
            // Killed.
        }
        lines.add(END);
    }

    /** Waits for a line in which this is found; throws where the program ends without. */
    Matcher await(String pattern) throws InterruptedException, IOException {
        Pattern wanted = Pattern.compile(pattern);
        for (String line = lines.take(); !line.equals(END); line = lines.take()) {
            Matcher found = wanted.matcher(line);
            if (found.find()) return found;
        }
        throw new AssertionError("ended without " + pattern + ": " + Files.readString(log));
    }

    int exitCode() throws InterruptedException {
        int code = process.waitFor();
        listener.join();
        return code;
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    /** Sends SIGKILL to it and to all that it started; returns how many these were. */
    long kill() {
        var started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        return started.size();
    }

    @Override
    public void close() {
        kill();
    }
}
