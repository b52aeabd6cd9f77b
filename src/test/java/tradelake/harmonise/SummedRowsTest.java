package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows that are added up: the months of a year without annual rows, the tariff lines of a code without anything coarser. */
class SummedRowsTest {

    @Test
    void a_year_without_annual_rows_is_the_sum_of_its_months() {
        DrawnYear year = DrawnYear.of(
                        """
            freq month code   value becomes
            M    1     27     10    summed
            M    2     27     20.5  summed
            M    3     27     0.25  summed
            M    2     44     7     accepted
            """)
                .sums("M", "27", 10 + 20.5 + 0.25)
                .sums("M", "TOTAL", 10 + 20.5 + 0.25 + 7)
                .finds(
                        "incomplete-year 4: Reporter 156 in 2020: there are no annual rows, and monthly rows of 3 of 12 months; below shares.least-months no share counts them");
        assertThat(year.result.flows).hasSize(2);
        assertThat(year.result.flows.get(0).isSum()).isTrue();
        assertThat(year.result.flows.get(1).isSum()).isFalse();
    }

    @Test
    void annual_rows_come_before_months() {
        DrawnYear.of(
                        """
            release freq month code value becomes
            A       A    52    27   100   accepted
            B       M    1     27   60    not_annual
            B       M    2     27   50    not_annual
            """)
                .sums("M", "27", 100)
                .finds("other-frequency 2: Reporter 156 in 2020: annual rows are used, monthly rows are set aside");
    }

    /** World's months are added as its partners' are, so that what partners leave of it is a residual of the year. */
    @Test
    void months_of_the_world_are_a_published_total() {
        DrawnYear.of(
                        """
            freq month partner code value becomes
            M    1     0       27   60    summed
            M    2     0       27   60    summed
            M    1     842     27   50    summed
            M    2     842     27   50    summed
            """)
                .leaves("""
            flow partner code value
            M    -1      27   20
            """)
                .sums("M", "27", 120);
    }

    @Test
    void each_month_has_its_own_duplicates_conflicts_and_newer_rows() {
        DrawnYear.of(
                        """
            release published
            A       -
            B       -
            C       2021-05-01
            """,
                        """
            release freq month code value becomes
            A       M    1     27   10    summed
            B       M    1     27   10    duplicate
            A       M    2     27   20    conflict
            B       M    2     27   21    conflict
            A       M    3     27   30    superseded
            C       M    3     27   33    summed
            """)
                .sums("M", "27", 10 + 33);
    }

    /** Bulk files of months are whole each for its month. */
    @Test
    void whole_releases_replace_one_another_month_by_month() {
        DrawnYear.of(
                        """
            release kind  published
            A       whole 2021-01-01
            B       whole 2021-02-01
            C       whole 2021-03-01
            """,
                        """
            release freq month code value becomes
            A       M    1     27   10    superseded
            B       M    1     27   11    summed
            C       M    2     27   20    summed
            """)
                .sums("M", "27", 11 + 20);
    }

    @Test
    void tariff_lines_are_added_up_where_there_is_no_coarser_release() {
        DrawnYear.of(
                        """
            release kind
            A       tariff_lines
            B       extract
            """,
                        """
            release code   value weight becomes
            A       270900 10    1      summed
            A       270900 10    1      summed
            A       270900 5     2      summed
            A       440110 7     -      accepted
            B       270900 100   -      superseded
            """)
                .sums("M", "TOTAL", 10 + 10 + 5 + 7);
    }

    /** Each month is judged for itself: another month's extract makes no rivals of this month's lines. */
    @Test
    void tariff_lines_of_a_month_are_added_up_beside_other_months() {
        DrawnYear.of(
                        """
            release kind
            A       tariff_lines
            B       extract
            """,
                        """
            release freq month code   value becomes
            A       M    1     270900 10    summed
            A       M    1     270900 5     summed
            B       M    2     270900 7     summed
            """)
                .sums("M", "270900", 10 + 5 + 7);
    }

    @Test
    void tariff_lines_give_way_to_the_whole_release_whatever_their_dates() {
        DrawnYear.of(
                        """
            release kind         published
            A       tariff_lines 2023-01-01
            B       whole        2021-01-01
            """,
                        """
            release code   value becomes
            A       270900 10    superseded
            A       270900 5     superseded
            B       270900 14    accepted
            """)
                .sums("M", "TOTAL", 14);
    }

    @Test
    void weights_are_added_only_where_each_row_has_one() {
        DrawnYear year = DrawnYear.of(
                """
            freq month code value weight quantity becomes
            M    1     27   10    1      5        summed
            M    2     27   20    2      -        summed
            """);
        PublishedRow sum = year.result.flows.get(0);
        assertThat(sum.netWeight()).isEqualTo(3);
        assertThat(sum.quantity()).isNull();
    }
}
