package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tradelake.reference.HsEdition;
import tradelake.reference.Reference;

/** Of which products something can be said, traded or not. */
class CoveredProductsTest {
    private static final CoveredProducts COVERED =
            new CoveredProducts(Reference.load().products(), 90);

    private static List<String> extract(SortedSet<String> chapters) {
        return extract(chapters, 0);
    }

    private static List<String> extract(SortedSet<String> scope, double withoutChapter) {
        return COVERED.of(HsEdition.H5, false, scope, withoutChapter);
    }

    private static SortedSet<String> chapters(int count) {
        return new TreeSet<>(
                IntStream.rangeClosed(1, count).mapToObj("%02d"::formatted).toList());
    }

    @Test
    void extractsCoverATotalWithNearlyAllChapters() {
        assertThat(extract(chapters(89))).doesNotContain("TOTAL");
        assertThat(extract(chapters(90))).contains("TOTAL");
    }

    @Test
    void aTotalSaysWhetherTheChaptersBesideItAreAll() {
        SortedSet<String> scope = chapters(95);
        scope.add("TOTAL");
        assertThat(extract(scope, 0.06)).contains("TOTAL", "95").doesNotContain("97");
        assertThat(extract(scope, 0.04)).contains("97");
    }

    @Test
    void aTotalAloneCoversTheTotal() {
        assertThat(extract(new TreeSet<>(List.of("TOTAL")), 1)).containsExactly("TOTAL");
    }

    @Test
    void aTotalWithAChapterCoversTheTwo() {
        assertThat(extract(new TreeSet<>(List.of("TOTAL", "27")), 0.06))
                .contains("TOTAL", "27")
                .doesNotContain("S05", "85");
    }

    @Test
    void aTotalWhoseChaptersHoldNearlyAllOfItCoversEverything() {
        assertThat(extract(new TreeSet<>(List.of("TOTAL", "27", "85")), 0.04))
                .isEqualTo(COVERED.of(HsEdition.H5, true, new TreeSet<>(), 0));
    }

    @Test
    void aSectionIsCoveredWithAllItsChapters() {
        assertThat(extract(new TreeSet<>(List.of("25", "26"))))
                .contains("25", "26")
                .doesNotContain("S05", "TOTAL");
        assertThat(extract(new TreeSet<>(List.of("25", "26", "27"))))
                .contains("S05")
                .doesNotContain("TOTAL");
    }
}
