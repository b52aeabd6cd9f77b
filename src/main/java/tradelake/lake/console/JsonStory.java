package tradelake.lake.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tradelake.lake.Manifest;

/** Tells a story to programs: one JSON object a line, with "at" (UTC), "event" and what belongs to the event. */
public final class JsonStory implements Teller {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long BETWEEN_LINES_MILLIS = 5_000;

    private final PrintWriter err;
    private final Clock clock;
    private final Pace pace = new Pace(BETWEEN_LINES_MILLIS);

    public JsonStory(PrintWriter err, Clock clock) {
        this.err = err;
        this.clock = clock;
    }

    @Override
    public synchronized void plan(List<Planned> plan) {
        say("plan", Map.of("jobs", plan));
    }

    @Override
    public synchronized void started(String work, String meaning) {
        pace.started(work, clock.millis());
        say("started", ordered("job", work, "meaning", meaning));
    }

    @Override
    public synchronized void tasks(String job, int done, int known) {
        if (pace.isDue(job, clock.millis())) say("tasks", ordered("job", job, "done", done, "known", known));
    }

    @Override
    public synchronized void finished(Manifest.WorkReport report) {
        pace.ended(report.name());
        say(
                "finished",
                ordered(
                        "job", report.name(),
                        "rows", report.rows(),
                        "seconds", report.seconds(),
                        "rules", report.rules(),
                        "findings", report.findings()));
    }

    @Override
    public synchronized void note(String text) {
        say("note", Map.of("text", text));
    }

    @Override
    public synchronized void ended(Manifest manifest) {
        var findings = FindingsByKind.of(manifest.work().stream()
                .flatMap(report -> report.findings().stream())
                .toList());
        say(
                "ended",
                ordered(
                        "run", manifest.run(),
                        "status", manifest.status(),
                        "labels", manifest.labels(),
                        "findings", findings));
    }

    @Override
    public synchronized void failed(String message, int exitCode) {
        say("failed", ordered("message", message, "exit_code", exitCode));
    }

    @Override
    public void close() {
        err.flush();
    }

    private void say(String event, Map<String, ?> rest) {
        Map<String, Object> line = ordered("at", Instant.now(clock).toString(), "event", event);
        line.putAll(rest);
        try {
            err.println(MAPPER.writeValueAsString(line));
            err.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the event " + event + " as JSON", e);
        }
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return map;
    }
}
