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

    /** The text without the key, should it stand in it. */
    String outOf(String text) {
        return text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
