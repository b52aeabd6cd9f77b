package tradelake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static tradelake.reference.HsEdition.H2;
import static tradelake.reference.HsEdition.H3;
import static tradelake.reference.HsEdition.H4;
import static tradelake.reference.HsEdition.H5;
import static tradelake.reference.HsEdition.H6;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in products, and which of them a code belongs to. */
class ProductsTest {
    private static final Products PRODUCTS = Reference.load().products();

    @Test
    void allProducts() {
        assertThat(PRODUCTS.sections()).hasSize(21);
        assertThat(PRODUCTS.chapters()).hasSize(97 + 2);
        assertThat(PRODUCTS.categories()).hasSize(40);
        assertThat(PRODUCTS.all())
                .hasSize(1 + 21 + 99 + 40)
                .extracting(Product::id)
                .doesNotHaveDuplicates();
        assertThat(PRODUCTS.byId("27")).map(Product::level).contains(ProductLevel.CHAPTER);
        assertThat(PRODUCTS.byId("S05")).map(Product::nameZh).contains("矿产品");
        assertThat(PRODUCTS.byId("TOTAL"))
                .map(Product::level)
                .map(ProductLevel::label)
                .contains("total");
    }

    @Test
    void everyProductHasNames() {
        assertThat(PRODUCTS.all()).allSatisfy(p -> {
            assertThat(p.nameEn()).isNotBlank();
            assertThat(p.nameZh()).isNotBlank();
        });
    }

    @Test
    void theSectionsPartTheChapters() {
        assertThat(PRODUCTS.chapters()).allSatisfy(chapter -> assertThat(PRODUCTS.sections().stream()
                        .filter(s -> s.chapterFrom().compareTo(chapter.code()) <= 0)
                        .filter(s -> s.chapterTo().compareTo(chapter.code()) >= 0)
                        .map(HsSection::id))
                .isEqualTo(chapter.section().map(List::of).orElse(List.of())));
        assertThat(PRODUCTS.chapters().stream()
                        .filter(c -> c.section().isEmpty())
                        .map(HsChapter::code))
                .containsExactly("98", "99");
    }

    @Test
    void everyCodeHasAKnownChapterAndAnEdition() {
        assertThat(PRODUCTS.categories().stream().flatMap(g -> g.codes().stream()))
                .hasSize(356)
                .allSatisfy(code -> {
                    assertThat(code.hsLevel())
                            .isIn(2, 4, 6)
                            .isEqualTo(code.hsCode().length());
                    assertThat(PRODUCTS.byId(code.hsCode().substring(0, 2))).isPresent();
                    assertThat(code.editions()).isNotEmpty();
                    assertThat(code.source()).isNotBlank();
                    assertThat(code.confidence()).isIn("high", "medium", "low");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"27", "2709", "270900"})
    void aRowBelongsToTotalSectionChapterAndCategories(String code) {
        assertThat(PRODUCTS.productsOf(H4, code, code.length()))
                .containsExactly("TOTAL", "S05", "27", "ENERGY", "F1_FUELS");
    }

    @Test
    void theTotalRowBelongsToTotalAlone() {
        assertThat(PRODUCTS.productsOf(H4, "TOTAL", 0)).containsExactly("TOTAL");
        assertThat(PRODUCTS.productsOf(H4, "270900", 0))
                .as("residual of a total")
                .containsExactly("TOTAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "9999", "999999", "9999AA"})
    void whatIsNotSpecifiedIsInNoSection(String code) {
        assertThat(PRODUCTS.productsOf(H2, code, code.length())).containsExactly("TOTAL", "99");
    }

    @Test
    void nationalUseIsInNoSection() {
        assertThat(PRODUCTS.productsOf(H6, "98", 2)).containsExactly("TOTAL", "98");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "AB1234", "7", ""})
    void anUnknownChapterBelongsToTotalAlone(String code) {
        assertThat(PRODUCTS.productsOf(H6, code, 6)).containsExactly("TOTAL");
    }

    /** 854140 held solar cells until H5; since H6 they are 854142 and 854143. */
    @Test
    void aCodeCountsOnlyInTheEditionsThatHaveIt() {
        assertThat(PRODUCTS.productsOf(H5, "854140", 6)).contains("PV", "NEW3");
        assertThat(PRODUCTS.productsOf(H6, "854140", 6)).doesNotContain("PV", "NEW3");
        assertThat(PRODUCTS.productsOf(H6, "854142", 6)).contains("PV", "NEW3");
        assertThat(PRODUCTS.productsOf(H3, "870380", 6)).doesNotContain("EV").contains("AUTO");
        assertThat(PRODUCTS.productsOf(H5, "870380", 6)).contains("EV", "AUTO", "F1_TRANS");
    }

    @Test
    void aCoarserRowIsNotInACategoryOfFinerCodes() {
        assertThat(PRODUCTS.productsOf(H5, "8541", 4)).contains("SEMI").doesNotContain("PV", "NEW3");
        assertThat(PRODUCTS.productsOf(H5, "85", 2)).contains("F1_EM").doesNotContain("SEMI", "PV");
        assertThat(PRODUCTS.productsOf(H5, "854140", 4))
                .as("residual of a heading")
                .doesNotContain("PV");
    }

    @Test
    void aRowCountsOnceInACategory() {
        assertThat(PRODUCTS.productsOf(H5, "854140", 6)).doesNotHaveDuplicates();
    }

    /** Whatever a heading belongs to, its parts belong to: sums over parts never fall short. */
    @Property
    void finerRowsBelongToAllThatCoarserOnesDo(@ForAll HsEdition edition, @ForAll @IntRange(max = 999999) int number) {
        String code = String.format(Locale.ROOT, "%06d", number);
        for (int level = 0; level < 6; level += 2)
            assertThat(PRODUCTS.productsOf(edition, code, level + 2))
                    .containsAll(PRODUCTS.productsOf(edition, code, level))
                    .doesNotHaveDuplicates();
    }
}
