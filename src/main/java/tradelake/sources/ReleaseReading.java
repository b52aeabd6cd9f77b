package tradelake.sources;

import java.io.Closeable;
import java.io.FileNotFoundException;
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
    private RowCursor cursor;
    private long linesBefore;
    private long line;
    private boolean ended;

    private ReleaseReading(SourceFile file, OpenedFile opened) throws IOException {
        this.file = file;
        this.release = UTF8String.fromString(file.release());
        this.opened = opened;
        this.cursor = part();
    }

    static ReleaseReading open(SourceFile file, Configuration hadoop) throws IOException {
        OpenedFile opened = opened(file, hadoop);
        try {
            return new ReleaseReading(file, opened);
        } catch (DamagedContent | ForeignContent e) {
            opened.close();
            throw changed(file);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static OpenedFile opened(SourceFile file, Configuration hadoop) throws IOException {
        try {
            return OpenedFile.open(new Path(file.path()), hadoop);
        } catch (FileNotFoundException e) {
            throw new BadInput(
                    "Cannot find %s, where the rows of release %s were: put it back, or refresh with --input naming the folder of that file."
                            .formatted(file.path(), file.release()),
                    e);
        }
    }

    private RowCursor part() throws IOException {
        Format format = Formats.of(opened.head()).orElseThrow(() -> changed(file));
        return format.open(opened.content());
    }

    boolean next() throws IOException {
        if (ended) return false;
        try {
            while (!cursor.next()) if (!nextPart()) return end();
            line = linesBefore + cursor.line();
            return true;
        } catch (DamagedContent | ForeignContent e) {
            throw changed(file);
        }
    }

    private boolean nextPart() throws IOException {
        linesBefore = line;
        if (!opened.nextPart()) return false;
        cursor.close();
        cursor = part();
        return true;
    }

    private boolean end() throws IOException {
        ended = true;
        if (file.release().matches(SHA256) && !opened.drained().sha256().equals(file.release())) throw changed(file);
        return false;
    }

    private static BadInput changed(SourceFile file) {
        return new BadInput(
                "%s is not the file that was examined (release %s): it changed meanwhile; run again. If it is a copy in the lake's folder raw, delete it and give the original as --input."
                        .formatted(file.path(), file.release()));
    }

    RowCursor cursor() {
        return cursor;
    }

    /** Where the row begins: lines of an archive are counted through all of its parts. */
    long line() {
        return line;
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
