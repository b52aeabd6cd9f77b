package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which edition and which releases of a reporter-year count. */
class LiveReleasesTest {

    @Test
    void a_whole_release_published_later_replaces_the_earlier_one_and_all_its_rows() {
        DrawnYear.of(
                        """
            release kind  published
            A       whole 2021-06-01
            B       whole 2022-01-15
            """,
                        """
            release code value becomes
            A       27   100   superseded
            A       44   50    superseded
            B       27   110   accepted
            """)
                .sums("M", "TOTAL", 110)
                .finds();
    }

    @Test
    void an_undated_whole_release_is_older_than_any_dated_one() {
        DrawnYear.of(
                        """
            release kind  published
            A       whole -
            B       whole 2011-01-01
            """,
                        """
            release code value becomes
            A       27   100   superseded
            A       44   50    superseded
            B       27   110   accepted
            """)
                .finds();
    }

    @Test
    void of_whole_releases_of_one_date_the_one_with_more_rows_counts_and_it_is_said() {
        DrawnYear.of(
                        """
            release kind  published
            A       whole 2022-01-15
            B       whole 2022-01-15
            """,
                        """
            release code value becomes
            A       27   100   superseded
            B       27   110   accepted
            B       44   50    accepted
            """)
                .finds(
                        "same-date-releases 1: Reporter 156 in 2020: whole releases in H5 are of one date; B is used, not A");
    }

    @Test
    void of_whole_releases_of_one_date_and_size_the_smaller_id_counts() {
        DrawnYear.of(
                        """
            release kind
            A       whole
            B       whole
            """,
                        """
            release code value becomes
            B       27   100   superseded
            A       27   110   accepted
            """)
                .finds(
                        "same-date-releases 1: Reporter 156 in 2020: whole releases in H5 are of one date; A is used, not B");
    }

    @Test
    void an_extract_adds_nothing_to_a_whole_release_unless_it_is_dated_later() {
        DrawnYear.of(
                        """
            release kind    published
            A       whole   2022-01-15
            B       extract -
            C       extract 2021-12-31
            D       extract 2022-01-15
            E       extract 2022-01-16
            """,
                        """
            release code value becomes
            A       27   100   superseded
            A       44   50    accepted
            B       84   1     superseded
            C       84   2     superseded
            D       84   3     superseded
            E       27   105   accepted
            E       84   4     accepted
            """)
                .sums("M", "TOTAL", 50 + 105 + 4);
    }

    @Test
    void extracts_of_different_chapters_complete_each_other() {
        DrawnYear.of(
                        """
            release code value becomes
            A       27   100   accepted
            B       44   50    accepted
            """)
                .sums("M", "TOTAL", 150);
    }

    @Test
    void one_edition_a_reporter_year_the_newest_of_equals() {
        DrawnYear.of(
                        """
            release kind
            A       whole
            B       whole
            """,
                        """
            release edition code value becomes
            A       H4      27   100   other_classification
            A       H4      44   50    other_classification
            B       H5      27   100   accepted
            """)
                .sums("M", "TOTAL", 100)
                .finds("other-classification 2: Reporter 156 in 2020: H5 is used, the rows in H4 are set aside");
    }

    @Test
    void the_classification_of_the_reporter_comes_before_a_converted_one() {
        DrawnYear.of(
                """
            release kind  origin
            A       whole original
            B       whole converted
            """,
                """
            release edition code value becomes
            A       H3      27   100   accepted
            B       H5      27   100   other_classification
            """);
    }

    @Test
    void a_whole_release_comes_before_extracts_in_another_edition() {
        DrawnYear.of(
                """
            release kind    origin
            A       whole   converted
            B       extract original
            """,
                """
            release edition code value becomes
            A       H3      27   100   accepted
            A       H3      44   50    accepted
            B       H5      27   100   other_classification
            """);
    }

    @Test
    void a_monthly_whole_release_replaces_nothing() {
        DrawnYear.of(
                        """
            release kind  published
            A       whole 2021-01-01
            B       whole 2022-01-01
            """,
                        """
            release freq edition code value becomes
            A       A    H5      27   100   accepted
            B       M    H6      27   9     not_annual
            B       M    H5      27   9     not_annual
            """)
                .finds("other-frequency 2: Reporter 156 in 2020: annual rows are used, monthly rows are set aside");
    }

    @Test
    void an_annual_extract_does_not_shut_out_twelve_whole_months() {
        DrawnYear.of(
                        """
            release kind
            A       extract
            B       whole
            """,
                        """
            release freq month code value becomes
            A       A    52    27   100   not_annual
            B       M    1     27   9     summed
            B       M    2     27   9     summed
            B       M    3     27   9     summed
            B       M    4     27   9     summed
            B       M    5     27   9     summed
            B       M    6     27   9     summed
            B       M    7     27   9     summed
            B       M    8     27   9     summed
            B       M    9     27   9     summed
            B       M    10    27   9     summed
            B       M    11    27   9     summed
            B       M    12    27   9     summed
            """)
                .sums("M", "27", 12 * 9)
                .finds(
                        "other-frequency 1: Reporter 156 in 2020: whole releases of all twelve months are used, annual extracts are set aside");
    }

    @Test
    void an_annual_extract_comes_before_fewer_months() {
        DrawnYear.of(
                        """
            release kind
            A       extract
            B       whole
            """,
                        """
            release freq month code value becomes
            A       A    52    27   100   accepted
            B       M    1     27   9     not_annual
            """)
                .finds("other-frequency 1: Reporter 156 in 2020: annual rows are used, monthly rows are set aside");
    }

    @Test
    void releases_must_be_ranked_newest_first() {
        ReleaseFacts older = new ReleaseFacts(0, "A", ReleaseFacts.Kind.WHOLE, LocalDate.of(2021, 1, 1), List.of());
        ReleaseFacts newer = new ReleaseFacts(1, "B", ReleaseFacts.Kind.WHOLE, LocalDate.of(2022, 1, 1), List.of());
        ReleaseFacts sameRank = new ReleaseFacts(0, "C", ReleaseFacts.Kind.WHOLE, LocalDate.of(2021, 1, 1), List.of());
        assertThatThrownBy(() -> new LiveReleases(List.of(older, newer))).hasMessageContaining("newest first");
        assertThatThrownBy(() -> new LiveReleases(List.of(older, sameRank))).hasMessageContaining("newest first");
    }

    @Test
    void rows_that_no_facts_announce_are_refused() {
        ReleaseFacts release = new ReleaseFacts(
                0,
                "A",
                ReleaseFacts.Kind.EXTRACT,
                ReleaseFacts.UNDATED,
                List.of(new ReleaseFacts.Dataset("A", "H4", ReleaseFacts.Origin.ORIGINAL, 1)));
        LiveReleases releases = new LiveReleases(List.of(release));
        PublishedRow otherEdition = new Rows(0).row("M", 842, "27", 1);
        PublishedRow otherRelease = new Rows(1).row("M", 842, "27", 1);
        assertThatThrownBy(() -> releases.setAside(otherEdition)).hasMessageContaining("No facts");
        assertThatThrownBy(() -> releases.setAside(otherRelease)).hasMessageContaining("No facts");
    }

    @Test
    void a_release_given_twice_is_one_release() {
        ReleaseFacts release = new ReleaseFacts(
                0,
                "A",
                ReleaseFacts.Kind.WHOLE,
                LocalDate.of(2021, 1, 1),
                List.of(new ReleaseFacts.Dataset("A", "H5", ReleaseFacts.Origin.ORIGINAL, 1)));
        LiveReleases releases = new LiveReleases(List.of(release, release));
        assertThat(releases.edition()).contains("H5");
        assertThat(releases.findings("here")).isEmpty();
    }
}
