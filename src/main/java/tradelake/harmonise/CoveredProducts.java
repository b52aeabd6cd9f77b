package tradelake.harmonise;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import tradelake.reference.HsEdition;
import tradelake.reference.Product;
import tradelake.reference.ProductCode;
import tradelake.reference.ProductGroup;
import tradelake.reference.ProductLevel;
import tradelake.reference.Products;

/**
 * For which products the releases of a reporter-year say everything, be it that there was no trade. A whole release covers
 * all; an extract covers the chapters it holds and what lies within them. A TOTAL row covers the total, and all products only
 * where the chapters beside it hold nearly all of its value: a file of totals says nothing of fuels. A category is covered only
 * where some code of it exists in the edition: before HS 2017 nothing can be said of electric cars.
 *
 * @param chaptersForTotal from so many chapters on, extracts without a TOTAL row stand for all trade
 */
record CoveredProducts(Products products, int chaptersForTotal) {

    /** What a TOTAL may hold beyond the chapters beside it, as a fraction, where these are to stand for all goods. */
    private static final double BEYOND_CHAPTERS = 0.05;

    /**
     * The ids, sorted.
     *
     * @param scope the chapters that the releases speak about, and {@link HsCode#TOTAL} where they have that row
     * @param withoutChapter the share of value that stands at TOTAL and at no chapter, 0 to 1
     */
    List<String> of(HsEdition edition, boolean whole, SortedSet<String> scope, double withoutChapter) {
        boolean hasTotal = scope.contains(HsCode.TOTAL);
        int chapters = scope.size() - (hasTotal ? 1 : 0);
        boolean enough = hasTotal ? chapters > 0 && withoutChapter <= BEYOND_CHAPTERS : chapters >= chaptersForTotal;
        boolean all = whole || enough;
        return products.all().stream()
                .filter(product -> exists(product, edition) && (all || within(product, edition, scope)))
                .map(Product::id)
                .sorted()
                .toList();
    }

    private boolean exists(Product product, HsEdition edition) {
        return product.level() != ProductLevel.CATEGORY
                || !codes(product, edition).isEmpty();
    }

    private boolean within(Product product, HsEdition edition, Set<String> scope) {
        return switch (product.level()) {
            case TOTAL -> scope.contains(HsCode.TOTAL);
            case CHAPTER -> scope.contains(product.id());
            case SECTION ->
                products.chapters().stream()
                        .filter(chapter -> chapter.section().equals(Optional.of(product.id())))
                        .allMatch(chapter -> scope.contains(chapter.code()));
            case CATEGORY -> codes(product, edition).stream().allMatch(code -> scope.contains(code.substring(0, 2)));
        };
    }

    private List<String> codes(Product product, HsEdition edition) {
        return products.categories().stream()
                .filter(group -> group.id().equals(product.id()))
                .map(ProductGroup::codes)
                .flatMap(List::stream)
                .filter(code -> code.editions().contains(edition))
                .map(ProductCode::hsCode)
                .toList();
    }
}
