package tradelake.lake.console;

import java.io.PrintWriter;
import java.util.List;
import tradelake.lake.Manifest;

/** Tells a story on a terminal: one line for each step that ended, and a bar for the one that runs. */
public final class ConsoleStory implements Teller {
    private final PrintWriter err;
    private final int columns;
    private String current = "";
    private TaskBar bar;

    /**
     * A story on the terminal behind {@code err}.
     *
     * @param columns its width
     */
    public ConsoleStory(PrintWriter err, int columns) {
        this.err = err;
        this.columns = columns;
    }

    @Override
    public synchronized void plan(List<Planned> plan) {
        say(StoryText.plan(plan));
    }

    @Override
    public synchronized void started(String work, String meaning) {
        closeBar();
        current = work;
        bar = new TaskBar(work, err, columns);
    }

    @Override
    public synchronized void tasks(String job, int done, int known) {
        if (bar != null && job.equals(current)) bar.show(done, known);
    }

    @Override
    public synchronized void finished(Manifest.WorkReport report) {
        closeBar();
        say(StoryText.finished(report) + "\n");
    }

    @Override
    public synchronized void note(String text) {
        if (bar != null) bar.wipe();
        say(text + "\n");
    }

    @Override
    public synchronized void ended(Manifest manifest) {
        closeBar();
        say(StoryText.ended(manifest));
    }

    @Override
    public synchronized void failed(String message, int exitCode) {
        closeBar();
        say(message + "\n");
    }

    @Override
    public synchronized void close() {
        closeBar();
    }

    private void closeBar() {
        if (bar != null) bar.close();
        bar = null;
        current = "";
    }

    private void say(String text) {
        err.print(text);
        err.flush();
    }
}
