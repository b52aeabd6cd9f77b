package tradelake.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tradelake.s3.S3Server;

/** A main method in a JVM of its own, with the test's class path and credentials of {@link S3Server} unless said otherwise. */
final class TestProcess implements AutoCloseable {
    private final Process process;
    private final Path log;

    private TestProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static TestProcess of(Class<?> main, Path log, List<String> arguments) throws IOException {
        return of(main, log, S3Server.credentials(), arguments);
    }

    /** With these variables in its environment, and no credentials but those among them. */
    static TestProcess of(Class<?> main, Path log, Map<String, String> variables, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@conf/jvm.options",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                TradelakeProcess.classPath(),
                main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeAll(S3Server.credentials().keySet());
        builder.environment().putAll(variables);
        return new TestProcess(builder.start(), log);
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    Path log() {
        return log;
    }

    /** SIGKILL, where it has not ended. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
