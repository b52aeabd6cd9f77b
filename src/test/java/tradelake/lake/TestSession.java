package tradelake.lake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of the whole test run. */
public final class TestSession {
    private static final Map<String, String> COMPILED = Map.of(
            "spark.sql.codegen.wholeStage", "true",
            "spark.sql.codegen.factoryMode", "FALLBACK",
            "spark.sql.adaptive.enabled", "true");

    private TestSession() {}

    public static SparkSession get() {
        return Holder.SPARK;
    }

    /** Does work on data large enough for compiled plans to pay. */
    public static <T> T compiled(Supplier<T> work) {
        Map<String, String> before = new HashMap<>();
        for (var setting : COMPILED.entrySet()) {
            before.put(setting.getKey(), get().conf().get(setting.getKey()));
            get().conf().set(setting.getKey(), setting.getValue());
        }
        try {
            return work.get();
        } finally {
            before.forEach((key, value) -> get().conf().set(key, value));
        }
    }

    /** Started when first asked for. */
    private static final class Holder {
        private static final SparkSession SPARK = SparkSession.builder()
                .master("local[2,2]")
                .appName("tradelake tests")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.default.parallelism", 2)
                // Small data: planning and compiling would cost more than running.
                .config("spark.sql.codegen.wholeStage", false)
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", 4)
                .config("spark.databricks.delta.snapshotPartitions", 1)
                .config("spark.sql.warehouse.dir", "target/spark-warehouse")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
    }
}
