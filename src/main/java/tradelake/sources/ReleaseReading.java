package tradelake.sources;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.unsafe.types.UTF8String;
import tradelake.lake.BadInput;

/** The rows of one release, with the assurance, at their end, that the file is still the one that was examined. */
final class ReleaseReading implements Closeable {
    private static final String SHA256 = "[0-9a-f]{64}";

    private final SourceFile file;
    private final UTF8String release;
    private final OpenedFile opened;
    private final RowCursor cursor;

    private ReleaseReading(SourceFile file, OpenedFile opened, RowCursor cursor) {
        this.file = file;
        this.release = UTF8String.fromString(file.release());
        this.opened = opened;
        this.cursor = cursor;
    }

    static ReleaseReading open(SourceFile file, Configuration hadoop) throws IOException {
        OpenedFile opened = OpenedFile.open(new Path(file.path()), hadoop);
        try {
            Format format = Formats.of(opened.head()).orElseThrow(() -> changed(file));
            return new ReleaseReading(file, opened, format.open(opened.content()));
        } catch (DamagedContent e) {
            opened.close();
            throw changed(file);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    boolean next() throws IOException {
        try {
            if (cursor.next()) return true;
        } catch (DamagedContent e) {
            throw changed(file);
        }
        if (file.release().matches(SHA256) && !opened.drained().sha256().equals(file.release())) throw changed(file);
        return false;
    }

    private static BadInput changed(SourceFile file) {
        return new BadInput("%s is not the file that was examined (release %s): it changed meanwhile; run again."
                .formatted(file.path(), file.release()));
    }

    RowCursor cursor() {
        return cursor;
    }

    UTF8String release() {
        return release;
    }

    @Override
    public void close() throws IOException {
        cursor.close();
        opened.close();
    }
}
