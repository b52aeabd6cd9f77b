package tradelake.lake.console;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tradelake.lake.Manifest;

/** Tells a story on a terminal: one line for each step that ended, and a bar for those that run. */
public final class ConsoleStory implements Teller {
    private final PrintWriter err;
    private final int columns;
    /** The steps that run, in the order in which they began, with their tasks. */
    private final Map<String, Tasks> running = new LinkedHashMap<>();

    private TaskBar bar;

    /** Of one step, or of several together. */
    private record Tasks(int done, int known) {
        Tasks plus(Tasks other) {
            return new Tasks(done + other.done, known + other.known);
        }
    }

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
        running.put(work, new Tasks(0, 0));
        renewBar();
    }

    @Override
    public synchronized void tasks(String job, int done, int known) {
        if (running.replace(job, new Tasks(done, known)) != null && bar != null) show();
    }

    @Override
    public synchronized void finished(Manifest.WorkReport report) {
        closeBar();
        say(StoryText.finished(report) + "\n");
        running.remove(report.name());
        renewBar();
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

    private void renewBar() {
        closeBar();
        if (running.isEmpty()) return;
        bar = new TaskBar(Display.cut(String.join(", ", running.keySet()), columns / 2), err, columns);
        show();
    }

    private void show() {
        Tasks all = running.values().stream().reduce(new Tasks(0, 0), Tasks::plus);
        bar.show(all.done(), all.known());
    }

    private void closeBar() {
        if (bar != null) bar.close();
        bar = null;
    }

    private void say(String text) {
        err.print(text);
        err.flush();
    }
}
