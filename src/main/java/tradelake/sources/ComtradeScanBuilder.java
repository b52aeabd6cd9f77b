package tradelake.sources;

import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** Takes from Spark which columns a query needs. */
final class ComtradeScanBuilder implements SupportsPushDownRequiredColumns {
    private final List<SourceFile> files;
    private StructType columns = ComtradeRows.SCHEMA;

    ComtradeScanBuilder(List<SourceFile> files) {
        this.files = files;
    }

    @Override
    public void pruneColumns(StructType required) {
        columns = required;
    }

    @Override
    public Scan build() {
        SparkContext context = SparkContext.getOrCreate();
        SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
        return new ComtradeScan(files, columns, hadoop, context.defaultParallelism());
    }
}
