package tradelake.reference;

import java.util.List;

/**
 * A section of the Harmonized System.
 *
 * @param id S01 to S21
 * @param roman its number in the nomenclature, I to XXI
 * @param chapterFrom its first chapter, two digits
 * @param chapterTo its last chapter, two digits
 */
public record HsSection(
        String id,
        String roman,
        String nameEn,
        String nameZh,
        String chapterFrom,
        String chapterTo,
        String source,
        String confidence) {
    static final String FILE = "hs-sections.csv";
    static final List<String> COLUMNS =
            List.of("section", "roman", "name_en", "name_zh", "chapter_from", "chapter_to", "source", "confidence");

    static HsSection of(Line line) {
        return new HsSection(
                line.required("section"),
                line.required("roman"),
                line.required("name_en"),
                line.required("name_zh"),
                line.required("chapter_from"),
                line.required("chapter_to"),
                line.required("source"),
                line.required("confidence"));
    }
}
