package tradelake.sources;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Reads the files of one task, one after another. */
final class ComtradeRowReader implements PartitionReader<InternalRow> {
    private final Iterator<SourceFile> files;
    private final ComtradeRows rows;
    private final Configuration hadoop;
    private Optional<ReleaseReading> current = Optional.empty();

    ComtradeRowReader(List<SourceFile> files, ComtradeRows rows, Configuration hadoop) {
        this.files = files.iterator();
        this.rows = rows;
        this.hadoop = hadoop;
    }

    @Override
    public boolean next() throws IOException {
        while (current.isEmpty() || !current.get().next()) {
            close();
            if (!files.hasNext()) return false;
            current = Optional.of(ReleaseReading.open(files.next(), hadoop));
        }
        return true;
    }

    @Override
    public InternalRow get() {
        return rows.row(current.orElseThrow());
    }

    @Override
    public void close() throws IOException {
        if (current.isPresent()) current.get().close();
        current = Optional.empty();
    }
}
