package tradelake.harmonise;

import org.junit.jupiter.api.Test;

/** Rows that stand beside their own total, or are none of ours, are not added up: one trap a test. */
class CanonicalRowTest {

    @Test
    void modes_of_transport_are_parts_of_mode_zero() {
        DrawnYear.of(
                        """
            code mot  value becomes
            27   0    100   accepted
            27   2100 60    transport_breakdown
            27   3200 40    transport_breakdown
            """)
                .sums("M", "27", 100);
    }

    @Test
    void customs_procedures_are_parts_of_C00() {
        DrawnYear.of(
                        """
            code customs value becomes
            27   C00     100   accepted
            27   C01     70    customs_breakdown
            27   C05     30    customs_breakdown
            """)
                .sums("M", "27", 100);
    }

    @Test
    void second_partners_are_parts_of_all_second_partners() {
        DrawnYear.of(
                        """
            code partner2 value becomes
            27   0        100   accepted
            27   344      90    partner2_breakdown
            27   842      10    partner2_breakdown
            """)
                .sums("M", "27", 100);
    }

    @Test
    void services_are_not_goods() {
        DrawnYear.of(
                        """
            type mos code value becomes
            C    0   27   100   accepted
            S    0   27   7     services
            C    3   27   8     services
            """)
                .sums("M", "27", 100);
    }

    @Test
    void months_are_not_added_to_their_year() {
        DrawnYear.of(
                        """
            freq code value becomes
            A    27   100   accepted
            M    27   8     not_annual
            M    27   9     not_annual
            """)
                .sums("M", "27", 100);
    }

    @Test
    void group_reporters_stand_beside_their_members() {
        DrawnYear.of(
                """
            reporter code value becomes
            97       27   100   group_reporter
            """);
        DrawnYear.of(
                """
            reporter code value becomes
            975      27   100   group_reporter
            """);
    }

    @Test
    void group_partners_stand_beside_their_members() {
        DrawnYear.of(
                        """
            partner code value becomes
            97      27   300   group_partner
            975     27   400   group_partner
            276     27   100   accepted
            704     27   200   accepted
            """)
                .sums("M", "27", 300);
    }

    @Test
    void years_outside_the_window_are_left_out() {
        DrawnYear.of("""
            year code value becomes
            2009 27   100   outside_years
            """);
        DrawnYear.of("""
            year code value becomes
            2010 27   100   accepted
            """);
    }

    @Test
    void SITC_and_BEC_are_not_HS() {
        DrawnYear.of(
                        """
            edition code value becomes
            H5      27   100   accepted
            S4      27   100   not_hs
            SS      3    100   not_hs
            B5      1    100   not_hs
            """)
                .sums("M", "27", 100);
    }

    @Test
    void rows_that_cannot_be_believed_are_quarantined() {
        DrawnYear.of(
                """
            flow partner code    value    becomes
            M    842     01      -5       unusable_value
            M    842     02      NaN      unusable_value
            M    842     03      Infinity unusable_value
            M    842     04      0        accepted
            M    842     5       100      malformed_code
            M    842     0605040 100      malformed_code
            M    842     HS      100      malformed_code
            M    842     27a0    100      malformed_code
            M    842     2A09    100      malformed_code
            M    842     27[0    100      malformed_code
            M    842     9999AZ  100      accepted
            M    -1      27      100      unknown_partner
            Z    842     27      100      unknown_flow
            """);
    }

    @Test
    void a_row_that_would_not_count_anyway_is_set_aside_and_not_quarantined() {
        DrawnYear.of(
                """
            edition mot  value becomes
            H5      2100 -5    transport_breakdown
            S4      0    -5    not_hs
            """);
    }
}
