package tradelake.lake.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.LongSupplier;
import tradelake.lake.Manifest;

/** Tells a story in lines, for log files and pipes: a line when a step starts, while it is slow, and when it ends. */
public final class PlainStory implements Teller {
    private static final long BETWEEN_LINES = 10_000_000_000L;

    private final PrintWriter err;
    private final LongSupplier nanoTime;
    private final Pace pace = new Pace(BETWEEN_LINES);

    public PlainStory(PrintWriter err) {
        this(err, System::nanoTime);
    }

    PlainStory(PrintWriter err, LongSupplier nanoTime) {
        this.err = err;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void plan(List<Planned> plan) {
        say(StoryText.plan(plan));
    }

    @Override
    public synchronized void started(String work, String meaning) {
        pace.started(work, nanoTime.getAsLong());
        say("%s: %s\n".formatted(work, meaning));
    }

    @Override
    public synchronized void tasks(String job, int done, int known) {
        if (pace.isDue(job, nanoTime.getAsLong())) say("%s: %,d of %,d tasks\n".formatted(job, done, known));
    }

    @Override
    public synchronized void finished(Manifest.WorkReport report) {
        pace.ended(report.name());
        say(StoryText.finished(report) + "\n");
    }

    @Override
    public synchronized void note(String text) {
        say(text + "\n");
    }

    @Override
    public synchronized void ended(Manifest manifest) {
        say(StoryText.ended(manifest));
    }

    @Override
    public synchronized void failed(String message, int exitCode) {
        say(message + "\n");
    }

    @Override
    public void close() {
        err.flush();
    }

    private void say(String text) {
        err.print(text);
        err.flush();
    }
}
