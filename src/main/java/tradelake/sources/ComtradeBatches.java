package tradelake.sources;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads the files of one task, one after another, as batches of columns; a batch holds rows of one file. */
final class ComtradeBatches implements PartitionReader<ColumnarBatch> {
    private final Iterator<SourceFile> files;
    private final BatchColumns columns;
    private final RowFilter filter;
    private final Configuration hadoop;
    private Optional<ReleaseReading> current = Optional.empty();

    ComtradeBatches(List<SourceFile> files, BatchColumns columns, RowFilter filter, Configuration hadoop) {
        this.files = files.iterator();
        this.columns = columns;
        this.filter = filter;
        this.hadoop = hadoop;
    }

    @Override
    public boolean next() throws IOException {
        while (current.isEmpty() || !fill(current.get())) {
            closeFile();
            if (!files.hasNext()) return false;
            current = Optional.of(ReleaseReading.open(files.next(), hadoop));
        }
        return true;
    }

    private boolean fill(ReleaseReading file) throws IOException {
        columns.begin();
        while (!columns.isFull() && file.next()) if (filter.test(file.cursor())) columns.add(file);
        return columns.hasRows();
    }

    @Override
    public ColumnarBatch get() {
        return columns.batch();
    }

    private void closeFile() throws IOException {
        if (current.isPresent()) current.get().close();
        current = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        closeFile();
        columns.close();
    }
}
