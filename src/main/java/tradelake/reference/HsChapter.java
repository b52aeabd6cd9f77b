package tradelake.reference;

import java.util.List;
import java.util.Optional;

/**
 * A chapter of the Harmonized System, or 98 (national use) or 99 (not specified), which stand outside its sections.
 *
 * @param code two digits
 * @param section the id of its section
 */
public record HsChapter(
        String code,
        Optional<String> section,
        String nameEn,
        String nameZh,
        String source,
        String confidence,
        String note) {
    static final String FILE = "hs-chapters.csv";
    static final List<String> COLUMNS =
            List.of("chapter", "section", "name_en", "name_zh", "source", "confidence", "note");

    static HsChapter of(Line line) {
        return new HsChapter(
                line.required("chapter"),
                line.has("section") ? Optional.of(line.text("section")) : Optional.empty(),
                line.required("name_en"),
                line.required("name_zh"),
                line.required("source"),
                line.required("confidence"),
                line.text("note"));
    }
}
