package tradelake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.SparkSession;
import tradelake.lake.Benchmark;
import tradelake.lake.CheckFailed;
import tradelake.sources.synthetic.ManyDatasets;

/**
 * What one republished dataset of many costs, beside the full rebuild. Three rounds: from nothing, after one dataset was
 * published again with other values, and with nothing new, which is what starting costs. Each round is two commands in JVMs of
 * their own, as at night: {@code ingest} for silver.flows and its ledger, then {@code refresh} for all that follows.
 */
final class RefreshBench implements Benchmark {
    private static final long SEED = 7;
    private static final List<String> COMMANDS = List.of("ingest", "refresh");
    private static final Pattern CPU = Pattern.compile("(?m)^" + MetricsFile.CPU + " (\\S+)$");

    private final Supplier<SparkSession> session;
    private final int datasets;
    private final long rows;

    /**
     * @param datasets of the usual size
     * @param rows about how many a dataset has
     */
    RefreshBench(Supplier<SparkSession> session, int datasets, long rows) {
        this.session = session;
        this.datasets = datasets;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "refresh";
    }

    @Override
    public String meaning() {
        return "One republished dataset of %,d, beside the full rebuild: what is read, rewritten and spent"
                .formatted(datasets);
    }

    @Override
    public List<Measure> run(int size, Consumer<String> notes) {
        try {
            Path folder = Files.createTempDirectory("tradelake-bench");
            try {
                return measures(size, folder, notes);
            } finally {
                FileUtil.fullyDelete(folder.toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The benchmark cannot write its files", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private List<Measure> measures(int size, Path folder, Consumer<String> notes)
            throws IOException, InterruptedException {
        int count = datasets * size;
        ManyDatasets published = new ManyDatasets(folder.resolve("input"), rows, SEED);
        notes.accept("%,d datasets with %,d rows".formatted(count, published.write(count)));
        List<Spent> full = round(folder, "full", notes);
        RewrittenRows atFirst = RewrittenRows.ofAll(session.get(), folder.resolve("lake"));
        published.republish(count / 2);
        List<Spent> second = round(folder, "one republished", notes);
        RewrittenRows then = atFirst.next();
        List<Spent> start = round(folder, "nothing new", notes);
        List<Measure> measures = new ArrayList<>();
        measures.addAll(told(size, "full", atFirst, full));
        measures.addAll(told(size, "one republished", then, second));
        for (int i = 0; i < COMMANDS.size(); i++)
            measures.addAll(start.get(i).told(size, "nothing new, " + COMMANDS.get(i)));
        for (int i = 0; i < COMMANDS.size(); i++)
            measures.add(share(size, COMMANDS.get(i), full.get(i), second.get(i), start.get(i)));
        measures.add(share(size, "both", sum(full), sum(second), sum(start)));
        return measures;
    }

    /** By the clock, and of all processors together. */
    private record Spent(double seconds, double cpu) {
        Spent plus(Spent other) {
            return new Spent(seconds + other.seconds, cpu + other.cpu);
        }

        List<Measure> told(int size, String what) {
            return List.of(
                    new Measure(size, what + ", time", seconds, "s"),
                    new Measure(size, what + ", processors", cpu, "CPU s"));
        }
    }

    private static Spent sum(List<Spent> spent) {
        return spent.stream().reduce(new Spent(0, 0), Spent::plus);
    }

    private static List<Spent> round(Path folder, String round, Consumer<String> notes)
            throws IOException, InterruptedException {
        List<Spent> spent = new ArrayList<>();
        for (String command : COMMANDS) {
            spent.add(run(folder, command));
            notes.accept(String.format(
                    Locale.ROOT,
                    "%s, %s: %.1f s, %.1f CPU s",
                    round,
                    command,
                    spent.get(spent.size() - 1).seconds(),
                    spent.get(spent.size() - 1).cpu()));
        }
        return spent;
    }

    private static Spent run(Path folder, String command) throws IOException, InterruptedException {
        Path metrics = folder.resolve("run.prom");
        String input = folder.resolve("input").toString();
        List<String> arguments = new ArrayList<>(
                command.equals("ingest") ? List.of(command, input) : List.of(command, "--input", input));
        arguments.addAll(List.of("--lake", folder.resolve("lake").toString(), "--set", "metrics.file=" + metrics));
        long start = System.nanoTime();
        TradelakeProcess run = TradelakeProcess.startAsLaunched(folder.resolve("run.log"), arguments);
        if (run.exitCode() != Exit.DONE) throw new CheckFailed("%s failed: %s".formatted(command, run.lastWords()));
        double seconds = (System.nanoTime() - start) / 1e9;
        Matcher cpu = CPU.matcher(Files.readString(metrics));
        if (!cpu.find()) throw new CheckFailed(command + " did not say what it cost");
        return new Spent(seconds, Double.parseDouble(cpu.group(1)));
    }

    private static List<Measure> told(int size, String round, RewrittenRows rewritten, List<Spent> spent) {
        List<Measure> measures = new ArrayList<>(rewritten.told(size, round));
        for (int i = 0; i < COMMANDS.size(); i++)
            measures.addAll(spent.get(i).told(size, round + ", " + COMMANDS.get(i)));
        return measures;
    }

    /** What the second round cost beyond its start, of what the full one did. */
    private static Measure share(int size, String what, Spent full, Spent second, Spent start) {
        return new Measure(
                size,
                "one republished, share of full without start, processors, " + what,
                100 * (second.cpu() - start.cpu()) / (full.cpu() - start.cpu()),
                "%");
    }
}
