package tradelake.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tradelake.lake.Fingerprint;

/** The products of the gold tables, and which of them a flow belongs to. */
public final class Products {
    /** All goods, specified or not. */
    public static final Product TOTAL = new Product("TOTAL", ProductLevel.TOTAL, "All goods", "全部货物");

    private final List<HsSection> sections;
    private final SortedMap<String, HsChapter> chapters = new TreeMap<>();
    private final SortedMap<String, ProductGroup> categories = new TreeMap<>();
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<HsEdition, Map<String, List<String>>> categoriesByCode = new EnumMap<>(HsEdition.class);

    private Products(List<HsSection> sections, List<HsChapter> chapters) {
        this.sections = sections;
        chapters.forEach(c -> this.chapters.put(c.code(), c));
        add(TOTAL);
        sections.forEach(s -> add(new Product(s.id(), ProductLevel.SECTION, s.nameEn(), s.nameZh())));
        chapters.forEach(c -> add(new Product(c.code(), ProductLevel.CHAPTER, c.nameEn(), c.nameZh())));
    }

    static Products of(Csv sections, Csv chapters, Csv builtIn, Csv user) {
        Products products = new Products(
                sections.lines().stream().map(HsSection::of).toList(),
                chapters.lines().stream().map(HsChapter::of).toList());
        for (Csv csv : List.of(builtIn, user))
            for (Definition definition : Definition.in(csv, "category", "hs_code")) products.define(definition);
        products.categories.values().forEach(products::index);
        return products;
    }

    /** Of what decides which codes are in which product, and of nothing else: names can change without it. */
    public String codesFingerprint() {
        return Fingerprint.of(Stream.of(
                        sections.stream().map(HsSection::id),
                        chapters.values().stream().map(chapter -> chapter.code() + chapter.section()),
                        categories.values().stream()
                                .map(group -> group.id()
                                        + group.codes().stream()
                                                .map(code -> code.hsCode() + code.editions())
                                                .toList()))
                .flatMap(parts -> parts)
                .toList());
    }

    /** TOTAL, sections, chapters, categories. */
    public List<Product> all() {
        return List.copyOf(products.values());
    }

    /** The ids of the total, the sections and the chapters: what the chapters of HS add up to. */
    public List<String> withoutCategories() {
        return all().stream()
                .filter(product -> product.level() != ProductLevel.CATEGORY)
                .map(Product::id)
                .toList();
    }

    public Optional<Product> byId(String id) {
        return Optional.ofNullable(products.get(id));
    }

    public List<HsSection> sections() {
        return sections;
    }

    public List<HsChapter> chapters() {
        return List.copyOf(chapters.values());
    }

    public List<ProductGroup> categories() {
        return List.copyOf(categories.values());
    }

    /**
     * Every product that a flow of this code belongs to: TOTAL, its section, its chapter, and the categories that have a code
     * of this edition which the flow's code equals or refines. Level 0 and unknown chapters belong to TOTAL alone.
     *
     * @param hsLevel 0, 2, 4 or 6: a residual can carry fewer digits than its neighbours
     */
    public List<String> productsOf(HsEdition edition, String hsCode, int hsLevel) {
        List<String> found = new ArrayList<>(List.of(TOTAL.id()));
        int digits = Math.min(hsLevel, hsCode.length());
        if (digits >= 2 && chapters.containsKey(hsCode.substring(0, 2))) {
            chapters.get(hsCode.substring(0, 2)).section().ifPresent(found::add);
            found.add(hsCode.substring(0, 2));
            found.addAll(categoriesOf(edition, hsCode, digits));
        }
        return List.copyOf(found);
    }

    /** The section of an HS code, or its chapter where that stands outside the sections (98, 99). */
    public String sectionOf(String hsCode) {
        String chapter = hsCode.substring(0, 2);
        return Optional.ofNullable(chapters.get(chapter))
                .flatMap(HsChapter::section)
                .orElse(chapter);
    }

    private SortedSet<String> categoriesOf(HsEdition edition, String hsCode, int digits) {
        Map<String, List<String>> byCode = categoriesByCode.getOrDefault(edition, Map.of());
        SortedSet<String> found = new TreeSet<>();
        for (int length = 2; length <= digits; length += 2)
            found.addAll(byCode.getOrDefault(hsCode.substring(0, length), List.of()));
        return found;
    }

    private void define(Definition definition) {
        Line line = definition.first();
        if (byId(definition.id())
                .filter(p -> p.level() != ProductLevel.CATEGORY)
                .isPresent()) throw line.bad("category", "is the id of a total or a section: choose another id");
        for (Line part : definition.parts())
            if (part.text("hs_code").length() >= 2
                    && !chapters.containsKey(part.text("hs_code").substring(0, 2)))
                throw part.bad("hs_code", "is in no HS chapter: chapters are 01 to 99, with their leading zero");
        ProductGroup group = ProductGroup.of(definition, Optional.ofNullable(categories.get(definition.id())));
        categories.put(group.id(), group);
        add(new Product(group.id(), ProductLevel.CATEGORY, group.nameEn(), group.nameZh()));
    }

    private void index(ProductGroup group) {
        for (ProductCode code : group.codes())
            for (HsEdition edition : code.editions())
                categoriesByCode
                        .computeIfAbsent(edition, e -> new HashMap<>())
                        .computeIfAbsent(code.hsCode(), c -> new ArrayList<>())
                        .add(group.id());
    }

    private void add(Product product) {
        products.put(product.id(), product);
    }
}
