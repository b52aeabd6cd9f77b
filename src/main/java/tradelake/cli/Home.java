package tradelake.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import tradelake.lake.BadInput;

/**
 * What a path on the command line means. A path that the user types is relative to the folder where the user stands; a default
 * (data-samples, lake, conf/tradelake.conf) is relative to the project's folder, so that it is the same from everywhere.
 */
final class Home {
    /** Set by bin/tradelake; without it, as under spark-submit, the project's folder is where the user stands. */
    private static final String PROPERTY = "tradelake.home";

    private static final Pattern NAME_AND_PASSWORD = Pattern.compile("(?i)s3[an]?://[^/]*[@:].*");

    private static final Pattern REMOTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

    private Home() {}

    static Path folder() {
        return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize();
    }

    /** Where a default lies. */
    static String standard(String relative) {
        return folder().resolve(relative).toString();
    }

    /** A typed path, absolute; one with a scheme (s3a://, hdfs://, file:/) as it is. */
    static String typed(String path) {
        if (NAME_AND_PASSWORD.matcher(path).matches())
            throw new BadInput(
                    "Cannot use an address of S3 that names more than a bucket: write s3a://BUCKET/PATH, and give"
                            + " credentials as docs/operations.md says.");
        return isRemote(path)
                ? path
                : Path.of(path).toAbsolutePath().normalize().toString();
    }

    /** The path of what lies in a file system of this machine; empty for s3a://, hdfs:// and the like. */
    static Optional<Path> onThisMachine(String path) {
        if (path.startsWith("file:"))
            return Optional.of(Path.of(URI.create(path).getPath()));
        return isRemote(path) ? Optional.empty() : Optional.of(Path.of(path));
    }

    static boolean isRemote(String path) {
        return REMOTE.matcher(path).matches();
    }
}
