package tradelake.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A short name for content: equal contents have equal names. */
public final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256 of the parts in order, 64 hex digits; the parts are kept apart, so ("ab", "c") differs from ("a", "bc"). */
    public static String of(Iterable<String> parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of the names and contents of the files under a folder, or of a file; empty where there is none. */
    public static String ofFiles(Path folder) {
        if (!Files.exists(folder)) return "";
        List<String> parts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                parts.add(folder.relativize(file).toString());
                parts.add(HexFormat.of().formatHex(digest(file)));
            }
            return of(parts);
        } catch (IOException e) {
            throw new BadInput("Cannot read the files in %s: make them readable.".formatted(folder), e);
        }
    }

    /** Files may be larger than memory. */
    private static byte[] digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    /** A digest that hashes to what names files, rows and contents throughout. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
