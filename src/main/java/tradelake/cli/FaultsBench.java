package tradelake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.SparkSession;
import tradelake.lake.Benchmark;
import tradelake.lake.CheckFailed;
import tradelake.sources.synthetic.SameWorld;
import tradelake.sources.synthetic.SampleLayout;

/**
 * Whether a refresh that was killed, met a full disk or a lake it cannot write, or ran beside another leaves a lake that the
 * next refresh brings to the same tables as if nothing had happened. What was promised is in docs/reliability.md.
 */
final class FaultsBench implements Benchmark {
    private static final String UNSOUND = "trials not as promised";
    private static final double ROOM = 0.5;

    private final Supplier<SparkSession> session;
    private final int kills;

    /** @param kills trials with a kill, of the usual size */
    FaultsBench(Supplier<SparkSession> session, int kills) {
        this.session = session;
        this.kills = kills;
    }

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public String meaning() {
        return "Refreshes killed at %d random moments, on a full disk, on a read-only lake, two at once: every row afterwards"
                .formatted(kills);
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
        Path input = folder.resolve("input");
        new SameWorld(35_000, 7).write(input, SampleLayout.BULK, 2018, 2019);
        long seed = FaultTrials.seed();
        FaultTrials faults = new FaultTrials(session.get(), input, folder, seed);
        notes.accept("An undisturbed refresh took %.1f s; seed %d".formatted(faults.whole(), seed));
        List<Trial> trials = new ArrayList<>();
        Consumer<Trial> tell = trial -> {
            trials.add(trial);
            notes.accept(trial.toString());
        };
        tell.accept(faults.twoAtOnce());
        told(faults.readOnly(), "read-only lake", tell, notes);
        told(faults.diskFull(ROOM), "disk full", tell, notes);
        for (int i = 1; i <= kills * size; i++) tell.accept(faults.kill(i));
        return summary(size, faults.whole(), trials);
    }

    private static void told(Optional<Trial> trial, String fault, Consumer<Trial> tell, Consumer<String> notes) {
        trial.ifPresentOrElse(
                tell, () -> notes.accept(fault + ": not tried, this machine gives processes no disk of their own"));
    }

    private static List<Measure> summary(int size, double whole, List<Trial> trials) {
        double longest = trials.stream().mapToDouble(Trial::repair).max().orElse(0);
        return List.of(
                new Measure(size, "undisturbed refresh", whole, "s"),
                new Measure(size, "trials", trials.size(), ""),
                new Measure(
                        size,
                        "runs killed",
                        trials.stream().mapToInt(Trial::kills).sum(),
                        ""),
                new Measure(size, "longest repair", longest, "s"),
                rows(size, "rows compared", trials, TableDifference::rows),
                rows(size, "rows lost", trials, TableDifference::lost),
                rows(size, "rows doubled or not expected", trials, TableDifference::surplus),
                rows(size, "rows changed", trials, TableDifference::changed),
                new Measure(
                        size,
                        UNSOUND,
                        trials.stream().filter(trial -> !trial.isSound()).count(),
                        ""));
    }

    private static Measure rows(int size, String what, List<Trial> trials, ToLongFunction<TableDifference> rows) {
        return new Measure(
                size, what, trials.stream().mapToLong(trial -> trial.sum(rows)).sum(), "rows");
    }

    @Override
    public void judge(List<Measure> measures) {
        for (Measure measure : measures)
            if (measure.what().equals(UNSOUND) && measure.value() > 0)
                throw new CheckFailed(
                        "%.0f trials did not end as promised: see the lines above.".formatted(measure.value()));
    }
}
