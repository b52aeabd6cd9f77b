package tradelake.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import tradelake.lake.CheckFailed;
import tradelake.lake.Lake;
import tradelake.lake.Manifest;
import tradelake.lake.ObjectStore;
import tradelake.lake.Runs;
import tradelake.lake.Settings;
import tradelake.lake.Table;

/**
 * Does to refreshes of a small lake what befalls programs at night, lets the next refresh repair it, and compares every table
 * with that of a lake that nothing befell. Refreshes are processes of their own.
 */
final class FaultTrials {
    /** Compiling the plans of a small lake would cost more than running them. */
    private static final List<String> PLAIN = List.of(
            "--master",
            "local[2,2]",
            "--set",
            "spark.sql.codegen.wholeStage=false",
            "--set",
            "spark.sql.codegen.factoryMode=NO_CODEGEN");

    private final SparkSession spark;
    private final Path input;
    private final Path folder;
    private final Random random;
    private final Seen expected;
    private final double whole;
    private int runs;
    private Path disturbed;

    /** Makes the undisturbed lake. */
    FaultTrials(SparkSession spark, Path input, Path folder, long seed) throws IOException, InterruptedException {
        this.spark = spark;
        this.input = input;
        this.folder = folder;
        this.random = new Random(seed);
        Path calm = folder.resolve("calm");
        long start = System.nanoTime();
        TradelakeProcess run = refresh(calm);
        if (run.exitCode() != Exit.DONE) throw new CheckFailed("The undisturbed refresh failed: " + run.lastWords());
        this.whole = secondsSince(start);
        this.expected = seen(calm);
        this.disturbed = folder.resolve("none");
    }

    /** The seed of random moments: another at each call, or that of {@code -Dkill.seed=SEED}. */
    static long seed() {
        return Long.getLong("kill.seed", System.nanoTime());
    }

    /** Seconds of the undisturbed refresh. */
    double whole() {
        return whole;
    }

    /**
     * Kills a run at a moment drawn from the time that the undisturbed one took: in odd trials one that begins a new lake, in
     * even ones one that makes a whole lake anew. In every third trial the run that would repair it is killed too.
     */
    Trial kill(int number) throws IOException, InterruptedException {
        boolean anew = number % 2 == 0 && Files.exists(disturbed);
        if (!anew) begin();
        List<String> met = new ArrayList<>();
        boolean asPromised = true;
        int killed = 0;
        for (int i = 0; i < (number % 3 == 0 ? 2 : 1); i++) {
            double moment = whole * random.nextDouble();
            TradelakeProcess run = anew && i == 0 ? run("build", "--full") : refresh(disturbed);
            if (run.endsWithin((long) (1000 * moment))) {
                met.add("ended before %.1f s with %d".formatted(moment, run.exitCode()));
                asPromised &= run.exitCode() == Exit.DONE;
            } else {
                run.kill();
                killed++;
                met.add("killed at %.1f s of %.1f s after \"%s\"".formatted(moment, whole, run.lastWords()));
            }
        }
        String fault = "kill %d, %s".formatted(number, anew ? "all tables made anew" : "new lake");
        return judged(fault, killed, String.join(", then ", met), asPromised);
    }

    /** Two refreshes of a new lake at once: one may wait or end with 75. */
    Trial twoAtOnce() throws IOException, InterruptedException {
        begin();
        TradelakeProcess one = refresh(disturbed);
        TradelakeProcess other = refresh(disturbed);
        Set<Integer> codes = Set.copyOf(List.of(one.exitCode(), other.exitCode()));
        boolean asPromised =
                codes.contains(Exit.DONE) && Set.of(Exit.DONE, Exit.TRY_LATER).containsAll(codes);
        return judged("two at once", 0, "exit codes %d and %d".formatted(one.exitCode(), other.exitCode()), asPromised);
    }

    /** A refresh of a new lake, on a disk with room for a part of it; empty where this machine makes no such disk. */
    Optional<Trial> diskFull(double part) throws IOException, InterruptedException {
        begin();
        return on(Disk.ofBytes((long) (part * bytes(folder.resolve("calm"))), disturbed), "disk full");
    }

    /** All tables made anew in a lake that cannot be written; empty where this machine makes no such disk. */
    Optional<Trial> readOnly() throws IOException, InterruptedException {
        return on(Disk.readOnly(disturbed), "read-only lake");
    }

    private Optional<Trial> on(Disk disk, String fault) throws IOException, InterruptedException {
        if (!disk.isPossible()) return Optional.empty();
        boolean begun = Files.exists(disturbed.resolve("runs"));
        TradelakeProcess run = TradelakeProcess.startOn(
                disk,
                nextLog(),
                begun
                        ? command(disturbed, "build", "--full")
                        : command(disturbed, "refresh", "--input", input.toString()));
        Set<Integer> told = Set.of(Exit.FAILED, Exit.BAD_INPUT, Exit.TRY_LATER);
        String met = "exit code %d, \"%s\"".formatted(run.exitCode(), run.lastWords());
        return Optional.of(judged(fault, 0, met, told.contains(run.exitCode())));
    }

    private Trial judged(String fault, int kills, String met, boolean asPromised)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        TradelakeProcess repair = refresh(disturbed);
        if (repair.exitCode() != Exit.DONE)
            return new Trial(
                    fault, kills, met + "; not repaired: " + repair.lastWords(), false, secondsSince(start), List.of());
        double seconds = secondsSince(start);
        Seen actual = seen(disturbed);
        List<TableDifference> tables = TradelakeCatalog.declared(Settings.defaults()).tables().stream()
                .map(table -> TableDifference.of(table, actual.read(table), expected.read(table), Set.of()))
                .toList();
        return new Trial(fault, kills, met, asPromised, seconds, tables);
    }

    /** A new place, for sessions remember the tables of a place. */
    private void begin() {
        FileUtil.fullyDelete(disturbed.toFile());
        disturbed = folder.resolve("lake-" + runs);
    }

    private TradelakeProcess refresh(Path lake) throws IOException {
        return TradelakeProcess.start(nextLog(), command(lake, "refresh", "--input", input.toString()));
    }

    private TradelakeProcess run(String... command) throws IOException {
        return TradelakeProcess.start(nextLog(), command(disturbed, command));
    }

    private static List<String> command(Path lake, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--lake", lake.toString()));
        arguments.addAll(PLAIN);
        return arguments;
    }

    private Path nextLog() {
        return folder.resolve("run-%d.log".formatted(++runs));
    }

    /** What readers see of a lake. */
    private record Seen(Lake lake, Map<String, Long> versions) {
        Dataset<Row> read(Table table) {
            return lake.read(table, versions.get(table.name()));
        }
    }

    private Seen seen(Path folder) {
        ObjectStore store = new ObjectStore(
                new org.apache.hadoop.fs.Path(folder.toUri()),
                spark.sparkContext().hadoopConfiguration());
        Manifest published =
                new Runs(store).published().orElseThrow(() -> new CheckFailed("Nothing is published in " + folder));
        return new Seen(new Lake(spark, store), published.versions());
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.mapToLong(path -> path.toFile().length()).sum();
        }
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
