package tradelake.reference;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An HS code of a product group with the editions that have it. The same digits can mean more or less in another edition.
 *
 * @param hsCode two, four or six digits
 * @param editions in the order of the editions
 */
public record ProductCode(String hsCode, Set<HsEdition> editions, String source, String confidence, String note) {
    private static final Pattern CODE = Pattern.compile("\\d{2}|\\d{4}|\\d{6}");

    /** The number of digits: 2, 4 or 6. */
    public int hsLevel() {
        return hsCode.length();
    }

    static ProductCode of(Line line) {
        return new ProductCode(
                code(line),
                editions(line),
                line.text("source", "user"),
                line.text("confidence", "user"),
                line.text("note"));
    }

    private static String code(Line line) {
        String code = line.text("hs_code");
        if (!CODE.matcher(code).matches())
            throw line.bad("hs_code", "is no HS code: write 2, 4 or 6 digits with their leading zeros");
        if (line.has("hs_level") && line.integer("hs_level") != code.length())
            throw line.bad("hs_level", "is not the length of hs_code %s: correct one of them".formatted(code));
        return code;
    }

    /** The editions named, or all of them where none is. */
    private static Set<HsEdition> editions(Line line) {
        if (!line.has("editions")) return Collections.unmodifiableSet(EnumSet.allOf(HsEdition.class));
        Set<HsEdition> editions = EnumSet.noneOf(HsEdition.class);
        Arrays.stream(line.text("editions").split("\\s+"))
                .map(text -> HsEdition.parse(text)
                        .orElseThrow(() -> line.bad("editions", "names no HS edition: write them like H3 H4 H5 H6")))
                .forEach(editions::add);
        return Collections.unmodifiableSet(editions);
    }
}
