package tradelake.claims;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tradelake.reference.Reference;

/** Claims written for a test, and read as the user's are. */
record DrawnClaims(Path folder) {
    static final Reference REFERENCE = Reference.load();

    Claims of(String claims) {
        try {
            Files.writeString(folder.resolve("drawn.conf"), "source = \"A report\"\nclaims {\n" + claims + "\n}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ClaimFiles.in(folder, REFERENCE);
    }
}
