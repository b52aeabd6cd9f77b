package tradelake.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The program in a JVM of its own, as a user starts it: it can be killed, measured, and given a disk of its own. */
final class TradelakeProcess {
    private static final List<String> SMALL = List.of("-Xmx1g", "-XX:+UseSerialGC");
    private static final List<String> LARGE = List.of("-Xmx2g", "-XX:+UseParallelGC");
    private static final List<String> AS_LAUNCHED = List.of("-XX:+UseParallelGC");

    private final Process process;
    private final Path log;

    private TradelakeProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static TradelakeProcess start(Path log, List<String> arguments) throws IOException {
        return started(log, command(SMALL, log, arguments));
    }

    /** With memory for a lake that takes minutes. */
    static TradelakeProcess startLarge(Path log, List<String> arguments) throws IOException {
        return started(log, command(LARGE, log, arguments));
    }

    /** With the memory that bin/tradelake gives. */
    static TradelakeProcess startAsLaunched(Path log, List<String> arguments) throws IOException {
        return started(log, command(AS_LAUNCHED, log, arguments));
    }

    /** In a disk of its own. */
    static TradelakeProcess startOn(Disk disk, Path log, List<String> arguments) throws IOException {
        return started(log, disk.command(command(SMALL, log, arguments)));
    }

    private static TradelakeProcess started(Path log, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new TradelakeProcess(process, log);
    }

    /** Temporary files lie beside the log: one that is killed leaves them. */
    private static List<String> command(List<String> options, Path log, List<String> arguments) throws IOException {
        Path conf = Home.folder().resolve("conf");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("@" + conf.resolve("jvm.options"));
        command.add("@" + conf.resolve("jvm.refresh.options"));
        command.add("-Dtradelake.home=" + Home.folder());
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(log.resolveSibling("tmp")));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), Main.class.getName()));
        command.addAll(arguments);
        return command;
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

    /** What it said last. */
    String lastWords() throws IOException {
        List<String> said = Files.readAllLines(log).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return said.isEmpty() ? "" : said.get(said.size() - 1);
    }
}
