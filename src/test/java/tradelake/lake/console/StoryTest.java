package tradelake.lake.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.lake.Finding;
import tradelake.lake.Manifest;
import tradelake.lake.Manifest.WorkReport;
import tradelake.lake.Story.Planned;

class StoryTest {
    private static final WorkReport MIRROR = new WorkReport(
            "silver.bilateral",
            41_234_567,
            192,
            4,
            List.of(
                    new Finding("few", "first", 3),
                    new Finding("unmatched-product", "854231 is not in H3", 204),
                    new Finding("unmatched-product", "850440 is not in H3", 1000)));
    private static final WorkReport SHARES = new WorkReport("gold.shares", 24, 4.2, 1, List.of());

    private final StringWriter written = new StringWriter();
    private final PrintWriter err = new PrintWriter(written);

    @Test
    void plainLinesTellTheWholeRun() {
        tell(new PlainStory(err));
        assertThat(written)
                .hasToString(
                        """
                        Plan: 2 of 3 jobs stale
                          not made yet: silver.bilateral, gold.shares
                        silver.bilateral: Reconciled flows
                        silver.bilateral: 41.2M rows in 3m12s, 4 rules ok, unmatched-product 1,204, few 3
                        gold.shares: Shares
                        gold.shares: 24 rows in 4.2s, 1 rule ok
                        the lake is at /data/lake

                        job                rows   took  rules  findings
                        silver.bilateral  41.2M  3m12s   4 ok  unmatched-product 1,204, few 3
                        gold.shares          24   4.2s   1 ok

                        finding             rows  for example
                        unmatched-product  1,204  850440 is not in H3 (and 1 more)
                        few                    3  first

                        SYNTHETIC data
                        Run 2026-1: published
                        """);
    }

    @Test
    void theConsoleKeepsTheSameLinesWhenTheBarIsGone() {
        ConsoleStory story = new ConsoleStory(err, 80);
        tell(story);
        String kept = written.toString().replaceAll("[^\n]*\u001b\\[K", "");
        assertThat(kept)
                .contains("\nsilver.bilateral: 41.2M rows in 3m12s, 4 rules ok, unmatched-product 1,204, few 3\n")
                .endsWith("Run 2026-1: published\n");
    }

    @Test
    void theBarShowsTheTasksOfTheStepThatRuns() {
        ConsoleStory story = new ConsoleStory(err, 80);
        story.started("gold.shares", "Shares");
        story.tasks("something else", 7, 9);
        story.tasks("gold.shares", 120, 200);
        story.close();
        assertThat(written.toString())
                .contains("gold.shares")
                .contains("120/200")
                .doesNotContain("7/9")
                .endsWith("\r\u001b[K");
    }

    @Test
    void theBarAddsUpWhatRunsSideBySide() {
        ConsoleStory story = new ConsoleStory(err, 80);
        story.started("gold.shares", "Shares");
        story.tasks("gold.shares", 120, 200);
        story.started("gold.coverage", "Coverage");
        story.tasks("gold.coverage", 3, 40);
        story.finished(SHARES);
        story.tasks("gold.coverage", 4, 40);
        story.close();
        assertThat(written.toString())
                .contains("gold.shares, gold.coverage", "123/240", "gold.shares: 24 rows", "4/40")
                .endsWith("\r\u001b[K");
    }

    @Test
    void plainLinesComeSeldom() {
        AtomicLong seconds = new AtomicLong();
        PlainStory story = new PlainStory(err, () -> seconds.get() * 1_000_000_000L);
        story.started("gold.shares", "Shares");
        story.tasks("gold.shares", 1, 200);
        seconds.set(11);
        story.tasks("another", 1, 200);
        story.tasks("gold.shares", 1120, 2000);
        story.tasks("gold.shares", 1121, 2000);
        story.started("gold.coverage", "Coverage");
        story.tasks("gold.coverage", 3, 40);
        seconds.set(30);
        story.tasks("gold.coverage", 4, 40);
        story.finished(SHARES);
        story.tasks("gold.shares", 2000, 2000);
        assertThat(written)
                .hasToString(
                        """
                gold.shares: Shares
                gold.shares: 1,120 of 2,000 tasks
                gold.coverage: Coverage
                gold.coverage: 4 of 40 tasks
                gold.shares: 24 rows in 4.2s, 1 rule ok
                """);
    }

    @Test
    void jsonIsOneObjectALine() throws IOException {
        JsonStory story = new JsonStory(err, Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
        tell(story);
        story.failed("no \"room\"", 1);
        List<String> lines = written.toString().lines().toList();
        assertThat(lines)
                .hasSize(8)
                .element(1)
                .isEqualTo(
                        "{\"at\":\"2026-01-02T03:04:05Z\",\"event\":\"started\",\"job\":\"silver.bilateral\",\"meaning\":\"Reconciled flows\"}");
        ObjectMapper mapper = new ObjectMapper();
        JsonNode finished = mapper.readTree(lines.get(2));
        assertThat(finished.get("rows").asLong()).isEqualTo(41_234_567);
        assertThat(finished.get("findings").get(2).get("message").asText()).isEqualTo("850440 is not in H3");
        JsonNode ended = mapper.readTree(lines.get(6));
        assertThat(ended.get("status").asText()).isEqualTo("published");
        assertThat(ended.get("labels").get(0).asText()).isEqualTo("SYNTHETIC data");
        assertThat(ended.get("findings").get(0).get("rows").asLong()).isEqualTo(1204);
        assertThat(mapper.readTree(lines.get(7)).get("exit_code").asInt()).isEqualTo(1);
    }

    @Test
    void aFreshLakeIsOneLine() {
        new PlainStory(err).plan(List.of(new Planned("gold.shares", false, "fresh", List.of("gold.shares"))));
        assertThat(written).hasToString("Plan: nothing to do, 1 job fresh\n");
    }

    /** A run that was killed just before publishing leaves the next one nothing to do but that. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "published | published what an earlier run had made",
                "unchanged | nothing was stale; readers see what they saw",
                "built | built, not published: other jobs are still stale",
                "failed | failed: gold.shares broke a rule",
            })
    void aRunThatMadeNothingSaysWhatReadersSee(String status, String said) {
        String message = status.equals("failed") ? "gold.shares broke a rule" : null;
        new PlainStory(err)
                .ended(new Manifest(
                        "2026-2", status, "", "", "0.1.0", message, List.of(), Map.of(), Map.of(), List.of()));
        assertThat(written).hasToString("Run 2026-2: " + said + "\n");
    }

    private static void tell(Teller story) {
        story.plan(List.of(
                new Planned("silver.flows", false, "fresh", List.of("silver.flows")),
                new Planned("silver.bilateral", true, "not made yet", List.of("silver.bilateral")),
                new Planned("gold.shares", true, "not made yet", List.of("gold.shares"))));
        story.started("silver.bilateral", "Reconciled flows");
        story.finished(MIRROR);
        story.started("gold.shares", "Shares");
        story.finished(SHARES);
        story.note("the lake is at /data/lake");
        story.ended(new Manifest(
                "2026-1",
                "published",
                "",
                "",
                "0.1.0",
                null,
                List.of("SYNTHETIC data"),
                Map.of(),
                Map.of(),
                List.of(MIRROR, SHARES)));
        story.close();
    }
}
