package tradelake.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A standalone cluster of JVMs on this machine: a master and two workers of one core, with Spark's own jars in their
 * SPARK_HOME. The workers speak Turkish (whose capital of i is not I) and live in another time zone.
 */
final class SparkCluster implements AutoCloseable {
    private static final Path SUBMIT = Path.of("bin/tradelake-submit").toAbsolutePath();
    private static final String ELSEWHERE = "-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Auckland";

    private static final String SPARK_SUBMIT =
            """
            #!/bin/bash
            exec "%s" @%s -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 $SPARK_SUBMIT_OPTS \\
              -cp "$SPARK_HOME/jars/*" org.apache.spark.deploy.SparkSubmit "$@"
            """;

    private final Path folder;
    private final Path home;
    private final Path libraries;
    private final Path program;
    private final List<ToldProcess> processes = new ArrayList<>();
    private final String master;

    SparkCluster(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        home = Files.createDirectories(folder.resolve("spark"));
        libraries = Files.createDirectories(folder.resolve("lib"));
        program = jar(folder.resolve("tradelake.jar"));
        shareOutLibraries();
        writeSparkSubmit();
        ToldProcess first = start("master", List.of("deploy.master.Master", "--port", "0"));
        master = first.await("Starting Spark master at (spark://\\S+)").group(1);
        for (String name : List.of("worker-1", "worker-2"))
            start(name, List.of("deploy.worker.Worker", "--cores", "1", "--memory", "1g", "-d", "" + folder, master))
                    .await("Successfully registered with master");
    }

    /** spark-submit as a user would call it, with what conf/spark/standalone.conf says. */
    ToldProcess submit(List<String> options, List<String> command) throws IOException {
        List<String> all = new ArrayList<>(List.of(SUBMIT.toString(), "--master", master));
        all.addAll(List.of("--properties-file", "conf/spark/standalone.conf"));
        all.addAll(options);
        all.add("--");
        all.addAll(command);
        ProcessBuilder submit = environment(new ProcessBuilder(all));
        submit.environment().put("TRADELAKE_JAR", program.toString());
        submit.environment().put("TRADELAKE_LIB", libraries.toString());
        ToldProcess process = new ToldProcess(submit, folder.resolve("submit.log"));
        processes.add(process);
        return process;
    }

    /** The last worker and its executors are gone at once; returns how many executors these were. */
    long killAWorker() {
        return processes.get(2).kill();
    }

    private ToldProcess start(String name, List<String> main) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("@" + Path.of("conf/jvm.options").toAbsolutePath(), "-cp", home + "/jars/*"));
        command.add("org.apache.spark." + main.get(0));
        command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
        command.addAll(main.subList(1, main.size()));
        ProcessBuilder builder = environment(new ProcessBuilder(command));
        builder.environment().put("JAVA_TOOL_OPTIONS", ELSEWHERE);
        ToldProcess process = new ToldProcess(builder, folder.resolve(name + ".log"));
        processes.add(process);
        return process;
    }

    private ProcessBuilder environment(ProcessBuilder builder) {
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder;
    }

    /** Spark gets its own jars and those of the test; the program's libraries come with each submission. */
    private void shareOutLibraries() throws IOException {
        List<String> ours = Files.readAllLines(Path.of("conf/spark/jars")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : TradelakeProcess.classPath().split(File.pathSeparator)) {
            Path jar = Path.of(entry).toAbsolutePath();
            String name = jar.getFileName().toString();
            if (!name.endsWith(".jar")) continue;
            boolean isOurs = ours.stream().anyMatch(name::startsWith);
            Files.createSymbolicLink((isOurs ? libraries : jars).resolve(name), jar);
        }
    }

    private void writeSparkSubmit() throws IOException {
        Path script = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
        Files.writeString(
                script,
                SPARK_SUBMIT.formatted(java(), Path.of("conf/jvm.options").toAbsolutePath()));
        if (!script.toFile().setExecutable(true)) throw new IOException("cannot make executable " + script);
    }

    /** The program's classes as the build packs them. */
    private static Path jar(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Path root : roots())
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path entry : files.filter(Files::isRegularFile).toList()) {
                        out.putNextEntry(new ZipEntry(root.relativize(entry).toString()));
                        Files.copy(entry, out);
                    }
                }
        }
        return jar;
    }

    /** Where the main classes lie. */
    private static List<Path> roots() {
        return Arrays.stream(TradelakeProcess.classPath().split(File.pathSeparator))
                .map(Path::of)
                .filter(root -> Files.exists(root.resolve("tradelake/cli/Main.class")))
                .toList();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Override
    public void close() {
        processes.forEach(ToldProcess::close);
    }
}
