package tradelake.sources.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import tradelake.lake.BadInput;

/** A subscription key of UN Comtrade: sent in a header, written nowhere. */
public final class Key {
    /** The environment variable that holds it. */
    public static final String VARIABLE = "TRADELAKE_COMTRADE_KEY";

    /** What stands where a text was cut. */
    static final String CUT = "...";

    /** So many characters of a key tell something of it. */
    private static final int LEAST_TOLD = 4;

    private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");

    private final String secret;

    private Key(String secret) {
        this.secret = secret;
    }

    /**
     * The key of a file, else that of the environment.
     *
     * @param variable what {@link #VARIABLE} holds; null where it is not set
     */
    public static Optional<Key> of(Optional<Path> file, String variable) {
        if (file.isPresent())
            return Optional.of(checked(read(file.get()), file.get().toString()));
        return Optional.ofNullable(variable).filter(text -> !text.isBlank()).map(text -> checked(text, VARIABLE));
    }

    private static Key checked(String text, String place) {
        String secret = text.strip();
        if (FORM.matcher(secret).matches()) return new Key(secret);
        throw new BadInput("There is no subscription key in %s: it must be one word of visible ASCII characters."
                .formatted(place));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInput("Cannot read the key file %s: check the path and its permissions.".formatted(file), e);
        }
    }

    String secret() {
        return secret;
    }

    /** The text without the key, should it stand in it, and without its beginning where the text was cut. */
    String outOf(String text) {
        String masked = text.replace(secret, toString());
        for (int length = secret.length() - 1; length >= LEAST_TOLD; length--)
            masked = masked.replace(secret.substring(0, length) + CUT, this + CUT);
        return masked;
    }

    @Override
    public String toString() {
        return "***";
    }
}
