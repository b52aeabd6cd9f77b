package tradelake.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The first bytes of a file's decompressed content: what it is recognised by. */
public final class Head {
    /** How many bytes are looked at. */
    static final int SIZE = 1 << 16;

    private final byte[] bytes;

    Head(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Whether this is a web page or an XML message, as servers send in place of a file. */
    public boolean isMarkup() {
        return text().stripLeading().startsWith("<");
    }

    /** The API fields that the first line names between these separators. */
    public Set<ApiField> fields(String separator) {
        Set<ApiField> fields = EnumSet.noneOf(ApiField.class);
        headers(separator).forEach(header -> ApiField.named(header).ifPresent(fields::add));
        return fields;
    }

    /** The names in the first line, without quotes. */
    public Collection<String> headers(String separator) {
        String line = text().lines().findFirst().orElse("");
        return Arrays.stream(line.split(separator, -1))
                .map(name -> name.replace("\"", "").strip())
                .toList();
    }

    /** Whether the first line has this name between these separators, in any case. */
    boolean names(String separator, String name) {
        return headers(separator).stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Whether the content begins with these bytes. */
    boolean startsWith(String latin) {
        byte[] magic = latin.getBytes(ISO_8859_1);
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /** Whether the first byte that is not blank is one of these. */
    boolean opensWith(String characters) {
        String text = text().stripLeading();
        return !text.isEmpty() && characters.indexOf(text.charAt(0)) >= 0;
    }

    private String text() {
        String text = new String(bytes, UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
