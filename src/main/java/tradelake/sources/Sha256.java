package tradelake.sources;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that names a release and a raw row. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
