package tradelake.serve;

import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The Parquet files that together hold the rows of one version of a Delta table. The table's log says which they are: its folder
 * holds those of other versions too. Delta's kernel reads the log in this process; through Spark each table costs a second.
 */
public final class LiveFiles {
    private final Engine engine;

    public LiveFiles(Configuration hadoop) {
        this.engine = DefaultEngine.create(hadoop);
    }

    /** The files of a table at a version. */
    List<Path> of(Path table, long version) throws IOException {
        List<Path> files = new ArrayList<>();
        var scan = Table.forPath(engine, table.toString())
                .getSnapshotAsOfVersion(engine, version)
                .getScanBuilder()
                .build();
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
            while (batches.hasNext())
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    while (rows.hasNext()) files.add(file(rows.next(), table));
                }
        }
        return files;
    }

    /** A file of which rows are deleted by a list beside it holds more than the version's rows. */
    private static Path file(Row file, Path table) {
        if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file) != null)
            throw new IllegalStateException(table + " has deletion vectors, which a published table must not have");
        return new Path(InternalScanFileUtils.getAddFileStatus(file).getPath());
    }
}
