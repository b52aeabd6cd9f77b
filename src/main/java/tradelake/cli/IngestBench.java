package tradelake.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import tradelake.lake.CheckFailed;
import tradelake.sources.synthetic.SameWorld;

/**
 * How fast bulk files are loaded, stage by stage, beside DuckDB at the same work on the same files with the same threads; what
 * both find must be the same. Each stage runs twice and the second time counts.
 */
final class IngestBench {
    /** The rule of harmonise.CanonicalRow on single rows, without World. */
    static final String CANONICAL = "typeCode = 'C' AND freqCode = 'A' AND customsCode = 'C00' AND motCode = 0"
            + " AND mosCode = '0' AND partner2Code = 0 AND flowCode IN ('M', 'X') AND partnerCode <> 0";

    static final String YEAR = "refYear";
    static final List<String> COLUMNS = List.of(
            YEAR,
            "reporterCode",
            "flowCode",
            "partnerCode",
            "classificationCode",
            "cmdCode",
            "qtyUnitCode",
            "qty",
            "netWgt",
            "cifValue",
            "fobValue",
            "primaryValue");

    /** Each of those columns in a number, whole ones so that the order of rows does not matter. */
    static final String[] SUMS = {
        "count(*)",
        "sum(refYear)",
        "sum(reporterCode)",
        "sum(length(flowCode))",
        "sum(partnerCode)",
        "sum(length(classificationCode))",
        "sum(length(cmdCode))",
        "sum(qtyUnitCode)",
        "sum(CAST(qty AS DECIMAL(38, 0)))",
        "sum(CAST(netWgt AS DECIMAL(38, 0)))",
        "count(cifValue)",
        "count(fobValue)",
        "sum(CAST(primaryValue AS DECIMAL(38, 3)))"
    };

    static final String BY_YEAR_AND_FLOW =
            "SELECT refYear, flowCode, count(*), sum(CAST(primaryValue AS DECIMAL(38, 3)))"
                    + " FROM %s GROUP BY ALL ORDER BY refYear, flowCode";

    private static final List<String> STAGES = List.of("first pass", "read and filter", "write Parquet", "aggregate");
    private static final long SEED = 7;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final SparkSession spark;
    private final Path folder;
    private final PrintWriter out;

    /** @param folder where files may be made; they are removed at the end */
    IngestBench(SparkSession spark, Path folder, PrintWriter out) {
        this.spark = spark;
        this.folder = folder;
        this.out = out;
    }

    /** Measures at so many times so many rows, as 1, 2 and 4. */
    void run(long rows, int... times) {
        int threads = spark.sparkContext().defaultParallelism();
        out.printf(
                Locale.ROOT,
                "%d threads, %,d MB of heap%n",
                threads,
                Runtime.getRuntime().maxMemory() >> 20);
        try (IngestEngine ours = new SparkIngest(spark)) {
            Optional<IngestEngine> duck = DuckIngest.open(threads);
            if (duck.isEmpty()) out.println("DuckDB is not here to compare with: build with mvn package -Pbench");
            for (int factor : times) measure(rows * factor, ours, duck);
            duck.ifPresent(IngestEngine::close);
        } catch (IOException e) {
            throw new UncheckedIOException("The benchmark cannot write to " + folder, e);
        }
    }

    private void measure(long about, IngestEngine ours, Optional<IngestEngine> duck) throws IOException {
        Path files = folder.resolve("files");
        long rows = new SameWorld(about, SEED).writeBulk(files);
        out.printf(Locale.ROOT, "%n%,d rows, %,d MB packed%n", rows, size(files) >> 20);
        Measured us = measured(ours, files);
        Optional<Measured> other = duck.isPresent() ? Optional.of(measured(duck.get(), files)) : Optional.empty();
        if (other.isPresent() && !other.get().answers().equals(us.answers()))
            throw new CheckFailed("Tradelake and DuckDB differ: " + us.answers() + " "
                    + other.get().answers());
        print(rows, us, other);
        delete(files);
    }

    /** By the clock, and of all processors together: the latter is what a busy machine does not distort. */
    private record Seconds(double clock, double processors) {
        static Seconds now() {
            return new Seconds(System.nanoTime() / 1e9, SYSTEM.getProcessCpuTime() / 1e9);
        }

        Seconds since(Seconds start) {
            return new Seconds(clock - start.clock, processors - start.processors);
        }

        Seconds plus(Seconds other) {
            return new Seconds(clock + other.clock, processors + other.processors);
        }
    }

    /** What each stage took and answered. */
    private record Measured(String name, List<Seconds> took, List<List<String>> answers, long heapMb) {
        Seconds total() {
            return took.stream().reduce(new Seconds(0, 0), Seconds::plus);
        }
    }

    @FunctionalInterface
    private interface Stage {
        List<String> run() throws IOException;
    }

    private Measured measured(IngestEngine engine, Path files) throws IOException {
        Path parquet = folder.resolve("parquet");
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        List<Seconds> took = new ArrayList<>();
        List<List<String>> answers = new ArrayList<>();
        for (Stage stage : List.<Stage>of(
                () -> engine.check(files),
                () -> engine.read(files),
                () -> engine.write(files, parquet),
                () -> engine.aggregate(parquet))) {
            stage.run();
            Seconds start = Seconds.now();
            answers.add(stage.run());
            took.add(Seconds.now().since(start));
        }
        delete(parquet);
        return new Measured(engine.name(), took, answers, peakHeapMb());
    }

    private void print(long rows, Measured us, Optional<Measured> other) {
        String them = other.map(Measured::name).orElse("-");
        out.printf("%-16s %12s %12s %12s %12s %6s %12s%n", "", us.name(), "", them, "", "ratio", "ratio of");
        out.printf("%-16s %12s %12s %12s %12s %6s %12s%n", "stage", "s", "rows/s", "s", "rows/s", "", "processors");
        for (int i = 0; i < STAGES.size(); i++) {
            int stage = i;
            line(STAGES.get(i), rows, us.took().get(i), other.map(it -> it.took()
                    .get(stage)));
        }
        line("total", rows, us.total(), other.map(Measured::total));
        out.printf(
                Locale.ROOT,
                "peak heap of tradelake %,d MB; peak of the whole process %s%n",
                us.heapMb(),
                peakOfProcess());
        out.flush();
    }

    private void line(String stage, long rows, Seconds ours, Optional<Seconds> theirs) {
        out.printf(
                Locale.ROOT,
                "%-16s %12.2f %,12.0f %12s %12s %6s %12s%n",
                stage,
                ours.clock(),
                rows / ours.clock(),
                theirs.map(it -> "%.2f".formatted(it.clock())).orElse("-"),
                theirs.map(it -> "%,.0f".formatted(rows / it.clock())).orElse("-"),
                theirs.map(it -> "%.2f".formatted(ours.clock() / it.clock())).orElse("-"),
                theirs.map(it -> "%.2f".formatted(ours.processors() / it.processors()))
                        .orElse("-"));
    }

    private static long peakHeapMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    /** Linux says; elsewhere it is not known. */
    private static String peakOfProcess() {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            return status.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> line.substring(6).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static long size(Path files) throws IOException {
        long size = 0;
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.toList()) size += Files.size(file);
        }
        return size;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
