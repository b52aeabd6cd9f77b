package tradelake.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import tradelake.lake.Benchmark;
import tradelake.lake.CheckFailed;
import tradelake.sources.synthetic.SameWorld;

/**
 * How fast bulk files are loaded, stage by stage, beside DuckDB at the same work on the same files with the same threads; what
 * both find must be the same. Each stage runs twice and the second time counts.
 */
final class IngestBench implements Benchmark {
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

    static final List<String> AMOUNTS = List.of("qty", "netWgt", "cifValue", "fobValue", "primaryValue");

    /**
     * Each of those columns in a number, whole ones so that the order of rows does not matter; of 64 bits, for adding up Spark's
     * decimals takes longer than reading.
     */
    static final String[] SUMS = {
        "count(*)",
        "sum(refYear)",
        "sum(reporterCode)",
        "sum(length(flowCode))",
        "sum(partnerCode)",
        "sum(length(classificationCode))",
        "sum(length(cmdCode))",
        "sum(qtyUnitCode)",
        "sum(CAST(floor(qty) AS BIGINT))",
        "sum(CAST(floor(netWgt) AS BIGINT))",
        "count(cifValue)",
        "count(fobValue)",
        "sum(CAST(floor(primaryValue) AS BIGINT))"
    };

    static final String BY_YEAR_AND_FLOW =
            "SELECT refYear, flowCode, count(*), sum(CAST(floor(primaryValue) AS BIGINT))"
                    + " FROM %s GROUP BY ALL ORDER BY refYear, flowCode";

    private static final List<String> STAGES = List.of("first pass", "read and filter", "write Parquet", "aggregate");
    private static final long SEED = 7;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Supplier<SparkSession> session;
    private final long rows;

    /** @param rows of the usual data */
    IngestBench(Supplier<SparkSession> session, long rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String meaning() {
        return "Loading %,d bulk rows stage by stage, beside DuckDB at the same work on the same files".formatted(rows);
    }

    @Override
    public List<Measure> run(int size, Consumer<String> notes) {
        SparkSession spark = session.get();
        int threads = spark.sparkContext().defaultParallelism();
        Optional<IngestEngine> duck = DuckIngest.open(threads);
        if (duck.isEmpty()) notes.accept("DuckDB does not run here, so there is nothing to compare with.");
        List<Measure> measures = new ArrayList<>();
        try (IngestEngine ours = new SparkIngest(spark)) {
            for (int factor = 1; factor <= size; factor *= 2) {
                notes.accept("%,d rows, %d threads".formatted(rows * factor, threads));
                measures.addAll(measure(factor, ours, duck));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The benchmark cannot write its files", e);
        } finally {
            duck.ifPresent(IngestEngine::close);
        }
        return measures;
    }

    private List<Measure> measure(int factor, IngestEngine ours, Optional<IngestEngine> duck) throws IOException {
        Path folder = Files.createTempDirectory("tradelake-bench");
        try {
            Path files = folder.resolve("files");
            long written = new SameWorld(rows * factor, SEED).writeBulk(files);
            Measured us = measured(ours, files, folder.resolve("parquet"));
            Optional<Measured> other = Optional.empty();
            if (duck.isPresent()) other = Optional.of(measured(duck.get(), files, folder.resolve("parquet")));
            if (other.isPresent() && !other.get().answers().equals(us.answers()))
                throw new CheckFailed("Tradelake and DuckDB differ: " + us.answers() + " "
                        + other.get().answers());
            return told(factor, written, us, other);
        } finally {
            delete(folder);
        }
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

    private static Measured measured(IngestEngine engine, Path files, Path parquet) throws IOException {
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

    private static List<Measure> told(int factor, long written, Measured us, Optional<Measured> other) {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure(factor, "rows", written, "rows"));
        for (int i = 0; i < STAGES.size(); i++) {
            int stage = i;
            Optional<Seconds> theirs = other.map(it -> it.took().get(stage));
            measures.addAll(beside(factor, STAGES.get(i), us.took().get(i), theirs));
        }
        measures.addAll(beside(factor, "total", us.total(), other.map(Measured::total)));
        measures.add(
                new Measure(factor, "total, rows a second", written / us.total().clock(), "rows/s"));
        measures.add(new Measure(factor, "peak heap", us.heapMb(), "MB"));
        return measures;
    }

    private static List<Measure> beside(int factor, String stage, Seconds ours, Optional<Seconds> theirs) {
        List<Measure> measures = new ArrayList<>(List.of(new Measure(factor, stage, ours.clock(), "s")));
        theirs.ifPresent(other -> {
            measures.add(new Measure(factor, stage + ", DuckDB", other.clock(), "s"));
            measures.add(new Measure(factor, stage + ", ratio", ours.clock() / other.clock(), ""));
            measures.add(
                    new Measure(factor, stage + ", ratio of processors", ours.processors() / other.processors(), ""));
        });
        return measures;
    }

    private static long peakHeapMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
