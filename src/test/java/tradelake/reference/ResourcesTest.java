package tradelake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The built-in files: sorted, so that a change is a small difference. */
class ResourcesTest {
    @Test
    void economiesByCode() {
        assertThat(lines(Economy.FILE, Economy.COLUMNS))
                .isSortedAccordingTo(Comparator.comparing(l -> l.integer("code")));
    }

    @Test
    void groupsByIdEconomyAndDate() {
        assertSorted(lines(Groups.FILE, Groups.COLUMNS), "group_id", "economy", "member_from");
    }

    @Test
    void categoriesByIdAndCode() {
        assertSorted(lines(ProductGroup.FILE, ProductGroup.COLUMNS), "category", "hs_code");
    }

    @Test
    void chaptersAndSections() {
        assertSorted(lines(HsChapter.FILE, HsChapter.COLUMNS), "chapter");
        assertSorted(lines(HsSection.FILE, HsSection.COLUMNS), "section");
    }

    @Test
    void agreementsByPair() {
        assertSorted(lines(Agreement.FILE, Agreement.COLUMNS), "economy_a", "economy_b", "agreement", "in_force_from");
        assertSorted(lines(RcepPair.FILE, RcepPair.COLUMNS), "economy_a", "economy_b");
    }

    @Test
    void controlTotals() {
        assertSorted(lines(ControlTotal.FILE, ControlTotal.COLUMNS), "economy", "flow", "year");
    }

    private static List<Line> lines(String file, List<String> columns) {
        return Csv.builtIn(file, columns).lines();
    }

    private static void assertSorted(List<Line> lines, String... columns) {
        Function<Line, String> key = line -> {
            StringBuilder text = new StringBuilder();
            for (String column : columns) text.append(line.text(column)).append('\0');
            return text.toString();
        };
        assertThat(lines).extracting(key).isSorted().doesNotHaveDuplicates();
    }
}
