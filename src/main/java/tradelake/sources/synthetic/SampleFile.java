package tradelake.sources.synthetic;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the sample, as files.csv lists it.
 *
 * @param file its path below the folder
 * @param years such as 2019 or 2010-2011
 * @param textCrc32 of its text, before gzip: compressed bytes may differ between builds of zlib
 */
record SampleFile(String file, String format, int reporter, String years, String edition, long rows, String textCrc32) {
    static final String HEADER = "file,format,reporter,years,edition,rows,text_crc32";

    /** Writes the rows of a file. */
    interface Content {
        /** Writes them and returns their number. */
        long write(Text text) throws IOException;
    }

    /** What became of a file. */
    record Written(long rows, String textCrc32) {}

    static Written write(Path path, int compression, Content content) throws IOException {
        Files.createDirectories(path.getParent());
        CRC32 crc = new CRC32();
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
                OutputStream packed = path.toString().endsWith(".gz") ? new Gzip(file, compression) : file;
                OutputStream checked = new CheckedOutputStream(packed, crc)) {
            Text text = new Text(checked);
            long rows = content.write(text);
            text.flush();
            return new Written(rows, HexFormat.of().toHexDigits((int) crc.getValue()));
        }
    }

    String toCsv() {
        return String.join(
                ",", file, format, Integer.toString(reporter), years, edition, Long.toString(rows), textCrc32);
    }

    /** Gzip at a level of choice, 1 to 9. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out, int level) throws IOException {
            super(out, 1 << 16);
            def.setLevel(level);
        }
    }
}
