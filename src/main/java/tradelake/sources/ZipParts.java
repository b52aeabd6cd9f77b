package tradelake.sources;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files in a zip archive, in the order of its directory, without those that an input folder's would be passed over. The
 * directory stands at the end, so that an archive cut short is known before anything is read from it.
 */
final class ZipParts implements Closeable {
    private final Spooled spooled;
    private final ZipFile zip;
    private final Iterator<? extends ZipEntry> entries;

    private ZipParts(Spooled spooled, ZipFile zip) {
        this.spooled = spooled;
        this.zip = zip;
        this.entries = zip.stream().filter(ZipParts::isData).iterator();
    }

    static ZipParts of(InputStream archive) throws IOException {
        Spooled spooled = Spooled.of(archive);
        try {
            return new ZipParts(spooled, new ZipFile(spooled.path().toFile()));
        } catch (ZipException | IllegalArgumentException e) {
            spooled.close();
            throw DamagedContent.corrupt("zip", String.valueOf(e.getMessage()));
        } catch (EOFException e) {
            spooled.close();
            throw DamagedContent.corrupt("zip", "its directory points beyond its end");
        }
    }

    /** Programs put their own notes beside the files that they pack. */
    private static boolean isData(ZipEntry entry) {
        if (entry.isDirectory()) return false;
        for (String name : entry.getName().split("/")) if (InputFiles.isHidden(name)) return false;
        return true;
    }

    boolean hasNext() {
        return entries.hasNext();
    }

    /** The next file. */
    Part next() throws IOException {
        ZipEntry entry = entries.next();
        try {
            return new Part(entry.getName(), new Entry(zip.getInputStream(entry), entry.getCrc()));
        } catch (IOException | RuntimeException e) {
            throw DamagedContent.corrupt("zip", String.valueOf(e.getMessage()));
        }
    }

    /** One file in the archive, as stored there. */
    record Part(String name, InputStream bytes) {}

    @Override
    public void close() throws IOException {
        zip.close();
        spooled.close();
    }

    /** Java's own reader does not compare the checksum. */
    private static final class Entry extends FilterInputStream {
        private final CheckedInputStream checked;
        private final long crc;

        Entry(InputStream in, long crc) {
            super(new CheckedInputStream(in, new CRC32()));
            this.checked = (CheckedInputStream) this.in;
            this.crc = crc;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read;
            try {
                read = in.read(into, from, length);
            } catch (IOException e) {
                throw DamagedContent.corrupt("zip", String.valueOf(e.getMessage()));
            }
            if (read < 0 && checked.getChecksum().getValue() != crc)
                throw DamagedContent.corrupt("zip", "its checksum differs");
            return read;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }
    }
}
