package tradelake.sources;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** Reads some columns of some files: files are packed into partitions by size, none is split. */
final class ComtradeScan implements Scan, Batch {
    private final List<SourceFile> files;
    private final StructType columns;
    private final SerializableConfiguration hadoop;
    private final int parallelism;

    ComtradeScan(List<SourceFile> files, StructType columns, SerializableConfiguration hadoop, int parallelism) {
        this.files = files;
        this.columns = columns;
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
        String words = "comtrade files: %,d files, %,d bytes, %d columns";
        return String.format(Locale.ROOT, words, files.size(), bytes, columns.size());
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
        return new Readers(columns, hadoop);
    }

    /** The files that one task reads, one after another. */
    private record FilesOfATask(List<SourceFile> files) implements InputPartition {}

    /** Sent to the executors, with the settings that open the file systems there. */
    private record Readers(StructType columns, SerializableConfiguration hadoop) implements PartitionReaderFactory {
        @Override
        public PartitionReader<InternalRow> createReader(InputPartition partition) {
            List<SourceFile> files = ((FilesOfATask) partition).files();
            return new ComtradeRowReader(files, new ComtradeRows(columns), hadoop.value());
        }

        @Override
        public String toString() {
            return "comtrade readers";
        }
    }
}
