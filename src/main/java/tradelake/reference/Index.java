package tradelake.reference;

import java.util.List;

/**
 * What an index of trade measures.
 *
 * @param id capital letters, digits and _
 * @param reporters a group or an economy
 * @param partners a group, an economy, or WLD for everyone
 * @param product TOTAL, a section, a chapter or a category
 * @param baseYear the year in which it is 100
 */
public record Index(
        String id,
        String reporters,
        String partners,
        String product,
        int baseYear,
        String nameEn,
        String nameZh,
        String source) {
    static final String FILE = "indices.csv";
    static final List<String> COLUMNS =
            List.of("index_id", "reporters", "partners", "product", "base_year", "name_en", "name_zh", "source");

    static Index of(Line line, Reference reference) {
        if (!line.required("index_id").matches("[A-Z][A-Z0-9_]*"))
            throw line.bad("index_id", "is no id: use capital letters, digits and _, a letter first");
        if (reference.products().byId(line.text("product")).isEmpty())
            throw line.bad("product", "is no known product: use TOTAL or another one listed in gold.products");
        String english = line.text("name_en", line.text("index_id"));
        return new Index(
                line.text("index_id"),
                side(line, "reporters", reference),
                line.text("partners").equals(Economies.EVERYONE)
                        ? Economies.EVERYONE
                        : side(line, "partners", reference),
                line.text("product"),
                line.integer("base_year"),
                english,
                line.text("name_zh", english),
                line.text("source", "user"));
    }

    private static String side(Line line, String column, Reference reference) {
        String id = line.text(column);
        boolean isEconomy = reference
                .economies()
                .byKey(id)
                .filter(economy -> economy.kind().canBeMember())
                .isPresent();
        if (!isEconomy && reference.groups().byId(id).isEmpty())
            throw line.bad(column, "is neither a group of gold.groups nor an economy of gold.economies: correct it");
        return id;
    }
}
