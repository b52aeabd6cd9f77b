package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tradelake.lake.Finding;

/** A million rows of one reporter-year in well under a second, once warm; run by hand, it prints what it measured. */
@Tag("acceptance")
class AdditiveFlowsSpeedTest {
    private static final List<ReleaseFacts> RELEASES = List.of(new ReleaseFacts(
            0,
            "A",
            ReleaseFacts.Kind.WHOLE,
            ReleaseFacts.UNDATED,
            List.of(new ReleaseFacts.Dataset("A", "H5", ReleaseFacts.Origin.ORIGINAL, 1))));

    @Test
    void a_million_rows_a_second() {
        List<PublishedRow> rows = millionRows();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            run(rows);
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf(Locale.ROOT, "%,d rows in %.3f s, best of ten%n", rows.size(), best / 1e9);
        assertThat(best).isLessThan(1_000_000_000);
    }

    private static void run(List<PublishedRow> rows) {
        Counting counted = new Counting();
        AdditiveFlows flows = new AdditiveFlows(156, 2020, RELEASES, AdditiveSettings.in(year -> true), counted);
        rows.forEach(flows::add);
        flows.finish();
        assertThat(counted.rows).isEqualTo(rows.size());
    }

    /** World and 99 partners, two flows, 97 chapters of 1 + 5 + 25 codes, a fifth of the leaves broken down by transport. */
    private static List<PublishedRow> millionRows() {
        List<PublishedRow> rows = new ArrayList<>();
        Rows release = new Rows(0);
        for (String flow : List.of("M", "X"))
            for (int partner = 0; partner < 100; partner++)
                for (int chapter = 1; chapter <= 97; chapter++) addChapter(rows, release, flow, partner, chapter);
        return rows;
    }

    private static void addChapter(List<PublishedRow> rows, Rows release, String flow, int partner, int chapter) {
        int share = partner == 0 ? 99 : 1;
        rows.add(release.row(flow, partner, "%02d".formatted(chapter), share * 25_100.5));
        for (int i = 1; i <= 5; i++) {
            String heading = "%02d%02d".formatted(chapter, i);
            rows.add(release.row(flow, partner, heading, share * 5_020.1));
            for (int j = 1; j <= 5; j++)
                rows.add(release.row(flow, partner, heading + "%02d".formatted(j), share * 1_004.02));
            for (int mot = 1; mot <= 4; mot++) rows.add(release.row(flow, partner, heading + "05", 1000 * mot, 251.0));
        }
    }

    private static final class Counting implements FlowSink {
        final Tally tally = new Tally();
        long rows = 0;

        @Override
        public void accepted(PublishedRow row, boolean ofWhich) {
            rows++;
        }

        @Override
        public void publishedTotal(PublishedRow row) {
            setAside(row, Reason.PUBLISHED_TOTAL);
        }

        @Override
        public void setAside(PublishedRow row, Reason reason) {
            rows++;
            tally.add(row, reason);
        }

        @Override
        public void quarantined(PublishedRow row, Reason reason) {
            setAside(row, reason);
        }

        @Override
        public void residual(PublishedRow row) {}

        @Override
        public void finding(Finding finding) {}
    }
}
