package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A reporter-year as a whole. */
class AdditiveFlowsTest {

    @Test
    void self_trade_is_kept() {
        DrawnYear.of(
                        """
            reporter partner code value becomes
            156      0       27   100   published_total
            156      156     27   30    accepted
            156      842     27   70    accepted
            """)
                .leavesNothing()
                .sums("M", "27", 100);
    }

    @Test
    void of_which_flows_are_kept_outside_every_sum() {
        DrawnYear year = DrawnYear.of(
                        """
            flow partner code  value becomes
            X    0       27    100   published_total
            X    842     27    100   accepted
            RX   0       27    60    published_total
            RX   842     TOTAL 50    published_total
            RX   842     27    30    accepted
            DX   842     27    40    accepted
            M    842     27    7     accepted
            FM   842     27    1     accepted
            RM   842     27    2     accepted
            MIP  842     27    3     accepted
            MOP  842     27    4     accepted
            XIP  842     27    5     accepted
            XOP  842     27    6     accepted
            """)
                .leavesNothing()
                .sums("X", "27", 100)
                .sums("M", "27", 7);
        assertThat(year.result.flows).extracting(PublishedRow::flow).containsExactly("M", "X");
        assertThat(year.result.ofWhich)
                .extracting(PublishedRow::flow)
                .containsExactly("DX", "FM", "MIP", "MOP", "RM", "RX", "XIP", "XOP");
    }

    @Test
    void the_facts_of_a_whole_release() {
        ReporterYearFacts facts = DrawnYear.of(
                        """
            release kind
            A       whole
            """,
                        """
            flow partner code  value becomes
            X    0       TOTAL 100   published_total
            X    36      27    40    accepted
            X    842     44    70    accepted
            RX   704     85    1     accepted
            """)
                .result
                .facts;
        assertThat(facts.edition()).contains("H5");
        assertThat(facts.whole()).isTrue();
        assertThat(facts.withoutChapter()).isZero();
        assertThat(facts.partners()).isEqualTo(2);
        assertThat(facts.exports()).isEqualTo(new ReporterYearFacts.Side(true, 100));
        assertThat(facts.imports()).isEqualTo(new ReporterYearFacts.Side(false, 0));
    }

    @Test
    void extracts_cover_a_total_where_one_was_published() {
        ReporterYearFacts facts = DrawnYear.of(
                        """
            flow partner code  value becomes
            M    36      TOTAL 40    accepted
            M    842     27    5     accepted
            X    0       27    100   published_total
            X    842     27    60    accepted
            """)
                .result
                .facts;
        assertThat(facts.whole()).isFalse();
        assertThat(facts.withoutChapter()).isEqualTo(40 / (40 + 5.0));
        assertThat(facts.imports()).isEqualTo(new ReporterYearFacts.Side(true, 40 + 5));
        assertThat(facts.exports()).isEqualTo(new ReporterYearFacts.Side(true, 60 + 40));
    }

    @Test
    void without_annual_HS_rows_there_is_no_edition() {
        ReporterYearFacts facts = DrawnYear.of(
                        """
            edition code value becomes
            S4      33   100   not_hs
            """)
                .result
                .facts;
        assertThat(facts.edition()).isEqualTo(Optional.empty());
        assertThat(facts.imports().present()).isFalse();
    }

    @Test
    void fates_and_reasons_are_spelled_as_tables_spell_them() {
        assertThat(Reason.GROUP_REPORTER.key()).isEqualTo("group_reporter");
        assertThat(Reason.GROUP_REPORTER.fate().key()).isEqualTo("set_aside");
        assertThat(Reason.values()).allMatch(reason -> !reason.meaning().isBlank());
    }

    @Test
    void a_row_of_another_year_is_refused() {
        AdditiveFlows flows = new AdditiveFlows(156, 2021, List.of(), AdditiveSettings.in(year -> true), null);
        assertThatThrownBy(() -> flows.add(new Rows(1).row("M", 842, "27", 1)))
                .hasMessageContaining("Reporter 156 in 2021, but got");
    }

    @Test
    void the_ledger_counts_rows_and_exact_dollars_by_release_and_reason() {
        Recorded result = DrawnYear.of(
                        """
            release code mot  value    becomes
            A       27   0    100.1    accepted
            A       27   2100 0.1      transport_breakdown
            A       27   2200 0.2      transport_breakdown
            B       27   0    100.1    duplicate
            """)
                .result;
        assertThat(result.tally.entries())
                .extracting(it -> it.release() + " " + it.reason().key() + " " + it.rows() + " " + it.dollars())
                .containsExactly(
                        "0 transport_breakdown 2 0.300000", "0 accepted 1 100.100000", "1 duplicate 1 100.100000");
    }
}
