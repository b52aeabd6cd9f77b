package tradelake.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The program in a JVM of its own, as a user starts it, so that a test can kill it. */
final class TradelakeProcess {
    private static final List<String> SMALL = List.of("-Xmx1g", "-XX:+UseSerialGC");
    private static final List<String> LARGE = List.of("-Xmx2g", "-XX:+UseParallelGC");

    private final Process process;
    private final Path log;

    private TradelakeProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static TradelakeProcess start(Path log, String... arguments) throws IOException {
        return start(log, SMALL, arguments);
    }

    /** With memory for a lake that takes minutes. */
    static TradelakeProcess startLarge(Path log, String... arguments) throws IOException {
        return start(log, LARGE, arguments);
    }

    private static TradelakeProcess start(Path log, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@conf/jvm.options"));
        command.add("@conf/jvm.refresh.options");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), "tradelake.cli.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new TradelakeProcess(process, log);
    }

    static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
    }

    /** Waits, but no longer than this; true where it ended by itself. */
    boolean endsWithin(long milliseconds) throws InterruptedException {
        return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    Path log() {
        return log;
    }
}
