package tradelake.cli;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import tradelake.harmonise.Flows;
import tradelake.harmonise.concordance.CommonEdition;
import tradelake.harmonise.concordance.Conversion;
import tradelake.harmonise.concordance.PublishedTables;
import tradelake.lake.Benchmark;
import tradelake.lake.CheckFailed;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.reference.Columns;
import tradelake.reference.HsEdition;

/**
 * What it costs to carry flows of four editions to one, from Parquet to Parquet, as the flows double: made-up flows under
 * 5,000 codes, of which every second has a target of its own. Each size runs twice and the second time counts; the value that
 * comes out must be what went in.
 */
final class HarmoniseBench implements Benchmark {
    private static final int CODES = 5_000;
    private static final int YEARS = 12;
    private static final int REPORTERS = 150;

    private final Supplier<SparkSession> session;
    private final long rows;

    /** @param rows of the usual data */
    HarmoniseBench(Supplier<SparkSession> session, long rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "harmonise";
    }

    @Override
    public String meaning() {
        return "Carrying %,d flows of four HS editions to one, and the same for twice and four times as many"
                .formatted(rows);
    }

    @Override
    public List<Measure> run(int size, Consumer<String> notes) {
        SparkSession spark = session.get();
        List<Measure> measures = new ArrayList<>();
        for (int factor = 1; factor <= size; factor *= 2) {
            notes.accept("%,d flows, %d threads"
                    .formatted(rows * factor, spark.sparkContext().defaultParallelism()));
            try {
                measures.addAll(measure(factor, spark));
            } catch (IOException e) {
                throw new UncheckedIOException("The benchmark cannot write its files", e);
            }
        }
        return measures;
    }

    private List<Measure> measure(int factor, SparkSession spark) throws IOException {
        Path folder = Files.createTempDirectory("tradelake-bench");
        try {
            String flows = folder.resolve("flows").toUri().toString(),
                    harmonised = folder.resolve("harmonised").toUri().toString();
            madeUp(spark, rows * factor).write().parquet(flows);
            carry(spark, flows, harmonised);
            heap().forEach(MemoryPoolMXBean::resetPeakUsage);
            long start = System.nanoTime();
            carry(spark, flows, harmonised);
            double seconds = (System.nanoTime() - start) / 1e9;
            long peak = heap().stream()
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            requireSame(usd(spark, flows), usd(spark, harmonised));
            return List.of(
                    new Measure(factor, "flows", rows * factor, "rows"),
                    new Measure(
                            factor,
                            "harmonised",
                            spark.read().parquet(harmonised).count(),
                            "rows"),
                    new Measure(factor, "time", seconds, "s"),
                    new Measure(factor, "flows a second", rows * factor / seconds, "rows/s"),
                    new Measure(factor, "peak heap", peak >> 20, "MB"));
        } finally {
            FileUtil.fullyDelete(folder.toFile());
        }
    }

    private static void carry(SparkSession spark, String flows, String harmonised) {
        CommonEdition common = CommonEdition.back(HsEdition.H3, tables());
        common.carry(spark.read().parquet(flows), smallTables(spark))
                .write()
                .mode(SaveMode.Overwrite)
                .partitionBy(Columns.YEAR.name())
                .parquet(harmonised);
    }

    private static double usd(SparkSession spark, String file) {
        return spark.read()
                .parquet(file)
                .agg(sum(Columns.VALUE_USD.col()))
                .first()
                .getDouble(0);
    }

    private static void requireSame(double before, double after) {
        if (!(Math.abs(before - after) <= 1e-12 * before))
            throw new CheckFailed("%s USD went in and %s came out".formatted(before, after));
    }

    /** Like a bulk file by many partners: three years each of H3 to H6, whole dollars. */
    private static Dataset<Row> madeUp(SparkSession spark, long rows) {
        return spark.range(rows)
                .select(
                        Columns.YEAR.as(expr("2010 + id %% %d".formatted(YEARS))),
                        Columns.REPORTER_CODE.as(expr("(id div %d) %% %d".formatted(YEARS, REPORTERS))),
                        Flows.PUBLISHED_FLOW.as("X"),
                        Columns.PARTNER_CODE.as(expr("1 + (id div %d) div %d".formatted(YEARS * REPORTERS, CODES))),
                        Columns.HS_EDITION.as(expr("concat('H', 3 + (id %% %d) div 3)".formatted(YEARS))),
                        Columns.HS_CODE.as(expr("lpad(string(100000 + (id div %d) %% %d), 6, '0')"
                                .formatted(YEARS * REPORTERS, CODES))),
                        Columns.HS_LEVEL.as(6),
                        Flows.RESIDUAL.as(false),
                        Flows.OF_WHICH.as(false),
                        Flows.MONTHS.as(12),
                        Columns.VALUE_USD.as(expr("1 + abs(hash(id)) % 1000000")),
                        Flows.NET_WEIGHT.as(expr("1 + abs(hash(id, 1)) % 100000")),
                        Flows.QUANTITY.as(expr("1 + abs(hash(id, 2)) % 1000")),
                        Flows.QUANTITY_UNIT.as(5));
    }

    private static PublishedTables tables() {
        List<Conversion> conversions = new ArrayList<>();
        for (int edition = HsEdition.H4.ordinal(); edition <= HsEdition.H6.ordinal(); edition++)
            conversions.add(new Conversion(HsEdition.values()[edition], HsEdition.values()[edition - 1], targets()));
        return new PublishedTables(conversions, List.of());
    }

    /** Every odd code goes where the even one before it goes. */
    private static SortedMap<String, String> targets() {
        SortedMap<String, String> targets = new TreeMap<>();
        for (int code = 0; code < CODES; code++) targets.put(code(code), code(code - code % 2));
        return targets;
    }

    private static String code(int number) {
        return String.format(Locale.ROOT, "%06d", 100_000 + number);
    }

    private static Tables smallTables(SparkSession spark) {
        return new Tables() {
            @Override
            public Dataset<Row> read(Table table) {
                throw new IllegalStateException("The flows are given: " + table);
            }

            @Override
            public Dataset<Row> rows(StructType schema, List<Row> made) {
                return spark.createDataFrame(made, schema);
            }

            @Override
            public Dataset<Row> load(String source, Map<String, String> options) {
                throw new IllegalStateException("The flows are given: " + source);
            }
        };
    }

    /** Pools of the heap, whose peaks need not have come at one time: not less than the true peak. */
    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
