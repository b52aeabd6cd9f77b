package tradelake.sources;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** Takes from Spark which columns and which rows a query needs. */
final class ComtradeScanBuilder implements SupportsPushDownRequiredColumns, SupportsPushDownFilters {
    private final List<SourceFile> files;
    private StructType columns = ComtradeRows.SCHEMA;
    private List<Filter> filters = List.of();

    ComtradeScanBuilder(List<SourceFile> files) {
        this.files = files;
    }

    @Override
    public void pruneColumns(StructType required) {
        columns = required;
    }

    /** Keeps the filters that the reader tests, and answers with those that are left to Spark. */
    @Override
    public Filter[] pushFilters(Filter[] asked) {
        filters = Arrays.stream(asked).filter(RowFilter::understands).toList();
        return Arrays.stream(asked)
                .filter(filter -> !RowFilter.understands(filter))
                .toArray(Filter[]::new);
    }

    @Override
    public Filter[] pushedFilters() {
        return filters.toArray(Filter[]::new);
    }

    @Override
    public Scan build() {
        SparkContext context = SparkContext.getOrCreate();
        SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
        return new ComtradeScan(files, columns, filters, hadoop, context.defaultParallelism());
    }
}
