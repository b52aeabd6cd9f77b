package tradelake.sources;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;

/** Reads some columns and rows of some files: files are packed into partitions by size, none is split. */
final class ComtradeScan implements Scan, Batch {
    private final List<SourceFile> files;
    private final StructType columns;
    private final List<Filter> filters;
    private final SerializableConfiguration hadoop;
    private final int parallelism;

    ComtradeScan(
            List<SourceFile> files,
            StructType columns,
            List<Filter> filters,
            SerializableConfiguration hadoop,
            int parallelism) {
        this.files = files;
        this.columns = columns;
        this.filters = filters;
        this.hadoop = hadoop;
        this.parallelism = parallelism;
    }

    @Override
    public StructType readSchema() {
        return columns;
    }

    /** Shown by explain: no paths, which may be thousands, and no settings, which may be secret. */
    @Override
    public String description() {
        long bytes = files.stream().mapToLong(SourceFile::bytes).sum();
        String words = "comtrade files: %,d files, %,d bytes, %d columns, filters %s";
        return String.format(Locale.ROOT, words, files.size(), bytes, columns.size(), filters);
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        return new FilePacking(parallelism)
                .pack(files).stream().map(FilesOfATask::new).toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new Readers(columns, filters, hadoop);
    }

    /** The files that one task reads, one after another. */
    private record FilesOfATask(List<SourceFile> files) implements InputPartition {}

    /** Sent to the executors, with the settings that open the file systems there. */
    private record Readers(StructType columns, List<Filter> filters, SerializableConfiguration hadoop)
            implements PartitionReaderFactory {
        @Override
        public boolean supportColumnarReads(InputPartition partition) {
            return true;
        }

        @Override
        public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
            List<SourceFile> files = ((FilesOfATask) partition).files();
            return new ComtradeBatches(files, new BatchColumns(columns), RowFilter.of(filters), hadoop.value());
        }

        @Override
        public PartitionReader<InternalRow> createReader(InputPartition partition) {
            throw new UnsupportedOperationException("All is read in columns.");
        }

        @Override
        public String toString() {
            return "comtrade readers";
        }
    }
}
