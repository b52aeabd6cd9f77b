package tradelake.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tradelake.lake.Finding;
import tradelake.lake.Manifest;
import tradelake.lake.Settings;

/**
 * The facts of the last run in Prometheus's text format, for the text file folder of its node exporter. The file is replaced
 * whole; the time of the last success is carried over from the file before.
 */
final class MetricsFile {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static final String CPU = "tradelake_run_cpu_seconds";
    private static final String OFF = "off";
    private static final String LAST = "tradelake_last_success_timestamp_seconds";
    private static final Pattern LAST_SUCCESS = Pattern.compile("(?m)^" + LAST + " ([0-9.eE+]+)$");

    private final Path file;
    private final StringBuilder text = new StringBuilder();

    private MetricsFile(Path file) {
        this.file = file;
    }

    /** Does the work, and writes down how it went, if the settings name a file; the work's exception is thrown on. */
    static void around(String command, Setup setup, Consumer<Setup> work) {
        Optional<Path> file = named(setup.settings());
        if (file.isEmpty()) {
            work.accept(setup);
            return;
        }
        RunFacts facts = new RunFacts(setup.teller(), Clock.systemUTC());
        int code = Exit.FAILED;
        try {
            work.accept(new Setup(setup.lake(), setup.settings(), setup.master(), facts));
            code = Exit.DONE;
        } catch (RuntimeException e) {
            code = Failures.code(e);
            throw e;
        } finally {
            new MetricsFile(file.get()).write(command, facts, code);
        }
    }

    /** Refused before the work: whoever watches the file would else see the run before this one for ever. */
    private static Optional<Path> named(Settings settings) {
        String name = settings.string("metrics.file");
        if (name.equals(OFF)) return Optional.empty();
        Path file = Path.of(name).toAbsolutePath();
        if (!Files.isDirectory(file.getParent()) || !Files.isWritable(file.getParent()))
            throw settings.refuse("metrics.file", "a file in a folder that is there and can be written, or off");
        return Optional.of(file);
    }

    private void write(String command, RunFacts facts, int code) {
        String end = seconds(facts.now().toEpochMilli());
        String last = code == Exit.DONE ? end : lastSuccess();
        metric("tradelake_run_info", "Which run it was; always 1.");
        sample(
                "tradelake_run_info",
                Map.of(
                        "command", command,
                        "run", facts.ended().map(Manifest::run).orElse(""),
                        "status", facts.ended().map(Manifest::status).orElse("failed"),
                        "version", Versions.own()),
                "1");
        single("tradelake_run_exit_code", "0 done, 1 failed, 2 bad input, 75 try again later.", "" + code);
        single("tradelake_run_timestamp_seconds", "When it ended.", end);
        single(
                "tradelake_run_duration_seconds",
                "How long it took.",
                seconds(facts.took().toMillis()));
        single(
                CPU,
                "Processor time of the program on this machine, its start included.",
                seconds(SYSTEM.getProcessCpuTime() / 1_000_000));
        metric("tradelake_run_rows", "Rows of the tables that a step of the run made.");
        facts.reports().forEach(step -> sample("tradelake_run_rows", Map.of("step", step.name()), "" + step.rows()));
        findings(facts);
        if (!last.isEmpty()) single(LAST, "When a run last ended with exit code 0.", last);
        replace(facts);
    }

    private void findings(RunFacts facts) {
        metric("tradelake_run_findings", "Findings of the run by severity and kind.");
        Map<Map<String, String>, Long> counts = facts.reports().stream()
                .flatMap(step -> step.findings().stream())
                .collect(Collectors.groupingBy(MetricsFile::labels, Collectors.counting()));
        counts.entrySet().stream()
                .map(count -> line("tradelake_run_findings", count.getKey(), "" + count.getValue()))
                .sorted()
                .forEach(text::append);
    }

    private static Map<String, String> labels(Finding finding) {
        return Map.of("severity", finding.severity().name(), "kind", finding.kind());
    }

    private void single(String name, String meaning, String value) {
        metric(name, meaning);
        sample(name, Map.of(), value);
    }

    private void metric(String name, String meaning) {
        text.append("# HELP %s %s\n# TYPE %1$s gauge\n".formatted(name, meaning));
    }

    private void sample(String name, Map<String, String> labels, String value) {
        text.append(line(name, labels, value));
    }

    private static String line(String name, Map<String, String> labels, String value) {
        String inside = new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> "%s=\"%s\"".formatted(label.getKey(), escaped(label.getValue())))
                        .collect(Collectors.joining(","));
        return "%s%s %s\n".formatted(name, inside.isEmpty() ? "" : "{" + inside + "}", value);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String seconds(long millis) {
        return "%d.%03d".formatted(millis / 1000, millis % 1000);
    }

    private String lastSuccess() {
        try {
            Matcher found = LAST_SUCCESS.matcher(Files.exists(file) ? Files.readString(file) : "");
            return found.find() ? found.group(1) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Under a name that the node exporter does not read first, then moved. What cannot be written changes no exit code. */
    private void replace(RunFacts facts) {
        Path written = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            Files.write(written, text.toString().getBytes(UTF_8));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            facts.note("Cannot write metrics.file = %s: %s".formatted(file, e.getMessage()));
        }
    }
}
