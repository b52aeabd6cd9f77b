package tradelake.harmonise;

import org.junit.jupiter.api.Test;

/** The finest published breakdown of a partner, and what its totals hold beyond their parts. */
class CodeTreeTest {

    @Test
    void levels_of_one_file_are_not_added_to_each_other() {
        DrawnYear.of(
                        """
            code   value becomes
            TOTAL  150   published_total
            27     100   published_total
            2709   100   published_total
            270900 100   accepted
            44     50    accepted
            """)
                .leavesNothing()
                .sums("M", "TOTAL", 150)
                .sums("M", "27", 100)
                .sums("M", "44", 50)
                .finds();
    }

    @Test
    void what_a_total_holds_beyond_its_parts_is_a_row_of_its_own() {
        DrawnYear.of(
                        """
            code   value becomes
            TOTAL  200   published_total
            27     100   published_total
            2709   90    published_total
            270900 70    accepted
            44     50    accepted
            """)
                .leaves(
                        """
            flow partner code  value
            M    842     2709  20
            M    842     27    10
            M    842     TOTAL 50
            """)
                .sums("M", "TOTAL", 200)
                .sums("M", "27", 100)
                .sums("M", "2709", 90);
    }

    @Test
    void the_parent_of_a_code_is_the_nearest_one_published() {
        DrawnYear.of(
                        """
            code   value becomes
            TOTAL  100   published_total
            270900 60    accepted
            2711   30    accepted
            """)
                .leaves("""
            flow partner code  value
            M    842     TOTAL 10
            """);
    }

    @Test
    void codes_without_any_total_are_leaves() {
        DrawnYear.of(
                        """
            code   value becomes
            270900 60    accepted
            440110 30    accepted
            4402   5     accepted
            """)
                .leavesNothing()
                .sums("M", "TOTAL", 95);
    }

    @Test
    void differences_within_rounding_leave_nothing() {
        DrawnYear.of(
                        """
            code   value    becomes
            27     10000000 published_total
            270900 9999991  accepted
            44     10000000 published_total
            440110 10000009 accepted
            84     10000000 published_total
            841110 9999989  accepted
            """)
                .leaves("""
            flow partner code value
            M    842     84   11
            """)
                .finds();
    }

    @Test
    void parts_that_exceed_their_total_are_a_finding_and_the_parts_count() {
        DrawnYear.of(
                        """
            code   value becomes
            TOTAL  150   published_total
            27     100   published_total
            270900 70    accepted
            271000 50    accepted
            44     30    accepted
            """)
                .leavesNothing()
                .sums("M", "27", 120)
                .sums("M", "TOTAL", 150)
                .finds("parts-exceed-total 1: Reporter 156 in 2020: parts exceed the published total, "
                        + "most at flow M, partner 842, code 27: they sum to 120.00, published is 100.00");
    }

    @Test
    void the_finding_counts_the_places_and_names_the_largest() {
        DrawnYear.of(
                        """
            partner code   value becomes
            36      44     10    published_total
            36      440110 20    accepted
            392     27     100   published_total
            392     270900 150   accepted
            842     27     1000  published_total
            842     270900 1001  accepted
            """)
                .finds("parts-exceed-total 3: Reporter 156 in 2020: parts exceed the published total, "
                        + "most at flow M, partner 392, code 27: they sum to 150.00, published is 100.00");
    }

    @Test
    void chapter_99_is_a_chapter_like_any_other() {
        DrawnYear.of(
                        """
            code   value becomes
            TOTAL  100   published_total
            27     40    accepted
            99     60    published_total
            9999   60    published_total
            999999 35    accepted
            9999AA 25    accepted
            """)
                .leavesNothing()
                .sums("M", "99", 60);
    }

    @Test
    void each_flow_and_partner_is_a_tree_of_its_own() {
        DrawnYear.of(
                        """
            flow partner code  value becomes
            M    36      TOTAL 10    published_total
            M    36      27    10    accepted
            M    842     TOTAL 20    accepted
            X    842     27    30    accepted
            X    842     TOTAL 30    published_total
            """)
                .leavesNothing();
    }
}
