package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What World holds beyond the partners: rows of the partner -1, as fine as it can be known. */
class WorldResidualTest {

    @Test
    void world_is_not_added_to_its_partners() {
        DrawnYear.of(
                        """
            partner code value becomes
            0       27   100   published_total
            36      27   40    accepted
            842     27   60    accepted
            """)
                .leavesNothing()
                .sums("M", "27", 100)
                .finds();
    }

    @Test
    void what_no_partner_has_stands_at_the_finest_code_that_lacks_it() {
        DrawnYear.of(
                        """
            partner code   value becomes
            0       TOTAL  100   published_total
            0       27     70    published_total
            0       2709   70    published_total
            0       270900 70    published_total
            0       44     30    published_total
            842     TOTAL  80    published_total
            842     27     55    published_total
            842     2709   55    published_total
            842     270900 55    accepted
            842     44     25    accepted
            """)
                .leaves(
                        """
            flow partner code   value
            M    -1      270900 15
            M    -1      44     5
            """)
                .sums("M", "TOTAL", 100)
                .sums("M", "27", 70)
                .sums("M", "44", 30);
    }

    @Test
    void what_the_children_do_not_lack_stays_with_their_parent() {
        DrawnYear.of(
                        """
            partner code  value becomes
            0       TOTAL 100   published_total
            0       27    70    published_total
            842     27    60    accepted
            """)
                .leaves(
                        """
            flow partner code  value
            M    -1      27    10
            M    -1      TOTAL 30
            """);
    }

    @Test
    void residuals_of_partners_count_as_theirs() {
        DrawnYear.of(
                        """
            partner code  value becomes
            0       TOTAL 100   published_total
            0       27    100   published_total
            842     TOTAL 100   published_total
            842     27    60    accepted
            """)
                .leaves("""
            flow partner code  value
            M    842     TOTAL 40
            """);
    }

    @Test
    void dollars_that_partners_report_only_coarsely_are_not_given_out_again() {
        DrawnYear.of(
                        """
            partner code   value becomes
            0       27     100   published_total
            0       270900 60    published_total
            0       271000 40    published_total
            36      27     30    accepted
            842     270900 60    accepted
            """)
                .leaves("""
            flow partner code value
            M    -1      27   10
            """)
                .sums("M", "27", 100);
    }

    @Test
    void coarse_rows_of_partners_cover_finer_ones_of_a_world_that_does_not_publish_their_code() {
        DrawnYear.of(
                        """
            partner code   value becomes
            0       270900 60    published_total
            0       271000 40    published_total
            36      27     70    accepted
            """)
                .leaves("""
            flow partner code value
            M    -1      27   30
            """);
        DrawnYear.of(
                        """
            partner code   value becomes
            0       270900 60    published_total
            36      TOTAL  70    accepted
            """)
                .leavesNothing();
    }

    @Test
    void partners_that_exceed_world_are_a_finding_and_the_partners_count() {
        DrawnYear.of(
                        """
            partner code  value becomes
            0       TOTAL 150   published_total
            0       27    100   published_total
            0       44    50    published_total
            842     27    110   accepted
            842     44    20    accepted
            """)
                .leaves("""
            flow partner code  value
            M    -1      TOTAL 20
            """)
                .sums("M", "TOTAL", 150)
                .finds("partners-exceed-world 1: Reporter 156 in 2020: partners exceed the published total, "
                        + "most at flow M, partner 0, code 27: they sum to 110.00, published is 100.00");
    }

    @Test
    void where_world_lacks_nothing_in_sum_nothing_is_added() {
        DrawnYear.of(
                        """
            partner code value becomes
            0       27   100   published_total
            0       2709 60    published_total
            0       2710 40    published_total
            842     2709 100   accepted
            """)
                .leavesNothing()
                .finds("partners-exceed-world 1: Reporter 156 in 2020: partners exceed the published total, "
                        + "most at flow M, partner 0, code 2709: they sum to 100.00, published is 60.00");
    }

    @Test
    void world_alone_is_unallocated_at_its_finest_level() {
        DrawnYear.of(
                        """
            flow partner code   value becomes
            X    0       27     100   published_total
            X    0       2709   80    published_total
            X    0       270900 80    published_total
            X    0       440110 7     published_total
            """)
                .leaves(
                        """
            flow partner code   value
            X    -1      270900 80
            X    -1      27     20
            X    -1      440110 7
            """)
                .sums("X", "27", 100)
                .sums("X", "TOTAL", 107);
    }

    @Test
    void a_world_whose_own_parts_exceed_it_is_kept_at_the_total_and_said() {
        DrawnYear.of(
                        """
            partner code value becomes
            0       27   100   published_total
            0       2709 80    published_total
            0       2710 30    published_total
            """)
                .leaves("""
            flow partner code value
            M    -1      27   100
            """)
                .finds("parts-exceed-total 1: Reporter 156 in 2020: parts exceed the published total, "
                        + "most at flow M, partner 0, code 27: they sum to 110.00, published is 100.00");
    }

    @Test
    void the_parts_of_world_need_not_be_published_level_by_level() {
        DrawnYear.of(
                        """
            partner code   value becomes
            0       27     100   published_total
            0       270900 110   published_total
            842     270900 100   accepted
            """)
                .leavesNothing()
                .finds("parts-exceed-total 1: Reporter 156 in 2020: parts exceed the published total, "
                        + "most at flow M, partner 0, code 27: they sum to 110.00, published is 100.00");
    }

    @Test
    void differences_within_rounding_leave_nothing() {
        DrawnYear.of(
                        """
            partner code  value    becomes
            0       TOTAL 20000000 published_total
            0       27    10000000 published_total
            0       44    10000000 published_total
            842     27    9999991  accepted
            842     44    9999991  accepted
            """)
                .leavesNothing();
        DrawnYear.of(
                        """
            partner code value    becomes
            0       27   10000000 published_total
            842     27   10000009 accepted
            """)
                .leavesNothing()
                .finds();
    }

    @Test
    void codes_that_world_does_not_publish_are_not_compared() {
        DrawnYear.of(
                        """
            partner code   value becomes
            0       27     100   published_total
            842     27     100   accepted
            842     44     30    accepted
            842     840110 7     accepted
            """)
                .leavesNothing()
                .finds();
    }

    @Test
    void each_flow_has_a_world_of_its_own() {
        DrawnYear.of(
                        """
            flow partner code value becomes
            M    0       27   100   published_total
            M    842     27   90    accepted
            X    842     27   50    accepted
            """)
                .leaves("""
            flow partner code value
            M    -1      27   10
            """);
    }

    @Test
    void what_is_left_over_names_the_release_of_the_world_row() {
        DrawnYear year = DrawnYear.of(
                """
            release partner code  value becomes
            A       842     27    90    accepted
            B       0       27    100   published_total
            """);
        assertThat(year.result.residuals)
                .singleElement()
                .extracting(PublishedRow::release, PublishedRow::classification, PublishedRow::netWeight)
                .containsExactly(1, "H5", null);
    }
}
