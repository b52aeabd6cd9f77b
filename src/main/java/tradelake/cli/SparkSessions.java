package tradelake.cli;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import tradelake.harmonise.Flows;
import tradelake.lake.BadInput;
import tradelake.lake.S3LogStore;
import tradelake.lake.console.StageProgress;

/**
 * The one place where a Spark session is made. What counts, the later over the earlier: the options here, those that
 * spark-submit set, the settings under {@code spark.}, the option {@code --master}.
 */
final class SparkSessions {
    private static final String MASTER = "spark.master";
    /** All cores; a task that fails is tried once more, as clusters do: see "A row that was lost" in docs/decisions.md. */
    private static final String EACH_TASK_TWICE = "local[*,2]";

    /** What an executor writes must not depend on the language, alphabet and clock of its machine. */
    private static final String WHEREVER_IT_RUNS =
            "-Dfile.encoding=UTF-8 -Duser.language=en -Duser.country=US -Duser.timezone=UTC";

    private static final String EXTENSIONS = "spark.sql.extensions";
    private static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";
    private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\d+|\\*)(?:,\\s*\\d+)?])?");

    private static final Pattern MASTERS = Pattern.compile(
            "local(\\[(\\*|[1-9]\\d*)(,\\s*[1-9]\\d*)?])?|local-cluster\\[.+]|spark://[^:]+:\\d+(,[^:]+:\\d+)*|yarn|k8s://.+");

    private SparkSessions() {}

    /** A new session, or the one that is there; the setup's teller is told how far its tasks are. */
    static SparkSession open(Setup setup) {
        SparkSession.Builder builder = SparkSession.builder().appName("tradelake");
        options(setup.master(), submitted(), setup.settings().spark()).forEach(builder::config);
        SparkSession session = builder.getOrCreate();
        session.sparkContext().addSparkListener(new StageProgress(setup.teller()));
        return session;
    }

    /** A session for benchmarks, on all cores of this machine and without settings. */
    static SparkSession onThisMachine() {
        SparkSession.Builder builder = SparkSession.builder().appName("tradelake bench");
        options(Optional.empty(), Map.of(), Map.of()).forEach(builder::config);
        return builder.getOrCreate();
    }

    /** Whether somebody has started a session already: it is theirs to stop. */
    static boolean isOpen() {
        return SparkSession.getDefaultSession().isDefined();
    }

    /** Whether the program was started by spark-submit, which has chosen a master. */
    static boolean areSubmitted() {
        return System.getProperty(MASTER) != null;
    }

    /** What spark-submit leaves for the driver; empty without it. */
    private static Map<String, String> submitted() {
        if (!areSubmitted()) return Map.of();
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("spark."))
                .collect(Collectors.toMap(name -> name, System::getProperty));
    }

    static SortedMap<String, String> options(
            Optional<String> master, Map<String, String> submitted, Map<String, String> settings) {
        TreeMap<String, String> chosen = new TreeMap<>(submitted);
        chosen.putAll(settings);
        master.ifPresent(url -> chosen.put(MASTER, url));
        chosen.putIfAbsent(MASTER, EACH_TASK_TWICE);
        requireMaster(chosen.get(MASTER));
        TreeMap<String, String> options = new TreeMap<>(everywhere());
        options.putAll(withoutDictionaries());
        Matcher local = LOCAL.matcher(chosen.get(MASTER));
        if (local.matches()) options.putAll(onOneMachine(cores(local.group(1))));
        else options.put("spark.executor.defaultJavaOptions", WHEREVER_IT_RUNS);
        if (!submitted.isEmpty()) options.put("spark.log.level", "WARN");
        options.putAll(chosen);
        options.put(EXTENSIONS, withDelta(chosen.get(EXTENSIONS)));
        return options;
    }

    private static void requireMaster(String master) {
        if (!MASTERS.matcher(master).matches())
            throw new BadInput(
                    "Cannot use the Spark master %s: give local, local[4], local[*], spark://HOST:7077, yarn or k8s://URL."
                            .formatted(master));
    }

    private static Map<String, String> everywhere() {
        return Map.of(
                "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
                "spark.sql.session.timeZone", "UTC",
                "spark.ui.showConsoleProgress", "false",
                "spark.sql.debug.maxToStringFields", "200",
                "spark.delta.logStore.s3a.impl", S3LogStore.class.getName(),
                "spark.delta.logStore.s3.impl", S3LogStore.class.getName(),
                // Two minutes in all; the default of 20, each pause twice the one before, is days.
                "spark.hadoop.fs.s3a.retry.throttle.limit", "8",
                "spark.hadoop.fs.s3a.retry.throttle.interval", "500ms",
                // Any reader can follow a table without deletion vectors.
                "spark.databricks.delta.properties.defaults.enableDeletionVectors", "false");
    }

    /**
     * Of single flows hardly two amounts are the same: to look for repetitions costs a tenth of the time of writing silver.flows
     * and finds few. Other tables with columns of these names keep their size within one per cent.
     */
    private static Map<String, String> withoutDictionaries() {
        return Flows.TABLE.measures().stream()
                .filter(field -> field.type().equals(DataTypes.DoubleType))
                .collect(Collectors.toMap(
                        field -> "spark.hadoop." + ParquetOutputFormat.ENABLE_DICTIONARY + "#" + field.name(),
                        field -> "false"));
    }

    /** A lake on one machine is small: fewer, larger tasks, and nothing that listens beyond this machine. */
    private static Map<String, String> onOneMachine(int cores) {
        return Map.of(
                "spark.driver.host", "127.0.0.1",
                "spark.driver.bindAddress", "127.0.0.1",
                "spark.ui.enabled", "false",
                "spark.sql.shuffle.partitions", String.valueOf(2 * cores),
                "spark.sql.sources.parallelPartitionDiscovery.parallelism", "4",
                "spark.databricks.delta.snapshotPartitions", "1",
                // Else CREATE SCHEMA leaves a spark-warehouse where the user stands; only empty folders come here.
                "spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/tradelake-warehouse");
    }

    private static int cores(String inBrackets) {
        if (inBrackets == null) return 1;
        return inBrackets.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(inBrackets);
    }

    private static String withDelta(String others) {
        if (others == null || others.isBlank()) return DELTA;
        return others.contains(DELTA) ? others : others + "," + DELTA;
    }
}
