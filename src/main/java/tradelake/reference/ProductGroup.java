package tradelake.reference;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A product category: a named set of HS codes. */
public record ProductGroup(String id, String nameEn, String nameZh, List<ProductCode> codes) {
    static final String FILE = "product-groups.csv";
    static final List<String> COLUMNS = List.of(
            "category", "name_en", "name_zh", "hs_code", "hs_level", "editions", "source", "confidence", "note");

    static ProductGroup of(Definition definition, Optional<ProductGroup> before) {
        String english =
                definition.name("name_en", before.map(ProductGroup::nameEn).orElse(definition.id()));
        String chinese =
                definition.name("name_zh", before.map(ProductGroup::nameZh).orElse(english));
        return new ProductGroup(definition.id(), english, chinese, codes(definition, before));
    }

    private static List<ProductCode> codes(Definition definition, Optional<ProductGroup> before) {
        if (definition.parts().isEmpty())
            return before.orElseThrow(() -> definition
                            .first()
                            .bad("category", "is a new category without codes: add lines with an hs_code"))
                    .codes();
        Set<String> seen = new HashSet<>();
        for (Line line : definition.parts())
            if (!seen.add(line.text("hs_code")))
                throw line.bad("hs_code", "stands twice in %s: keep one".formatted(definition.id()));
        return definition.parts().stream().map(ProductCode::of).toList();
    }
}
