package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of rows that share flow, partner and code. */
class RowMergeTest {

    @Test
    void identical_rows_count_once() {
        DrawnYear.of(
                        """
            release code value weight quantity becomes
            A       27   100   5      -        accepted
            B       27   100   5      -        duplicate
            B       27   100   5      -        duplicate
            B       44   100   5      7        accepted
            """)
                .sums("M", "TOTAL", 200);
    }

    @Test
    void differing_undated_rows_are_a_conflict_all_of_them() {
        DrawnYear.of(
                        """
            release code value becomes
            A       27   100   conflict
            B       27   100   conflict
            C       27   101   conflict
            C       44   50    accepted
            """)
                .sums("M", "TOTAL", 50);
    }

    @Test
    void a_weight_or_quantity_that_differs_or_is_missing_is_a_difference() {
        DrawnYear.of(
                """
            release code value weight quantity becomes
            A       27   100   5      -        conflict
            B       27   100   6      -        conflict
            A       44   100   5      -        conflict
            B       44   100   -      -        conflict
            A       84   100   5      1        conflict
            B       84   100   5      2        conflict
            """);
    }

    @Test
    void a_newer_row_supersedes_and_any_date_beats_none() {
        DrawnYear.of(
                        """
            release published
            A       2021-01-01
            B       2022-01-01
            C       -
            """,
                        """
            release code value becomes
            A       27   100   superseded
            B       27   110   accepted
            C       27   120   superseded
            A       44   50    accepted
            C       44   60    superseded
            C       44   50    duplicate
            """)
                .sums("M", "TOTAL", 110 + 50);
    }

    @Test
    void differing_rows_of_one_date_are_a_conflict_and_older_ones_do_not_return() {
        DrawnYear.of(
                """
            release published
            A       2022-01-01
            B       2022-01-01
            C       2021-01-01
            D       -
            """,
                """
            release code value becomes
            A       27   100   conflict
            B       27   110   conflict
            C       27   100   superseded
            D       27   110   superseded
            """);
    }

    @Test
    void rows_of_one_whole_release_can_be_in_conflict_too() {
        DrawnYear.of(
                        """
            release kind
            A       whole
            """,
                        """
            code  value becomes
            TOTAL 130   published_total
            27    100   conflict
            27    110   conflict
            44    30    accepted
            """)
                .leaves("""
            flow partner code  value
            M    842     TOTAL 100
            """);
    }

    @Test
    void breakdowns_do_not_compete_with_their_total() {
        DrawnYear.of(
                """
            code mot  customs value becomes
            27   0    C00     100   accepted
            27   2100 C00     60    transport_breakdown
            27   0    C01     70    customs_breakdown
            """);
    }

    @Test
    void rows_out_of_order_are_refused() {
        PublishedRow later = new Rows(1).row("M", 842, "44", 1);
        PublishedRow earlier = new Rows(2).row("M", 842, "27", 1);
        LiveReleases none = new LiveReleases(List.of());
        RowMerge merge = new RowMerge(none, null, row -> {});
        merge.add(later);
        assertThatThrownBy(() -> merge.add(earlier)).hasMessageContaining("SORT_KEY order");
    }
}
