package tradelake.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import tradelake.lake.BadInput;
import tradelake.lake.Fingerprint;
import tradelake.lake.TryLater;

/**
 * Where the bytes of a release are read from: the lake's own copy under the SHA-256, or the place where the file was found.
 *
 * @param folder LAKE/raw
 * @param keep whether copies are kept
 */
public record Originals(Path folder, boolean keep) {
    private static final String UNFINISHED = ".";

    /** The file to read, in the lake if it was copied there. */
    public SourceFile file(Release release) {
        SourceFile found = SourceFile.of(release.facts());
        return keep ? new SourceFile(new Path(folder, release.id()).toString(), found.release(), found.bytes()) : found;
    }

    /** Copies the file unless the lake has it already; a copy appears whole or not at all. */
    void copy(Release release, Configuration hadoop) {
        if (!keep) return;
        Path target = new Path(folder, release.id());
        Path source = new Path(release.facts().path());
        try {
            FileSystem lake = folder.getFileSystem(hadoop);
            if (lake.exists(target)) return;
            Path temporary = new Path(folder, UNFINISHED + UUID.randomUUID());
            String copied = copy(source.getFileSystem(hadoop), source, lake, temporary);
            if (!copied.equals(release.id())) {
                lake.delete(temporary, false);
                throw new TryLater(
                        "%s changed while it was read; nothing of it was taken in. Run it again.".formatted(source));
            }
            if (!lake.rename(temporary, target)) throw new IOException("cannot rename " + temporary);
        } catch (IOException e) {
            throw new BadInput(
                    "Cannot copy %s to %s: %s. Check that both places can be reached and that there is room; or set raw.keep=false."
                            .formatted(source, target, e.getMessage()),
                    e);
        }
    }

    /** Deletes what runs that died left of copies they had not ended; only who holds the lock may. */
    public void sweep(Configuration hadoop) {
        try {
            FileSystem lake = folder.getFileSystem(hadoop);
            if (!lake.exists(folder)) return;
            for (FileStatus file : lake.listStatus(folder))
                if (file.getPath().getName().startsWith(UNFINISHED)) lake.delete(file.getPath(), false);
        } catch (IOException e) {
            throw new BadInput(
                    "Cannot tidy up %s: %s. Check that it can be written to.".formatted(folder, e.getMessage()), e);
        }
    }

    /** Returns the SHA-256 of the bytes copied: the file may have changed since it was examined. */
    private static String copy(FileSystem from, Path source, FileSystem to, Path target) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        try (InputStream in = new DigestInputStream(from.open(source), digest);
                OutputStream out = to.create(target, true)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Refuses a lake that lies among its own inputs, and inputs inside the lake: it would read what it wrote. */
    public void refuseNested(Iterable<Path> inputs, Path lake, Configuration hadoop) {
        URI outer = located(lake, hadoop);
        for (Path input : inputs) {
            URI inner = located(input, hadoop);
            if (isUnder(inner, outer) || isUnder(outer, inner))
                throw new BadInput(
                        "Cannot read the input %s into the lake %s: one lies inside the other. Choose another --lake or --input."
                                .formatted(input, lake));
        }
    }

    private static URI located(Path path, Configuration hadoop) {
        if (path.toUri().getScheme() != null) return path.toUri();
        return path.makeQualified(FileSystem.getDefaultUri(hadoop), new Path(System.getProperty("user.dir")))
                .toUri();
    }

    /** The same path on two buckets, or on a disk and on S3, is two places. */
    private static boolean isUnder(URI inner, URI outer) {
        return Objects.equals(inner.getScheme(), outer.getScheme())
                && Objects.equals(inner.getAuthority(), outer.getAuthority())
                && asFolder(inner).startsWith(asFolder(outer));
    }

    /** With one slash at its end, which the root has already. */
    private static String asFolder(URI place) {
        return place.getPath().endsWith("/") ? place.getPath() : place.getPath() + "/";
    }
}
